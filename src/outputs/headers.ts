/**
 * `/_headers` for Netlify (https://docs.netlify.com/manage/routing/headers/) and Cloudflare
 * (https://developers.cloudflare.com/pages/configuration/headers/). A site below a path stands in a folder of that
 * name; the file belongs to the top of what is published.
 */
import { canonical, headerRules, type HeaderRule } from '#model/headers.ts';
import { twinPattern } from '#model/paths.ts';
import type { Site } from '#model/site.ts';
import type { Output } from './output.ts';

/** Cloudflare reads no further. */
const maxRules = 100;

export const headers: Output = {
  id: 'headers',
  *files({ site }, { resources }) {
    const rules = headerRules(site, resources).filter(({ headers }) => !Object.values(headers).some((value) => value.includes(':splat')));
    const all = [...rules, ...twinRules(site, rules)];
    const lines = all.flatMap((rule, index) => print(rule, all.slice(0, index)));
    yield { path: '/_headers', content: `# Made by lede build from the content; edit that instead.\n${lines.join('\n')}\n` };
  },
};

/** One rule a twin, unless there would be too many: then their own text alone says which page they are of. */
function twinRules(site: Site, rules: readonly HeaderRule[]): HeaderRule[] {
  const twins = site.entries.map(({ path }) => ({ path: site.base + twinPattern(path), headers: canonical(site.url(path)) }));
  return rules.length + twins.length <= maxRules ? twins : [];
}

/**
 * The lines of one rule. A header that an earlier rule sets for the same paths is taken off first, since Cloudflare
 * would join the two; Netlify lets the later one win and skips such lines. Long lists go on several lines.
 */
function print({ path, headers }: HeaderRule, earlier: readonly HeaderRule[]): string[] {
  const lines = Object.entries(headers).flatMap(([name, value]) => {
    const isSet = earlier.some((rule) => name in rule.headers && fits(rule.path, path));
    return [...(isSet ? [`  ! ${name}`] : []), ...value.split(/, (?=<)/).map((item) => `  ${name}: ${item}`)];
  });
  return [path, ...lines];
}

/** Whether `pattern` covers `path`, which may be a pattern itself. */
function fits(pattern: string, path: string): boolean {
  const [before = '', after] = pattern.split('*');
  return after === undefined ? path === pattern : path.startsWith(before) && path.endsWith(after);
}
