/** Following one link to another site, as politely as a reader who is in no hurry. */
import { isUtf8 } from 'node:buffer';
import type { Patience } from '../post.ts';

/** `ok`: it opens. `moved`: it opens elsewhere, for good. `dead`: there is no such page or host. `unanswered`: nobody can tell this time. */
export interface Outcome {
  state: 'ok' | 'moved' | 'dead' | 'unanswered';
  /** HTTP status of the last answer; missing where none came. */
  status?: number;
  /** Why none came: a code such as ECONNREFUSED, `timeout`, or `redirects` where they do not end. */
  failure?: string;
  /** Where it has moved to. */
  to?: string;
}

export interface Means extends Patience {
  /** Milliseconds since 1970. */
  now(): number;
  /** What it calls itself to other hosts. */
  agent: string;
  /** Runs `ask` when no other request to the host of `url` is under way. */
  inTurn<Value>(url: string, ask: () => Promise<Value>): Promise<Value>;
}

/** As many as browsers follow: https://fetch.spec.whatwg.org/#http-redirect-fetch */
const mostRedirects = 20;

/** Follows `url` to where it ends. Never throws. */
export async function visit(url: string, means: Means): Promise<Outcome> {
  let at = url;
  let settled = url;
  let isLasting = true;
  for (let count = 0; count <= mostRedirects; count += 1) {
    const asked = at;
    const { status, location, failure } = await means.inTurn(asked, () => askPatiently(asked, means));
    if (status === undefined) return { state: failure === 'ENOTFOUND' ? 'dead' : 'unanswered', failure: failure ?? '' };
    const next = location === undefined ? null : URL.parse(location, at);
    if (!next || !/^https?:$/.test(next.protocol)) return judge(status, url, settled);
    isLasting &&= status === 301 || status === 308;
    if (isLasting) settled = next.href;
    at = next.href;
  }
  return { state: 'dead', failure: 'redirects' };
}

function judge(status: number, url: string, settled: string): Outcome {
  if (status >= 200 && status < 300) return settled === url ? { state: 'ok', status } : { state: 'moved', status, to: settled };
  return { state: status === 404 || status === 410 ? 'dead' : 'unanswered', status };
}

interface Answer {
  status?: number;
  location?: string;
  /** In milliseconds. */
  retryAfter?: number | undefined;
  failure?: string;
}

/** Asks for the head alone; some hosts refuse that, or answer it wrongly, and are asked for the page. */
async function askPatiently(url: string, means: Means): Promise<Answer> {
  let answer = await ask(url, 'HEAD', means);
  if (answer.status !== undefined && answer.status >= 400 && answer.status !== 429) answer = await ask(url, 'GET', means);
  for (let attempt = 1; attempt < means.attempts && isPassing(answer); attempt += 1) {
    const delay = answer.retryAfter ?? 1000 * 2 ** (attempt - 1);
    if (delay > means.longest) break;
    await means.wait(delay);
    answer = await ask(url, 'GET', means);
  }
  return answer;
}

/** Whether the same request may be answered otherwise in a moment. */
function isPassing({ status, failure }: Answer): boolean {
  return status === undefined ? failure !== 'ENOTFOUND' : status === 429 || status >= 500;
}

async function ask(url: string, method: 'HEAD' | 'GET', { agent, timeout, now }: Means): Promise<Answer> {
  try {
    const response = await fetch(url, { method, redirect: 'manual', headers: { 'user-agent': agent, accept: '*/*' }, signal: AbortSignal.timeout(timeout) });
    await response.body?.cancel();
    const isRedirect = [301, 302, 303, 307, 308].includes(response.status);
    const location = isRedirect ? response.headers.get('location') : null;
    return { status: response.status, retryAfter: delayIn(response.headers.get('retry-after'), now()), ...(location === null ? {} : { location: asTyped(location) }) };
  } catch (error) {
    const { name, message, cause } = error as Error & { cause?: NodeJS.ErrnoException };
    return { failure: name === 'TimeoutError' ? 'timeout' : cause?.code ?? cause?.message ?? message };
  }
}

/** A header as its bytes were meant: `fetch` reads each as a character, while hosts that do not escape Chinese send UTF-8, and browsers take it so. */
function asTyped(header: string): string {
  const bytes = Buffer.from(header, 'latin1');
  return isUtf8(bytes) ? bytes.toString('utf8') : header;
}

/** Retry-After as milliseconds from `now`: seconds, or a date (RFC 9110, 10.2.3). */
function delayIn(value: string | null, now: number): number | undefined {
  if (value === null) return undefined;
  const time = /^\d+$/.test(value) ? Number(value) * 1000 : Date.parse(value) - now;
  return Number.isNaN(time) ? undefined : Math.max(0, time);
}
