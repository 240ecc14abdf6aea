/** `lede preview`: serves a built site on this machine, as a static host would. */
import { existsSync } from 'node:fs';
import { Command, InvalidArgumentError, Option } from 'commander';
import { basePath } from '#lib/url.ts';
import { readSettings } from '#model/read.ts';
import { servePreview } from '#site/preview.ts';
import { UserError } from './failure.ts';
import { contentDir, contentOption, outDir, outOption, siteOption } from './options.ts';

export const portOption = (fallback: number) =>
  new Option('--port <number>', 'port to listen on, or the next one that is free; 0 takes any').default(fallback).argParser((value) => {
    const port = Number(value);
    if (!/^\d+$/.test(value) || port > 65535) throw new InvalidArgumentError('Write a number from 0 to 65535.');
    return port;
  });

export function previewCommand(): Command {
  return new Command('preview')
    .description('Serve the built site on this machine.')
    .addOption(contentOption())
    .addOption(outOption('folder that holds the built site'))
    .addOption(siteOption())
    .addOption(portOption(4322))
    .addHelpText('after', '\nExample:\n  lede preview --out public_html --port 8080\n')
    .action(async (options: { content?: string; out?: string; site?: string; port: number }) => {
      const dir = outDir(options.out);
      if (!existsSync(dir)) throw new UserError(`${options.out ?? 'dist/'} does not exist yet. Run "lede build" first.`);
      const address = options.site ?? readSettings(contentDir(options.content))?.url;
      const { url } = await servePreview(dir, options.port, address ? basePath(address) : '');
      console.log(`${url} (Ctrl+C ends it)`);
    });
}
