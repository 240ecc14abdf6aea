/** Addresses of an imported article: absolute, without what only tracks readers. */
import { lose, type Losses } from './losses.ts';

export interface AddressContext {
  /** Address of the article, against which relative ones are read. */
  base: string | undefined;
  /** The reference of another article of the same import, by its old address. */
  imported(address: string): string | undefined;
  losses: Losses;
}

/** Parameters that say where a reader came from, and nothing of what is shown. */
const tracking = /^(utm_\w+|fbclid|gclid|dclid|msclkid|mc_cid|mc_eid|igshid|spm|_hsenc|_hsmi)$/i;

/** `address` without tracking parameters; as it was typed when it has none. */
export function withoutTracking(address: string, losses?: Losses): string {
  if (!address.includes('?') || !URL.canParse(address)) return address;
  const url = new URL(address);
  const tracked = [...url.searchParams.keys()].filter((name) => tracking.test(name));
  if (tracked.length === 0) return address;
  for (const name of tracked) url.searchParams.delete(name);
  if (losses) lose(losses, 'tracking');
  return url.href;
}

/** The address for a link, or undefined for one that has to go. */
export function linkAddress(typed: string, { base, imported, losses }: AddressContext): string | undefined {
  const trimmed = typed.trim();
  if (trimmed.startsWith('#') || (base && trimmed.startsWith(`${base}#`))) return void lose(losses, 'anchor');
  if (!URL.canParse(trimmed, base)) return void lose(losses, 'address');
  const url = new URL(trimmed, base);
  if (!['http:', 'https:', 'mailto:', 'tel:'].includes(url.protocol)) return void lose(losses, 'address');
  const address = withoutTracking(url.href, losses);
  return imported(address) ?? address;
}

/** The address of a picture, or undefined for one that cannot be shown. */
export function imageAddress(typed: string, { base, losses }: AddressContext): string | undefined {
  if (/^data:/i.test(typed)) return void lose(losses, 'dataImage');
  if (!URL.canParse(typed, base)) return void lose(losses, 'address');
  const url = new URL(typed, base);
  return ['http:', 'https:'].includes(url.protocol) ? withoutTracking(url.href, losses) : void lose(losses, 'address');
}
