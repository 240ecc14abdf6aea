/** `lede indexnow`: tells search engines which pages changed. */
import { Command, InvalidArgumentError, Option } from 'commander';
import { isError } from '#model/problem.ts';
import type { Site } from '#model/site.ts';
import type { PostAnswer, PostRequest } from '#site/post.ts';
import { UserError } from './failure.ts';
import { contentDir, contentOption, parseDay, siteOption, today } from './options.ts';

interface IndexNowOptions {
  content?: string;
  site?: string;
  since: string;
  dryRun?: boolean;
  endpoint?: string;
  baidu?: boolean;
  tokenEnv: string;
}

export function indexNowCommand(): Command {
  return new Command('indexnow')
    .description('Tell search engines which pages changed; run it once the site is published.')
    .addOption(contentOption())
    .addOption(siteOption())
    .addOption(new Option('--since <day>', 'first day whose changes count').argParser(parseDay).makeOptionMandatory())
    .option('--dry-run', 'print what would be sent, and send nothing')
    .addOption(new Option('--endpoint <url>', 'where to send it; default: api.indexnow.org, or that of Baidu').argParser(parseEndpoint))
    .option('--baidu', "use Baidu's push interface instead of IndexNow")
    .option('--token-env <name>', "environment variable that holds Baidu's token", 'BAIDU_PUSH_TOKEN')
    .addHelpText('after', '\nExample:\n  lede indexnow --since 2026-11-20 --dry-run\n')
    .action(async (options: IndexNowOptions) => {
      const { loadSite } = await import('#site/load.ts');
      const { edition, problems } = loadSite({ contentDir: contentDir(options.content), url: options.site, today: today(undefined) });
      if (!edition || problems.some(isError)) throw new UserError('The content has errors. Run "lede check" and mend them first.');
      const { changedUrls } = await import('#site/indexnow.ts');
      const urls = changedUrls(edition.site, options.since);
      if (urls.length === 0) return console.log(`Nothing changed since ${options.since}.`);
      for (const request of await requestsFor(edition.site, urls, options)) await sendOrShow(request, options);
    });
}

async function requestsFor(site: Site, urls: readonly string[], { baidu, endpoint, tokenEnv }: IndexNowOptions): Promise<PostRequest[]> {
  const { baiduEndpoint, baiduRequests, indexNowEndpoint, indexNowRequests } = await import('#site/indexnow.ts');
  if (baidu) {
    const token = process.env[tokenEnv];
    if (!token) throw new UserError(`${tokenEnv} is not set. Put the token of Baidu's push interface into it, or name another variable with --token-env.`);
    return baiduRequests(site, token, urls, endpoint ?? baiduEndpoint);
  }
  const key = site.config.indexnow?.key;
  if (!key) throw new UserError('site.yaml has no indexnow.key. Write "indexnow: { key: ... }" with 8 to 128 letters and digits of your own, and publish the site.');
  return indexNowRequests(site, key, urls, endpoint ?? indexNowEndpoint);
}

async function sendOrShow(request: PostRequest, { dryRun }: IndexNowOptions): Promise<void> {
  if (dryRun) return console.log(`POST ${hideToken(request.url)}\n${request.body}\n`);
  const { post } = await import('#site/post.ts');
  const answer = await post(request);
  if (answer.status !== 200 && answer.status !== 202) throw new UserError(explain(answer, hideToken(request.url)));
  console.log(`${hideToken(request.url)} answered ${answer.status}${answer.status === 202 ? ' (the key is still being checked)' : ''}${answer.body ? `: ${answer.body.trim().slice(0, 200)}` : ''}.`);
}

/** What went wrong, and what to do about it. */
function explain({ status, attempts, failure, body }: PostAnswer, url: string): string {
  if (status === undefined) return `${url} gave no answer in ${attempts} attempts (${failure}). Check the address and the network, and run it again.`;
  const said = `${url} answered ${status}${body ? ` (${body.trim().slice(0, 200)})` : ''}.`;
  const advice: Record<number, string> = {
    401: 'Check the token.',
    403: 'Publish the site first: the file with the key of site.yaml must be readable at its address.',
    422: 'The addresses must be on the host of the site, and the key the one of site.yaml: check url and --site.',
    429: 'It has had enough for now: run the command again later.',
  };
  return `${said} ${advice[status] ?? 'Run it again later.'}`;
}

function hideToken(url: string): string {
  return url.replace(/(token=)[^&]*/, '$1***');
}

function parseEndpoint(value: string): string {
  if (!/^https?:\/\/\S+$/.test(value) || !URL.canParse(value)) throw new InvalidArgumentError('Write an address such as https://api.indexnow.org/indexnow.');
  return value;
}
