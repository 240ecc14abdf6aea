/** Markdown files that only point elsewhere, `/for-machines.md` and `/404.md`: every address of the site that they name has a file. */
import type { MdastNode } from 'satteri';
import { homePath, machinesPath, twinPath } from '#model/paths.ts';
import { makeSubject } from '../reference.ts';
import type { Surface } from '../surface.ts';
import { blocksOf, childrenOf } from '../parse/markdown.ts';

export const pointers: Surface = {
  id: 'pointers',
  *shared({ site }) {
    for (const path of [twinPath(machinesPath), '/404.md']) yield { path, subjects: [makeSubject(site, 'hub', homePath, () => [], () => ({ links: '' }))], states: ['links'], holds: 'self' };
  },
  read(text, { pathOf, has }) {
    const dead = blocksOf(text).flatMap(linksIn).filter((url) => {
      const path = pathOf(url);
      return path !== undefined && !has(path);
    });
    return [{ says: { links: dead.join('\n') } }];
  },
};

function linksIn(node: MdastNode): string[] {
  return [...(node.type === 'link' ? [node.url] : []), ...childrenOf(node).flatMap(linksIn)];
}
