/** `lede stale`: which entries are due for review and whose they are. */
import { Command, Option } from 'commander';
import { formatCalendar } from '#lib/ical.ts';
import { plural } from '#lib/number.ts';
import type { Entry } from '#model/entry.ts';
import { compare, isError, type Lang } from '#model/problem.ts';
import type { Review } from '#model/review.ts';
import type { Site } from '#model/site.ts';
import { loadSite } from '#site/load.ts';
import { contentDir, contentOption, languageOf, today, todayOption, type ContentOptions } from './options.ts';
import { brokenSettings } from './report.ts';

interface StaleOptions extends ContentOptions {
  format: keyof typeof formats;
}

export function staleCommand(): Command {
  return new Command('stale')
    .description('Print the entries that are due or overdue for review, by owner.')
    .addOption(contentOption())
    .addOption(new Option('--format <format>', 'how they are printed').choices(Object.keys(formats)).default('table'))
    .addOption(todayOption())
    .addHelpText('after', '\nExample:\n  lede stale --content my-site --format ical > reviews.ics\n')
    .action((options: StaleOptions) => {
      const { edition, problems } = loadSite({ contentDir: contentDir(options.content), today: today(options.today), checkOnly: true });
      if (!edition) throw brokenSettings();
      const lang = languageOf(options);
      process.stdout.write(formats[options.format](edition.site, staleEntries(edition.site), lang));
      const broken = new Set(problems.filter(isError).filter(({ file }) => !edition.site.entries.some(({ source }) => source.file === file)).map(({ file }) => file));
      if (broken.size > 0) console.error(words[lang].broken(broken.size));
    });
}

interface Stale {
  entry: Entry;
  review: Review;
  /** Empty where the entry names none. */
  owner: string;
  /** Days since the due date; negative before it. */
  late: number;
}

/** By owner, those without one last; each owner's most urgent first. */
function staleEntries(site: Site): Stale[] {
  return site.entries
    .map((entry): Stale => {
      const review = site.review(entry);
      return { entry, review, owner: entry.data.review.owner ?? '', late: (Date.parse(site.today) - Date.parse(review.due)) / 86_400_000 };
    })
    .filter(({ review }) => review.state !== 'current')
    .sort((a, b) => Number(a.owner === '') - Number(b.owner === '') || compare(a.owner, b.owner) || b.late - a.late || compare(a.entry.ref, b.entry.ref));
}

const words = {
  zh: { nobody: '没有写负责人', late: (days: number) => `过期 ${days} 天`, soon: (days: number) => (days === 0 ? '今天到期' : `还有 ${days} 天`), count: (late: number, soon: number) => `${late} 篇过期，${soon} 篇快到期。`, calendar: (name: string) => `${name} 的复核`, summary: (title: string) => `复核：${title}`, checked: (day: string) => `上次核对：${day}`, broken: (count: number) => `有错误的 ${count} 个文件不在这张表里。运行 lede check 看是哪些。` },
  en: { nobody: 'No owner', late: (days: number) => `${plural(days, 'day')} late`, soon: (days: number) => (days === 0 ? 'today' : `in ${plural(days, 'day')}`), count: (late: number, soon: number) => `${late} overdue, ${soon} due soon.`, calendar: (name: string) => `Reviews of ${name}`, summary: (title: string) => `Review: ${title}`, checked: (day: string) => `Last checked: ${day}`, broken: (count: number) => `Files with errors are not in this list: ${count}. Run "lede check" to see them.` },
};

const formats = {
  table(_site: Site, stale: readonly Stale[], lang: Lang): string {
    const say = words[lang];
    const owners = [...Map.groupBy(stale, ({ owner }) => owner)].map(([owner, items]) => {
      const rows = items.map(({ entry, review, late }) => `  ${review.due}  ${late > 0 ? say.late(late) : say.soon(-late)}  ${entry.source.file}  ${entry.data.title}`);
      return `${[owner || say.nobody, ...rows].join('\n')}\n\n`;
    });
    const overdue = stale.filter(({ late }) => late > 0).length;
    return `${owners.join('')}${say.count(overdue, stale.length - overdue)}\n`;
  },
  json(site: Site, stale: readonly Stale[]): string {
    const rows = stale.map(({ entry, review, owner, late }) => ({ owner: owner || null, ...review, late, id: entry.ref, file: entry.source.file, title: entry.data.title, url: site.url(entry.path) }));
    return `${JSON.stringify(rows, null, 2)}\n`;
  },
  ical(site: Site, stale: readonly Stale[], lang: Lang): string {
    const say = words[lang];
    return formatCalendar(say.calendar(site.config.name), stale.map(({ entry, review, owner }) => ({
      uid: `${entry.ref}@${new URL(site.config.url).host}`,
      day: review.due,
      stamp: review.checked,
      summary: say.summary(entry.data.title),
      description: `${say.checked(review.checked)}\n${entry.source.file}`,
      url: site.url(entry.path),
      category: owner || say.nobody,
    })));
  },
};
