/** Pages at old paths, for hosts that know no redirects: they lead on at once, and say to indexes where to. */
import { extname } from 'node:path/posix';
import { escapeHtml } from '#lib/html.ts';
import { redirectsOf } from '#model/redirects.ts';
import { words } from '#model/words/index.ts';
import type { Output } from './output.ts';

export const redirectPages: Output = {
  id: 'redirect-pages',
  *files({ site }) {
    for (const { from, to, entry } of redirectsOf(site)) {
      const path = from.endsWith('/') ? `${from}index.html` : from;
      if (extname(path) !== '.html') continue; // A host would serve it as something else than a page.
      const title = escapeHtml(entry.brief.title);
      const href = escapeHtml(site.href(to));
      yield {
        path,
        content: `<!doctype html>
<html lang="${escapeHtml(site.config.language)}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${title}</title>
<meta name="robots" content="noindex">
<link rel="canonical" href="${escapeHtml(site.url(to))}">
<meta http-equiv="refresh" content="0; url=${href}">
</head>
<body><main><h1>${escapeHtml(words[site.lang].moved)}</h1><p><a href="${href}">${title}</a></p></main></body>
</html>
`,
      };
    }
  },
};
