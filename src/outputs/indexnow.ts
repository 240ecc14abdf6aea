/** `/<key>.txt`: proof towards IndexNow (https://www.indexnow.org/documentation) that the site's changes come from the site. */
import type { Output } from './output.ts';

export const indexnow: Output = {
  id: 'indexnow',
  *files({ site }) {
    const key = site.config.indexnow?.key;
    if (key) yield { path: `/${key}.txt`, content: key };
  },
};
