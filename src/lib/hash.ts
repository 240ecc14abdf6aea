/** Content digests. They name cache entries and compare content; they are not a security boundary. */
import { hash } from 'node:crypto';

/** 32 hexadecimal digits (128 bits of SHA-256) that stand for `content`. */
export function digest(content: string | Uint8Array): string {
  return hash('sha256', content, 'hex').slice(0, 32);
}
