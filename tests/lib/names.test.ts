/** Names and lists of them by number, in the run that made them and in the next. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Names, Reads } from '#lib/names.ts';

test('names that were packed have the same numbers again, and a new one has the next', () => {
  const names = new Names();
  const asked = [['标题', '甲'], ['标题', '乙'], ['正文', '乙'], ['正文', '丙']] as const;
  const numberIn = (some: Names, [kind, subject]: (typeof asked)[number]) => some.of(kind)(subject);
  assert.deepEqual(asked.map((one) => numberIn(names, one)), [0, 1, 2, 3]);
  const again = new Names(structuredClone(names.packed()));
  assert.deepEqual(asked.map((_, number) => again.at(number)), asked);
  assert.deepEqual(asked.toReversed().map((one) => numberIn(again, one)), [3, 2, 1, 0]);
  assert.equal(again.of('标题')('丙'), 4);
  assert.deepEqual(again.at(4), ['标题', '丙']);
});

test('lists stay apart, an empty one between others, and all of one are asked and none of the next', () => {
  const lists = [[3, 5], [], [4], [7, 9, 11]];
  const first = new Reads();
  const places = lists.map((list) => first.add(list));
  const reads = new Reads(first.numbers().slice());
  places.push(reads.add([2]));
  assert.deepEqual(places.map((place) => [...reads.at(place)]), [...lists, [2]]);
  assert.deepEqual(places.map((place) => reads.sizeAt(place)), [2, 0, 1, 3, 1]);
  assert.deepEqual(places.map((place) => reads.every(place, (fact) => fact % 2 === 1)), [true, true, false, true, false]);
  assert.equal(reads.every(places[3]!, (fact) => fact !== 11), false);
});
