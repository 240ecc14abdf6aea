/** Content digests. They name cache entries and compare content; they are not a security boundary. */
import { createHash, hash } from 'node:crypto';
import { crc32 } from 'node:zlib';

/** 32 hexadecimal digits (128 bits of SHA-256) that stand for `content`. */
export function digest(content: string | Uint8Array): string {
  return cut(hash('sha256', content, 'hex'));
}

/** The same digest of content that comes piece by piece. */
export function startDigest(): { add(piece: Uint8Array): void; finish(): string } {
  const running = createHash('sha256');
  return { add: (piece) => void running.update(piece), finish: () => cut(running.digest('hex')) };
}

/** To which of `count` shares `name` belongs, from 0. It stays there when other names come and go. */
export function shareOf(name: string, count: number): number {
  return crc32(name) % count;
}

/** The first digits of `hex`, copied out: a slice would hold on to all of them, and a large site keeps millions of digests. */
function cut(hex: string): string {
  scratch.write(hex, 'latin1');
  return scratch.toString('latin1');
}

/** Room for the digits of a digest. */
const scratch = Buffer.alloc(32);
