/** `lede preview`: serves a built site on this machine, as a static host would. */
import { Command } from 'commander';
import { basePath } from '#lib/url.ts';
import { readSettings } from '#model/read.ts';
import { servePreview } from '#site/preview.ts';
import { builtDir, contentDir, contentOption, languageOf, outOption, portOption, siteOption, type LanguageOptions } from './options.ts';
import { sayServing } from './report.ts';

export function previewCommand(): Command {
  return new Command('preview')
    .description('Serve the built site on this machine.')
    .addOption(contentOption())
    .addOption(outOption('folder that holds the built site'))
    .addOption(siteOption())
    .addOption(portOption(4322))
    .addHelpText('after', '\nExample:\n  lede preview --out public_html --port 8080\n')
    .action(async (options: LanguageOptions & { out?: string; site?: string; port: number }) => {
      const dir = builtDir(options.out);
      const address = options.site ?? readSettings(contentDir(options.content))?.url;
      const { url } = await servePreview(dir, options.port, address ? basePath(address) : '');
      sayServing(url, languageOf(options));
    });
}
