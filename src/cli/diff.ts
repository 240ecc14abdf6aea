/** `lede diff`: what differs between two built trees. */
import { Command, Option } from 'commander';
import { diffManifests, readManifest, type Manifest, type TreeDifference } from '#site/manifest.ts';
import { UserError } from './failure.ts';

export function diffCommand(): Command {
  return new Command('diff')
    .description('Print which files were added, changed and removed between two builds; only those need to be uploaded and purged.')
    .argument('<old>', 'folder of a build, or its dist-manifest.json')
    .argument('<new>', 'folder of a build, or its dist-manifest.json')
    .addOption(new Option('--format <format>', 'how they are printed').choices(Object.keys(formats)).default('text'))
    .addHelpText('after', '\nExample:\n  curl -o live.json https://example.org/dist-manifest.json\n  lede diff live.json dist\n')
    .action((old: string, next: string, { format }: { format: keyof typeof formats }) => {
      console.log(formats[format](diffManifests(open(old), open(next))));
    });
}

const formats = {
  text: ({ added, changed, removed }: TreeDifference) =>
    [...added.map((path) => `+ ${path}`), ...changed.map((path) => `~ ${path}`), ...removed.map((path) => `- ${path}`), `${added.length} added, ${changed.length} changed, ${removed.length} removed.`].join('\n'),
  json: (difference: TreeDifference) => JSON.stringify(difference, null, 2),
};

function open(path: string): Manifest {
  const manifest = readManifest(path);
  if (!manifest) throw new UserError(`${path} is neither a built site nor the dist-manifest.json of one. Build it with "lede build", or name the manifest that came with it.`);
  return manifest;
}
