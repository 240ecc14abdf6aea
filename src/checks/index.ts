/** The registry of editorial checks. */
import { bodyLinks } from './body-links.ts';
import type { Check } from './check.ts';

export const checks: readonly Check[] = [bodyLinks];
