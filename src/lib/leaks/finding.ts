/** What is found in a text that must not be public. */

/** What kind of thing must not be public. */
export type LeakRule =
  | 'secret/token' | 'secret/private-key' | 'secret/credentials'
  | 'personal/identity' | 'personal/phone' | 'personal/card'
  | 'company/credit-code' | 'internal/address' | 'internal/host';

/** A piece of a text that must not be public, from `start` up to `end` in UTF-16 units. */
export interface Finding {
  rule: LeakRule;
  start: number;
  end: number;
}
