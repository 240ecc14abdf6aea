/** `/offline-worker.js`: keeps the pages that were read, where site.yaml asks for it; elsewhere it takes an earlier one away. */
import { workerPath } from '#model/paths.ts';
import { words } from '#model/words/index.ts';
import { keepPages, retire } from '#model/worker.ts';
import type { Output } from './output.ts';

export const offline: Output = {
  id: 'offline',
  *files({ site: { base, config, lang } }) {
    const given = JSON.stringify({ ...words[lang].offline, language: config.language, assets: `${base}/_astro/`, search: `${base}/_search/` });
    // Their source is what is sent: types were blanked when it was loaded.
    yield { path: workerPath, content: config.offline ? `(${keepPages})(self, ${given});\n` : `(${retire})(self);\n` };
  },
};
