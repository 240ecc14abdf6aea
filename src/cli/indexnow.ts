/** `lede indexnow`: tells search engines which pages changed. */
import { Command, InvalidArgumentError, Option } from 'commander';
import type { Lang, Words } from '#model/problem.ts';
import { Refusal } from '#model/refusal.ts';
import type { Site } from '#model/site.ts';
import type { PostAnswer, PostRequest } from '#site/post.ts';
import { contentDir, contentOption, languageOf, parseDay, siteOption, today, type LanguageOptions } from './options.ts';
import { soundEdition } from './report.ts';

interface IndexNowOptions extends LanguageOptions {
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
      const dir = contentDir(options.content);
      const lang = languageOf(options);
      const edition = soundEdition(loadSite({ contentDir: dir, url: options.site, today: today(undefined) }), dir, lang);
      if (!edition) return;
      const { changedUrls } = await import('#site/indexnow.ts');
      const urls = changedUrls(edition.site, options.since);
      if (urls.length === 0) return console.log({ zh: `从 ${options.since} 起没有改动。`, en: `Nothing changed since ${options.since}.` }[lang]);
      for (const request of await requestsFor(edition.site, urls, options)) await sendOrShow(request, options.dryRun ?? false, lang);
    });
}

async function requestsFor(site: Site, urls: readonly string[], { baidu, endpoint, tokenEnv }: IndexNowOptions): Promise<PostRequest[]> {
  const { baiduEndpoint, baiduRequests, indexNowEndpoint, indexNowRequests } = await import('#site/indexnow.ts');
  if (baidu) {
    const token = process.env[tokenEnv];
    if (!token) {
      throw new Refusal(`没有设 ${tokenEnv}。把百度推送接口的令牌放进这个环境变量，或用 --token-env 写另一个变量。`, `${tokenEnv} is not set. Put the token of Baidu's push interface into it, or name another variable with --token-env.`);
    }
    return baiduRequests(site, token, urls, endpoint ?? baiduEndpoint);
  }
  const key = site.config.indexnow?.key;
  if (!key) {
    throw new Refusal(
      'site.yaml 里没有 indexnow.key。写上 indexnow: { key: … }，用自己编的 8 到 128 个字母和数字，再发布网站。',
      'site.yaml has no indexnow.key. Write "indexnow: { key: ... }" with 8 to 128 letters and digits of your own, and publish the site.',
    );
  }
  return indexNowRequests(site, key, urls, endpoint ?? indexNowEndpoint);
}

async function sendOrShow(request: PostRequest, dryRun: boolean, lang: Lang): Promise<void> {
  if (dryRun) return console.log(`POST ${hideToken(request.url)}\n${request.body}\n`);
  const { post } = await import('#site/post.ts');
  const answer = await post(request);
  const url = hideToken(request.url);
  if (answer.status !== 200 && answer.status !== 202) throw explain(answer, url);
  const [pending, said] = [answer.status === 202, answer.body?.trim().slice(0, 200)];
  console.log({
    zh: `${url} 回答 ${answer.status}${pending ? '（还在核对密钥）' : ''}${said ? `：${said}` : ''}。`,
    en: `${url} answered ${answer.status}${pending ? ' (the key is still being checked)' : ''}${said ? `: ${said}` : ''}.`,
  }[lang]);
}

/** What went wrong, and what to do about it. */
function explain({ status, attempts, failure, body }: PostAnswer, url: string): Refusal {
  if (status === undefined) {
    return new Refusal(`${url} 试了 ${attempts} 次都没有回答（${failure}）。检查地址和网络，再运行一次。`, `${url} gave no answer in ${attempts} attempts (${failure}). Check the address and the network, and run it again.`);
  }
  const said = body?.trim().slice(0, 200);
  const { zh, en } = advice[status] ?? { zh: '过一会儿再运行一次。', en: 'Run it again later.' };
  return new Refusal(`${url} 回答 ${status}${said ? `（${said}）` : ''}。${zh}`, `${url} answered ${status}${said ? ` (${said})` : ''}. ${en}`);
}

const advice: Readonly<Record<number, Words>> = {
  401: { zh: '检查令牌。', en: 'Check the token.' },
  403: { zh: '先发布网站：site.yaml 里的密钥要有一个同名文件，在它的地址能读到。', en: 'Publish the site first: the file with the key of site.yaml must be readable at its address.' },
  422: { zh: '网址要在本站的域名下，密钥要和 site.yaml 里的一样：检查 url 和 --site。', en: 'The addresses must be on the host of the site, and the key the one of site.yaml: check url and --site.' },
  429: { zh: '它暂时不再接收：过一会儿再运行一次。', en: 'It has had enough for now: run the command again later.' },
};

function hideToken(url: string): string {
  return url.replace(/(token=)[^&]*/, '$1***');
}

function parseEndpoint(value: string): string {
  if (!/^https?:\/\/\S+$/.test(value) || !URL.canParse(value)) throw new InvalidArgumentError('Write an address such as https://api.indexnow.org/indexnow.');
  return value;
}
