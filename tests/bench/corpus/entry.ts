/** Entries of the corpus as data, before any generator's own way of writing them down. */
import { makeBody } from './body.ts';
import { makeOwn } from './kinds.ts';
import { kindOf, refOf, slugOf, subjectOf, termOf, type CorpusKind } from './plan.ts';
import { makeRandom, type Random } from './random.ts';
import { categories, tags } from './site.ts';
import { makeSpeech, type Speech } from './speech.ts';

export interface CorpusOptions {
  /** How many entries, at least 20, so that every kind is among them. */
  entries: number;
  seed: number;
}

export interface Source {
  id: string;
  title: string;
  url: string;
  checked: string;
}

export interface CorpusEntry {
  kind: CorpusKind;
  slug: string;
  data: Record<string, unknown> & { sources?: Source[] };
  body: string;
  /** Code by its path relative to the folder of the kind. */
  files: Map<string, string>;
}

/** Every entry of a corpus, one by one, the same ones for the same options. */
export function* makeEntries({ entries, seed }: CorpusOptions): Generator<CorpusEntry> {
  const said = new Set<number>();
  for (let number = 0; number < entries; number += 1) {
    const random = makeRandom(seed, number);
    yield makeEntry(number, (number + 1) % entries, makeSpeech(subjectOf(number), random, said));
  }
}

function makeEntry(number: number, next: number, speech: Speech): CorpusEntry {
  const { random, say, several } = speech;
  const kind = kindOf(number);
  const sources = makeSources(number, random);
  const updated = day(random, '2026-08-01', 100);
  const own = makeOwn(kind, number, speech);
  const data = {
    title: kind === 'glossary' ? `${termOf(number)}是什么` : (own.data['question'] as string | undefined) ?? say('title'),
    description: say('description'),
    ...own.data,
    shortAnswer: say('conclusion') + say('caveat'),
    ...(random.chance(0.5) ? { basis: [say('basis')] } : {}),
    boundaries: { appliesTo: several('applies', 1, 2), notFor: several('limit', 1, 2), ...(random.chance(0.3) ? { neverShare: [say('secret')] } : {}) },
    nextSteps: [{ text: say('step'), to: refOf(next) }, { text: say('step'), ...(random.chance(0.3) ? { to: '/support/' } : {}) }],
    englishSummary: [say('english')],
    category: random.pick(categories).id,
    tags: random.sample(tags, random.int(1, 3)).map(({ id }) => id),
    aliases: [`${subjectOf(number)}故障`, `RUN-${number}-${random.int(10, 99)}`],
    ...(random.chance(0.6) ? { faq: [{ question: say('faq'), answer: say('reply') }] } : {}),
    related: makeRelations(number, random),
    ...(sources.length ? { sources } : {}),
    published: day(random, '2025-01-01', 560),
    updated,
    review: { volatility: random.pick(['stable', 'product', 'vendor']) },
    ...(random.chance(0.2) ? { revisions: [{ date: updated, change: say('step'), reason: say('basis') }] } : {}),
  };
  return { kind, slug: slugOf(number), data, body: makeBody(number, speech, sources.map(({ id }) => id)), files: own.files };
}

/** Two to six relations, to earlier entries only, so that `requires` and `partOf` never run in a circle. */
function makeRelations(number: number, random: Random): { to: string; as: string }[] {
  const wanted = Math.min(number, random.int(2, 6));
  const found = new Set<number>();
  while (found.size < wanted) found.add(random.chance(0.5) ? random.int(Math.max(0, number - 50), number - 1) : random.int(0, number - 1));
  return [...found].map((to) => ({ to: refOf(to), as: random.pick(relationsBetween(number, to)) }));
}

function relationsBetween(from: number, to: number): string[] {
  if (kindOf(from) === 'examples') return ['exampleOf'];
  if (kindOf(to) === 'guides') return ['partOf', 'seeAlso'];
  return kindOf(from) === kindOf(to) ? ['alternativeTo', 'requires', 'seeAlso'] : ['requires', 'seeAlso', 'seeAlso'];
}

function makeSources(number: number, random: Random): Source[] {
  return Array.from({ length: random.int(0, 2) }, (_, index) => {
    const rfc = random.int(2000, 9700);
    return { id: `s${index + 1}`, title: `RFC ${rfc}，第 ${number} 号摘录`, url: `https://www.rfc-editor.org/rfc/rfc${rfc}`, checked: day(random, '2026-09-01', 70) };
  });
}

/** A day among the `span` days from `first` on. */
function day(random: Random, first: string, span: number): string {
  return new Date(Date.parse(first) + random.int(0, span - 1) * 86_400_000).toISOString().slice(0, 10);
}
