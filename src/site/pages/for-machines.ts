/** The page for developers of programs that read the site. */
import { codeFigure } from '#markup/code.ts';
import type { Edition } from '#markup/edition.ts';
import { machinesPath, twinPath } from '#model/paths.ts';
import { words } from '#model/words/index.ts';
import { machineGuide } from '#outputs/for-machines.ts';
import { resourcesOf } from '#outputs/index.ts';
import { plainGraph, trailTo } from './jsonld.ts';
import type { Page } from './page.ts';
import { shellOf } from './shell.ts';

/** Every machine-readable file, with an example out of it. */
export function forMachinesPage(edition: Edition): Page {
  const { site } = edition;
  const { title, lead } = words[site.lang].machines;
  const { quote, files } = machineGuide(edition, resourcesOf(site));
  const trail = trailTo(site, { text: title, path: machinesPath });
  const props = {
    shell: shellOf(site, { path: machinesPath, title, description: lead, jsonLd: plainGraph(site, machinesPath, title, lead, trail), twin: twinPath(machinesPath) }),
    title,
    lead,
    ...(quote ? { quote: codeFigure({ language: 'text', text: quote }) } : {}),
    files: files.map(({ example, recipe, ...file }) => ({ ...file, ...(example ? { example: codeFigure(example) } : {}), ...(recipe ? { recipe: codeFigure(recipe) } : {}) })),
  };
  return { path: machinesPath, template: 'forMachines', props };
}
