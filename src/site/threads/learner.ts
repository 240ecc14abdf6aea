/** One of the processes that read a content folder in shares: it is told their numbers one by one, and ends with whoever tells them. */
import { spareMemory } from '../room.ts';
import { openLesson, type Lesson } from './learn.ts';

spareMemory();
const learn = openLesson(JSON.parse(process.argv[2]!) as Lesson);
process.on('message', (share: number) => {
  learn(share);
  process.send!('learned', () => undefined); // nobody may listen any more
});
