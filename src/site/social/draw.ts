/** Drawing one social picture: paper, ink and one accent, the question as a headline, the answer as its lede. */
import { Resvg } from '@resvg/resvg-js';
import satori, { type Font } from 'satori';
import { socialSize, type SocialPicture } from '#model/social.ts';
import { encodePng } from './png.ts';

export interface Drawn {
  png: Buffer;
  /** Characters that no font has; they are left out. */
  missing: string[];
}

/** The light colours of ui/styles/tokens.css. */
const paper = '#fbfaf6';
const ink = '#1b1a17';
const quiet = '#5c584f';

/** The picture as PNG. */
export async function drawPicture(picture: SocialPicture, fonts: Font[]): Promise<Drawn> {
  const missing = new Set<string>();
  const families = [...new Set(fonts.map(({ name }) => name))].join(', ');
  const draw = (said: SocialPicture) => satori(layout(said, families), {
    ...socialSize,
    fonts,
    loadAdditionalAsset: async (_language, segment) => {
      for (const { segment: char } of graphemes.segment(segment)) missing.add(char);
      return [];
    },
  });
  let svg = await draw(picture);
  if (missing.size > 0) svg = await draw({ ...picture, question: without(picture.question, missing), answer: without(picture.answer, missing), site: without(picture.site, missing) });
  // Text is drawn as paths by then.
  const { pixels } = new Resvg(svg, { font: { loadSystemFonts: false } }).render();
  return { png: encodePng(pixels, socialSize, paper, [ink, quiet, picture.accent]), missing: [...missing].sort() };
}

const graphemes = new Intl.Segmenter();

function without(text: string, missing: ReadonlySet<string>): string {
  return [...missing].reduce((left, segment) => left.replaceAll(segment, ''), text).replace(/ {2,}/g, ' ').trim();
}

/** What satori lays out: elements as React makes them, without React. */
function layout({ question, answer, site, host, accent }: SocialPicture, fontFamily: string) {
  const size = sizeFor(question);
  return box({ flexDirection: 'column', width: '100%', height: '100%', boxSizing: 'border-box', padding: '56px 72px 48px', backgroundColor: paper, color: ink, fontFamily }, [
    box({ justifyContent: 'space-between', alignItems: 'baseline', paddingBottom: 20, borderBottom: `2px solid ${ink}` }, [
      box({ fontSize: 28, fontWeight: 700, color: accent }, site),
      box({ fontSize: 24, color: quiet }, host),
    ]),
    box({ display: 'block', marginTop: 36, fontSize: size, lineHeight: 1.32, fontWeight: 700, lineClamp: 3, wordBreak: 'break-word', textWrap: 'balance' }, question),
    box({ display: 'block', marginTop: 28, paddingLeft: 24, borderLeft: `6px solid ${accent}`, fontSize: 30, lineHeight: 1.6, lineClamp: 4, wordBreak: 'break-word' }, answer),
  ]);
}

/** Pixels at which a headline stays within three lines: a Latin letter is about half as wide as a character of Chinese. */
function sizeFor(question: string): number {
  const width = [...question].reduce((sum, char) => sum + (char.codePointAt(0)! < 0x2e80 ? 0.55 : 1), 0);
  return width <= 28 ? 64 : width <= 44 ? 52 : 42;
}

function box(style: Record<string, string | number>, children: unknown) {
  return { type: 'div', key: null, props: { style: { display: 'flex', ...style }, children } };
}
