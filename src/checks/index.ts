/** The registry of editorial checks. */
import { bodyRules } from '#markup/rules.ts';
import { externalLinkRules } from '#model/link-rules.ts';
import type { Rule } from '#model/rule.ts';
import { proofRules } from '#model/proof-rules.ts';
import { readingRules } from '#model/rules.ts';
import { accent } from './accent.ts';
import { aiPolicy } from './ai-policy.ts';
import { anchors } from './anchors.ts';
import { bodyLinks } from './body-links.ts';
import { boundaries } from './boundaries.ts';
import { changedDates } from './changed-dates.ts';
import type { Check } from './check.ts';
import { claims } from './claims.ts';
import { cycles } from './cycles.ts';
import { duplicates } from './duplicates.ts';
import { englishSummary } from './english-summary.ts';
import { freshness } from './freshness.ts';
import { navigation } from './navigation.ts';
import { ownWords } from './own-words.ts';
import { prose } from './prose.ts';
import { publicMeansPublic } from './public.ts';
import { reach } from './reach.ts';
import { redirects } from './redirects.ts';
import { runRules } from './run.ts';
import { securityContact } from './security-contact.ts';
import { shortAnswer } from './short-answer.ts';
import { targets } from './targets.ts';
import { terms } from './terms.ts';
import { vanished } from './vanished.ts';
import { waiverRules } from './waivers.ts';

export const checks: readonly Check[] = [
  accent,
  aiPolicy,
  anchors,
  bodyLinks,
  boundaries,
  changedDates,
  claims,
  cycles,
  duplicates,
  englishSummary,
  freshness,
  navigation,
  ownWords,
  prose,
  publicMeansPublic,
  reach,
  redirects,
  securityContact,
  shortAnswer,
  targets,
  terms,
  vanished,
];

/** Checks that look at the whole site and keep what they find out of each file alone. */
const fileByFile: ReadonlySet<Check> = new Set([anchors, publicMeansPublic]);

/** What of the checks looks at single files, whatever else there is. */
export const fileChecks: readonly Check[] = checks.map((check) => {
  const { find: _, ...alone } = check;
  return fileByFile.has(check) ? check : alone;
});

/** Every rule that a problem can name, by id. */
export const rules: ReadonlyMap<string, Rule> = new Map([...checks.flatMap((check) => check.rules), ...readingRules, ...bodyRules, ...waiverRules, ...runRules, ...externalLinkRules, ...proofRules].map((rule) => [rule.id, rule]));
