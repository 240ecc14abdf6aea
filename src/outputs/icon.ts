/** `/site-icon.svg`: the icon of a site that has none of its own. */
import { drawIcon, drawnIconPath } from '#model/theme.ts';
import type { Output } from './output.ts';

export const icon: Output = {
  id: 'icon',
  *files({ site }) {
    if (!site.config.theme.icon) yield { path: drawnIconPath, content: drawIcon(site) };
  },
};
