/** Files whose fields are not all sound: what else is wrong with them is said in the same run, not one fault at a time. */
import { readYamlExactly } from '#lib/yaml.ts';
import type { SiteConfig } from './config.ts';
import type { Contract } from './contract.ts';
import type { Kind } from './kind.ts';
import type { Problem } from './problem.ts';
import type { Content } from './read.ts';
import { checkHalf } from './references.ts';
import { keysOf, schemaAt } from './schema.ts';
import type { Source } from './source.ts';

/** The files of `content` that make neither an entry nor a page. */
export function brokenSources({ sources, entries, pages }: Pick<Content, 'sources' | 'entries' | 'pages'>): Source[] {
  if (sources.length === entries.length + pages.length) return [];
  const sound = new Set([...entries, ...pages].map(({ source }) => source.file));
  return sources.flatMap(({ source }) => (sound.has(source.file) ? [] : [source]));
}

/** Problems of what the files `broken` refer to, in those of their fields that are sound by themselves. */
export function checkBroken(broken: readonly Source[], kinds: readonly Kind[], known: Content['known'], config: SiteConfig): Problem[] {
  return broken.flatMap((source) => {
    const kind = kinds.find(({ id }) => source.file.startsWith(`${id}/`));
    const typed: unknown = kind && readYamlExactly(source.frontmatter).data;
    if (!kind || typeof typed !== 'object' || typed === null) return [];
    const fields = keysOf(kind.schema).flatMap((name): [string, unknown][] => {
      const field = Object.hasOwn(typed, name) ? schemaAt(kind.schema, [name])!.safeParse(Reflect.get(typed, name)) : undefined;
      return field?.success ? [[name, field.data]] : [];
    });
    const data: Partial<Contract> = Object.fromEntries(fields);
    return checkHalf({ kind, source, ref: source.file.slice(0, -'.mdx'.length), data }, Object.hasOwn(typed, 'englishSummary'), known, config);
  });
}
