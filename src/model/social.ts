/** The picture by which an entry is shown where its address is shared. */
import { digest } from '#lib/hash.ts';
import type { Entry } from './entry.ts';
import type { Site } from './site.ts';

/** Pixels, as https://ogp.me and the cards of X want them. */
export const socialSize = { width: 1200, height: 630 };

/** What a picture is drawn from; its address changes when one of these does. */
export interface SocialPicture {
  /** Path below the site's base. */
  path: string;
  question: string;
  answer: string;
  site: string;
  host: string;
  /** Colour of its marks, `#rrggbb`. */
  accent: string;
}

/** The picture of `entry`; undefined where site.yaml does not ask for pictures. */
export function socialPictureOf({ config }: Site, entry: Entry): SocialPicture | undefined {
  if (!config.social.pictures) return undefined;
  const said = { question: entry.data.title, answer: entry.data.shortAnswer, site: config.name, host: new URL(config.url).host, accent: config.theme.accent.light };
  return { ...said, path: `/_social/${entry.ref.replace('/', '-')}.${digest(JSON.stringify([design, said])).slice(0, 12)}.png` };
}

/** To be raised when pictures are drawn otherwise: shares remember pictures by their address. */
const design = 2;
