/** What readers see on the page of an entry or trust page: heading, answer, boundaries, dates, state of review. */
import { words } from '#model/words/index.ts';
import type { Lang } from '#model/problem.ts';
import type { Facts, Field, Role } from '../reference.ts';
import { agree, pageFile, type Surface } from '../surface.ts';
import { boundariesIn } from '../parse/labels.ts';
import { marked, textOf, type Piece } from '../parse/outline.ts';
import { daysIn, readPage } from '../parse/page.ts';

const states: Partial<Record<Role, readonly Field[]>> = {
  entry: ['url', 'title', 'answer', 'appliesTo', 'notFor', 'neverShare', 'published', 'updated', 'checked', 'due', 'state', 'overdue'],
  trust: ['title', 'updated'],
  tombstone: ['title'],
};

export const pages: Surface = {
  id: 'page',
  own: (subject) => [pageFile(subject, states[subject.role] ?? [])],
  read(text, { reference: { site: { lang } } }) {
    const page = readPage(text).piece;
    const title = textOf(page, 'h1');
    const byline = marked(page, 'byline');
    const days = daysIn(byline);
    const facts = marked(page, 'page-facts');
    if (!facts) return [{ says: { title, updated: days[0] } }];
    const [checked, due] = days;
    return [{
      says: {
        url: marked(page, 'address')?.text,
        title,
        answer: marked(page, 'answer')?.text.trim(),
        checked,
        due,
        overdue: agree(marked(page, 'stale') ? 'yes' : 'no', byline?.text.includes(words[lang].review.overdue) ? 'yes' : 'no'),
        ...boundariesIn(boundaryLines(page, lang), lang),
        ...factsIn(facts, lang),
      },
    }];
  },
};

/** Each case under its heading, as a line that starts with the heading. */
function boundaryLines(page: Piece, lang: Lang): string[] {
  let label = '';
  return (marked(page, 'page-boundaries')?.inside ?? []).flatMap(({ name, text }) => {
    if (name === 'li') return `${label}${words[lang].colon}${text.trim()}`;
    label = text.trim();
    return [];
  });
}

/** Dates and state, as the margin of the page names them. */
function factsIn(facts: Piece, lang: Lang): Facts {
  const say = words[lang];
  const values = new Map(facts.inside.flatMap((term, index, all) => (term.name === 'dt' ? [[term.text.trim(), all[index + 1]] as const] : [])));
  const state = values.get(say.reviewState)?.text.trim();
  return {
    published: daysIn(values.get(say.published))[0],
    updated: daysIn(values.get(say.updated))[0],
    state: (['current', 'soon', 'overdue'] as const).find((name) => say.review[name] === state) ?? state,
  };
}
