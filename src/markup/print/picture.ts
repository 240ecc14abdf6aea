/** Images of the site in the HTML of a body: once they have been made ready, they get a size, modern formats and a few widths. */
import { tokenPattern } from '../references.ts';

/** An image made ready for pages. */
export interface Picture {
  /** Size in CSS pixels at which it is shown at most; in any case its proportions. */
  width: number;
  height: number;
  /** Files that are smaller than the image itself, by media type, the best first. Paths are below the site's base. */
  formats: readonly { type: string; files: readonly { path: string; width: number }[] }[];
}

/** How wide the text column is, as `sizes` wants it: see ui/styles/tokens.css. */
const sizes = '(min-width: 48rem) 42rem, 100vw';

/** `html` of a body with the images that `picture` knows. The first image of a page loads at once, the others when they come near. */
export function printPictures(html: string, picture: (path: string) => Picture | undefined, href: (path: string) => string): string {
  if (!html.includes('<img ')) return html;
  let count = 0;
  return html.replace(image, (typed: string, address: string | undefined) => {
    count += 1;
    const img = count === 1 ? typed.replace(' loading="lazy"', '') : typed;
    const found = address === undefined ? undefined : picture(address.replaceAll('&amp;', '&'));
    if (!found) return img;
    const sized = img.replace('<img ', `<img width="${found.width}" height="${found.height}" `);
    if (found.formats.length === 0) return sized;
    const sources = found.formats.map(({ type, files }) => `<source type="${type}" srcset="${files.map(({ path, width }) => `${href(path)} ${width}w`).join(', ')}" sizes="${sizes}">`);
    return `<picture>${sources.join('')}${sized}</picture>`;
  });
}

/** An image as print/image.ts writes it; the address of one of the site is a token. */
const image = new RegExp(`<img src="(?:${tokenPattern}|[^"]*)"[^>]*>`, 'g');
