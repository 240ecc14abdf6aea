/** The social pictures of a site: drawn once, kept by their address, which holds a digest of all that is on them. */
import { mkdirSync, readFileSync, renameSync, statSync, writeFileSync } from 'node:fs';
import { findPackageJSON } from 'node:module';
import { join } from 'node:path';
import { digest } from '#lib/hash.ts';
import { keepData, recallData } from '#lib/kept-data.ts';
import { versionFolder } from '#lib/recent.ts';
import { sourceDigest } from '#lib/source-digest.ts';
import type { Edition } from '#markup/edition.ts';
import type { Place, Problem, Words } from '#model/problem.ts';
import { socialPictureOf } from '#model/social.ts';
import type { Loaded } from '../load.ts';
import { cacheDir } from '../project.ts';

/** Draws what is not drawn yet. `settings` gives the place of a value of site.yaml; `files` are absolute files by the path at which they are served. */
export async function makeSocialPictures({ site }: Edition, settings: Loaded['settings']): Promise<{ files: Map<string, string>; problems: Problem[] }> {
  if (!site.config.social.pictures) return { files: new Map(), problems: [] };
  const folder = versionFolder(join(cacheDir, 'social'), digest([sourceDigest('site/social'), ...['satori', '@resvg/resvg-js'].map((name) => readFileSync(findPackageJSON(name, import.meta.url)!, 'utf8'))].join('')));
  const wanted = site.entries.flatMap((entry) => {
    const picture = socialPictureOf(site, entry);
    return picture ? [{ entry, picture, file: join(folder, picture.path) }] : [];
  });
  const drawn = new Map(wanted.map(({ file }) => [file, recallDrawn(file)]));
  const undrawn = wanted.filter(({ file }) => !drawn.get(file));
  if (undrawn.length > 0) {
    const [{ drawPicture }, { fontsFor }] = await Promise.all([import('./draw.ts'), import('./fonts.ts')]);
    const fonts = fontsFor(undrawn.map(({ picture: { question, answer, site: name, host } }) => question + answer + name + host).join('') + '…');
    mkdirSync(join(folder, '_social'), { recursive: true });
    for (const { picture, file } of undrawn) {
      const { png, missing } = await drawPicture(picture, fonts);
      const aside = `${file}.${process.pid}.tmp`; // another build may draw the same
      writeFileSync(aside, png);
      renameSync(aside, file);
      keepData<Drawn>(listOf(file), form, { data: { size: png.length, missing }, parts: [] });
      drawn.set(file, { size: png.length, missing });
    }
  }
  const missing = (file: string, text: string) => drawn.get(file)!.missing.filter((char) => text.includes(char));
  const ofName = new Set(wanted.flatMap(({ file }) => missing(file, site.config.name)));
  return {
    files: new Map(wanted.map(({ picture, file }) => [picture.path, file])),
    problems: [
      ...wanted.flatMap(({ entry, picture, file }) => missing(file, picture.question + picture.answer).map((char) => sayMissing({ file: entry.source.file, line: 1, column: 1 }, char, { zh: '标题或短答案', en: 'title or short answer' }))),
      ...[...ofName].map((char) => sayMissing(settings(['name']), char, { zh: '站名', en: 'name of the site' })),
    ],
  };
}

/** What is known of a picture that was drawn. */
interface Drawn {
  /** Bytes. */
  size: number;
  /** Characters that its font lacks. */
  missing: readonly string[];
}

/** Changes with the form of what is kept beside a picture. */
const form = digest('drawn 1');

/** What is known of the picture in `file`; undefined where it is not there, or not as long as it was drawn. To read all of them would take longer than all the rest of a build after an edit. */
function recallDrawn(file: string): Drawn | undefined {
  const kept = recallData<Drawn>(listOf(file), form)?.data;
  return kept && statSync(file, { throwIfNoEntry: false })?.size === kept.size ? kept : undefined;
}

function listOf(file: string): string {
  return `${file}.drawn`;
}

function sayMissing(place: Place, char: string, where: Words): Problem {
  return {
    ...place,
    rule: 'social/character',
    severity: 'notice',
    message: { zh: `分享图的字体里没有“${char}”，图上省略了它。`, en: `The font of social pictures has no "${char}"; it is left out of the picture.` },
    hint: { zh: `页面上不受影响；要让它出现在图上，在${where.zh}里换一种写法。`, en: `Pages are not affected; to have it on the picture, write the ${where.en} another way.` },
  };
}
