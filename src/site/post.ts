/** Posting to other servers: with patience where they ask for it, and without where it is no use. */

export interface PostRequest {
  url: string;
  /** Media type of `body`. */
  type: string;
  body: string;
}

export interface PostAnswer {
  /** HTTP status; missing where no answer came. */
  status: number | undefined;
  body: string;
  /** How many times the request was sent. */
  attempts: number;
  /** Why there was no answer. */
  failure?: string;
}

export interface Patience {
  /** How many times to send at most. */
  attempts: number;
  /** How long one attempt may take, in milliseconds. */
  timeout: number;
  /** The longest time, in milliseconds, to wait before another attempt; a server that asks for more gets none. */
  longest: number;
  /** Waits, in milliseconds. */
  wait(time: number): Promise<void>;
}

export const patience: Patience = { attempts: 4, timeout: 30_000, longest: 120_000, wait: (time) => new Promise((resolve) => setTimeout(resolve, time)) };

/** Sends `request`, again after 429, a fault of the server or no answer: after as long as it says, else 1, 2, 4 … seconds. Never throws. */
export async function post(request: PostRequest, { attempts, timeout, longest, wait }: Patience = patience): Promise<PostAnswer> {
  for (let attempt = 1; ; attempt += 1) {
    const answer = await send(request, timeout);
    const delay = answer.retryAfter ?? 1000 * 2 ** (attempt - 1);
    if (!isPassing(answer.status) || attempt === attempts || delay > longest) {
      const { retryAfter: _, ...rest } = answer;
      return { ...rest, attempts: attempt };
    }
    await wait(delay);
  }
}

/** Whether the same request may be answered otherwise later. */
function isPassing(status: number | undefined): boolean {
  return status === undefined || status === 429 || status >= 500;
}

async function send({ url, type, body }: PostRequest, timeout: number): Promise<Omit<PostAnswer, 'attempts'> & { retryAfter?: number }> {
  try {
    const response = await fetch(url, { method: 'POST', headers: { 'content-type': type }, body, redirect: 'error', signal: AbortSignal.timeout(timeout) });
    const retryAfter = secondsIn(response.headers.get('retry-after'));
    return { status: response.status, body: await response.text(), ...(retryAfter === undefined ? {} : { retryAfter: retryAfter * 1000 }) };
  } catch (error) {
    const { name, message, cause } = error as Error;
    return { status: undefined, body: '', failure: name === 'TimeoutError' ? `no answer within ${timeout / 1000} s` : (cause as Error | undefined)?.message ?? message };
  }
}

/** Retry-After in seconds (RFC 9110, 10.2.3). Its other form, a date, would need a clock: it counts as not given. */
function secondsIn(value: string | null): number | undefined {
  return value !== null && /^\d+$/.test(value) ? Number(value) : undefined;
}
