/** Addresses that only work inside a network, and tell outsiders how it is laid out. */
import { isIPv6 } from 'node:net';
import type { Finding } from './finding.ts';

/** RFC 1918, with the length of a network where one is given. */
const ipv4 = /(?<![\w.-])(?:10(?:\.\d{1,3}){3}|172\.(?:1[6-9]|2\d|3[01])(?:\.\d{1,3}){2}|192\.168(?:\.\d{1,3}){2})(\/\d{1,2})?(?![\w-]|\.\d)/g;
/** RFC 4193. */
const ipv6 = /(?<![\w:.])f[cd][0-9a-f]{2}:[0-9a-f:]{2,}(?![\w:])/gi;
/** Names below which companies and homes put what is theirs alone. */
const host = /(?<![\w.@%$-])((?:[A-Za-z0-9-]+\.)+(?:internal|intranet|local|localdomain|lan|corp))(?![\w-]|\.[A-Za-z0-9_]|\()/g;

/** Private addresses and internal hosts in `text`. */
export function findInternal(text: string): Finding[] {
  return [
    ...Array.from(text.matchAll(ipv4)).flatMap((match) => (isHost(match[0], match[1]) && !follows(text, match.index, version) ? [at('internal/address', match)] : [])),
    ...Array.from(text.matchAll(ipv6)).flatMap((match) => (isIPv6(match[0]) ? [at('internal/address', match)] : [])),
    ...Array.from(text.matchAll(host)).flatMap((match) => (isHostName(match[1]!, text, match.index) ? [at('internal/host', match)] : [])),
  ];
}

function at(rule: Finding['rule'], match: RegExpExecArray): Finding {
  return { rule, start: match.index, end: match.index + match[0].length };
}

/** What every router and every container has says nothing of anybody's network; nor does the name of a whole range. */
const defaults = new Set(['192.168.0.1', '192.168.1.1', '192.168.1.100', '10.0.0.1', '172.17.0.1']);

/** What stands before a number in four parts that is none of an address. */
const version = /(?<=(?:version|\bv|§)\s*)/iy;

function isHost(value: string, length: string | undefined): boolean {
  const [address = ''] = value.split('/');
  const parts = address.split('.').map(Number);
  if (parts.some((part) => part > 255) || defaults.has(address)) return false;
  return !(parts.at(-1) === 0 || (length === undefined && parts.at(-1) === 255));
}

/** Names that software gives itself, the same everywhere. */
const known = /^(?:(?:host|gateway)\.docker\.internal|metadata\.google\.internal|kubernetes\.default\.svc\.cluster\.local|(?:localhost|localhost\.localdomain)\.?.*|(?:this|self|window|process|module|import|global|document|env|config|settings)\..*)$/i;

const inAddress = /(?<=\/\/|@)/y;
const member = /(?<=[=.]\s*)/y;

/** In prose and code `a.local` may be a file or a field; an address, a port or a third part makes it a host. */
function isHostName(name: string, text: string, start: number): boolean {
  if (known.test(name)) return false;
  const after = text.slice(start + name.length);
  return follows(text, start, inAddress) || /^:\d{2,5}(?!\d)/.test(after) || (name.split('.').length > 2 && !follows(text, start, member) && !/^\s*(?:=|\[)/.test(after));
}

/** Whether what the sticky `pattern` looks behind for ends at `start`. One that was looked for in all that stands before would read a list of hosts once for each of them. */
function follows(text: string, start: number, pattern: RegExp): boolean {
  pattern.lastIndex = start;
  return pattern.test(text);
}
