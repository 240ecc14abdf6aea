/** What the `ai` part of site.yaml means: who may fetch, what stays out, whether pages may be in indexes. */
import { agents, type AgentClass } from './agents.ts';
import type { SiteConfig } from './config.ts';
import type { Site } from './site.ts';

type Policy = SiteConfig['ai'];
export type Permission = Policy['search'];

/** A crawler with what it may do. */
export interface Crawler {
  /** Product token. */
  name: string;
  /** Missing for a crawler that only site.yaml knows. */
  class: AgentClass | undefined;
  permission: Permission;
}

/** What `policy` says of a class. Who fetches for somebody's question follows `answers`, as quoting does. */
function permissionOf(policy: Policy, agentClass: AgentClass): Permission {
  return policy[agentClass === 'user' ? 'answers' : agentClass];
}

/** The crawlers that have a name, those that only site.yaml knows last. A rule for one crawler wins over its class. */
export function crawlers(policy: Policy): Crawler[] {
  const rules = new Map(Object.entries(policy.agents).map(([name, permission]) => [name.toLowerCase(), { name, permission }]));
  const known = agents.map((agent) => ({ name: agent.name, class: agent.class, permission: rules.get(agent.name.toLowerCase())?.permission ?? permissionOf(policy, agent.class) }));
  for (const { name } of agents) rules.delete(name.toLowerCase());
  return [...known, ...Array.from(rules.values(), (rule) => ({ ...rule, class: undefined }))];
}

/** Whether AI systems may retrieve and quote `site`, and so get the files made for that: llms.txt, llms-full.txt, answers.json, questions.json. */
export function offersAnswers({ config }: Pick<Site, 'config'>): boolean {
  return config.ai.answers === 'allow';
}

/** Whether a pattern of `disallow` covers `path`. `*` stands for any text and `$` for the end (RFC 9309, 2.2.3). */
export function covers(pattern: string, path: string): boolean {
  const [, text = '', end = ''] = /^(.*?)(\$?)$/.exec(pattern)!;
  return new RegExp(`^${text.split('*').map((part) => RegExp.escape(part)).join('.*')}${end}`).test(path);
}
