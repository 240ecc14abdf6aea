/** The registry of kinds, in the order in which a site shows them. */
import type { Kind } from '#model/kind.ts';
import { answers } from './answers/kind.ts';
import { checklists } from './checklists/kind.ts';
import { examples } from './examples/kind.ts';
import { glossary } from './glossary/kind.ts';
import { guides } from './guides/kind.ts';
import { posts } from './posts/kind.ts';

export { pages } from './pages/folder.ts';

export const kinds: readonly Kind[] = [answers, guides, examples, checklists, glossary, posts];
