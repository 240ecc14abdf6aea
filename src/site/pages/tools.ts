/** What a reader can do with the page of an entry: quote it, cite it, open it elsewhere, report a mistake. */
import { formatDay } from '#lib/date.ts';
import type { Edition } from '#markup/edition.ts';
import { quoteLines } from '#markup/forms/quote.ts';
import { offersAnswers } from '#model/ai-policy.ts';
import type { Entry } from '#model/entry.ts';
import { twinPath } from '#model/paths.ts';
import { words } from '#model/words/index.ts';
import type { Tools } from '#ui/props.ts';

/** The tools of the page of `entry`. */
export function toolsOf({ site, meaning }: Edition, entry: Entry): Tools {
  const { config, lang } = site;
  const { data } = entry;
  const say = words[lang];
  const url = site.url(entry.path);
  const citation = say.tools.citation(data.title, config.name, formatDay(site.changedOn(entry), config.language), url, meaning(entry));
  const prompt = say.tools.prompt(url);
  const report = config.contact.report;
  return {
    quote: [...quoteLines(site, entry, (day) => formatDay(day, config.language)), `—— ${citation}`].join('\n'),
    citation,
    twin: site.href(twinPath(entry.path)),
    // An assistant that may not read the site would answer without it.
    assistants: offersAnswers(site) ? config.assistants.map(({ name, url: template }) => ({ text: name, href: fill(template, { url, prompt }) })) : [],
    ...(report ? { report: fill(report, { url, title: data.title }) } : {}),
  };
}

/**
 * `template` with each `{name}` replaced by the value of that name, encoded to stand anywhere behind the host of an address.
 * What needs no encoding there has none, so that a prompt in Chinese is a third as long: https://url.spec.whatwg.org/#url-code-points
 */
function fill(template: string, values: Readonly<Record<string, string>>): string {
  return template.replace(/\{(\w+)\}/g, (hole, name: string) => (Object.hasOwn(values, name) ? encode(values[name]!) : hole));
}

function encode(text: string): string {
  return encodeURIComponent(text.toWellFormed()).replace(/%3A|%2F|(?:%[C-F][0-9A-F](?:%[89AB][0-9A-F])+)+/g, decodeURIComponent);
}
