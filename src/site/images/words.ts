/** How faults of images are told. */
import type { Unplaced } from '#model/problem.ts';
import { formats, maxPixels, type ImageFault } from './inspect.ts';

/** The fault of the image at `path`. */
export function sayFault(fault: ImageFault, path: string): Unplaced {
  return { rule: `image/${fault}`, severity: 'error', ...say[fault](path) };
}

const kinds = { zh: formats.map((name) => name.toUpperCase()).join('、'), en: formats.map((name) => name.toUpperCase()).join(', ') };

const say: Record<ImageFault, (path: string) => Pick<Unplaced, 'message' | 'hint'>> = {
  broken: (path) => ({
    message: { zh: `图片 "${path}" 的数据不完整，读到一半就断了。`, en: `The image "${path}" is damaged: it cannot be read to its end.` },
    hint: { zh: '从原处重新导出或下载这张图片，再放进 content/public/。', en: 'Export or download it again, and put it into content/public/ once more.' },
  }),
  foreign: (path) => ({
    message: { zh: `"${path}" 不是浏览器能显示的图片。`, en: `"${path}" is not an image that browsers show.` },
    hint: { zh: `把它存成 ${kinds.zh} 之一。`, en: `Save it as one of ${kinds.en}.` },
  }),
  huge: (path) => ({
    message: { zh: `图片 "${path}" 超过 ${maxPixels / 1e6} 百万像素，处理它要用掉太多内存。`, en: `The image "${path}" has more than ${maxPixels / 1e6} million pixels; handling it would take too much memory.` },
    hint: { zh: '先把它缩小：页面上最多显示 1600 像素宽。', en: 'Scale it down first: pages show at most 1600 pixels across.' },
  }),
};
