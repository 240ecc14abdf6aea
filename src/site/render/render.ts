/** From a page as data to its HTML, by the compiled templates and without Astro's build. */
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { SSRResult } from 'astro';
import type { Page } from './page.ts';
import { resultFactory, type SlotsClass } from './result.ts';
import type { Templates } from './template-cache.ts';

/** Turns pages into HTML in the calling thread. */
export interface Renderer {
  /** The page's HTML, byte for byte what Astro writes. Rejects with a sentence that names the page. */
  render(page: Page): Promise<string>;
}

type Component = (...args: never[]) => unknown;
type RenderToString = (result: SSRResult, component: Component, props: unknown, slots: object, isPage: true) => Promise<string | Response>;

/** Loads the compiled templates (about 50 ms). */
export async function createRenderer({ server, shell }: Templates): Promise<Renderer> {
  const load = (name: string) => import(pathToFileURL(join(server, name)).href);
  const [{ templates }, { renderToString }, { Slots }]: [
    { templates: Record<string, Component> }, { renderToString: RenderToString }, { Slots: SlotsClass },
  ] = await Promise.all([load('templates.mjs'), load('runtime.mjs'), load('slots.mjs')]);
  const createResult = resultFactory(shell, Slots);

  async function render({ path, template, props }: Page): Promise<string> {
    const component = Object.hasOwn(templates, template) ? templates[template] : undefined;
    if (!component) {
      throw new Error(`there is no such template; src/site/templates.ts has ${Object.keys(templates).join(', ')}.`);
    }
    const html = await renderToString(createResult(path), component, props, {}, true);
    if (typeof html === 'string') return html;
    throw new Error('the template returned a Response (a redirect?) in place of HTML. Return nothing from its frontmatter.');
  }

  return {
    render: (page) =>
      render(page).catch((error) => {
        throw new Error(`Page ${page.path} (template "${page.template}"): ${error instanceof Error ? error.message : error}`, { cause: error });
      }),
  };
}
