/** `lede diff`: what differs between two built trees. */
import { Command, Option } from 'commander';
import type { Lang } from '#model/problem.ts';
import { Refusal } from '#model/refusal.ts';
import { diffManifests, readManifest, type Manifest, type TreeDifference } from '#site/manifest.ts';
import { contentOption, languageOf, type LanguageOptions } from './options.ts';

export function diffCommand(): Command {
  return new Command('diff')
    .description('Print which files were added, changed and removed between two builds; only those need to be uploaded and purged.')
    .argument('<old>', 'folder of a build, or its dist-manifest.json')
    .argument('<new>', 'folder of a build, or its dist-manifest.json')
    .addOption(contentOption())
    .addOption(new Option('--format <format>', 'how they are printed').choices(Object.keys(formats)).default('text'))
    .addHelpText('after', '\nExample:\n  curl -o live.json https://example.org/dist-manifest.json\n  lede diff live.json dist\n')
    .action((old: string, next: string, options: LanguageOptions & { format: keyof typeof formats }) => {
      console.log(formats[options.format](diffManifests(open(old), open(next)), languageOf(options)));
    });
}

const formats = {
  text({ added, changed, removed }: TreeDifference, lang: Lang): string {
    const count = { zh: `新增 ${added.length} 个，改动 ${changed.length} 个，删去 ${removed.length} 个。`, en: `${added.length} added, ${changed.length} changed, ${removed.length} removed.` }[lang];
    return [...added.map((path) => `+ ${path}`), ...changed.map((path) => `~ ${path}`), ...removed.map((path) => `- ${path}`), count].join('\n');
  },
  json: (difference: TreeDifference) => JSON.stringify(difference, null, 2),
};

function open(path: string): Manifest {
  const manifest = readManifest(path);
  if (!manifest) {
    throw new Refusal(
      `${path} 既不是生成好的网站，也不是它的 dist-manifest.json。用 lede build 生成它，或写随它而来的那个文件。`,
      `${path} is neither a built site nor the dist-manifest.json of one. Build it with "lede build", or name the manifest that came with it.`,
    );
  }
  return manifest;
}
