/** What of a site's look is its own: colours, icon. */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { XMLValidator } from 'fast-xml-parser';
import { contrast, legible } from '#lib/contrast.ts';
import { configSchema } from '#model/config.ts';
import { drawIcon, grounds, leastContrast, themes } from '#model/theme.ts';
import { readYaml } from '#lib/yaml.ts';
import { projectRoot } from '#site/project.ts';
import { templatesOf } from '#site/render/site-templates.ts';
import { minimalConfig } from '../helpers/content.ts';

const config = configSchema.parse(readYaml(minimalConfig).data);

test('contrast is that of WCAG', () => {
  assert.equal(contrast('#000000', '#ffffff'), 21);
  assert.equal(contrast('#ffffff', '#777777').toFixed(2), '4.48');
  assert.equal(contrast('#A8321B', '#a8321b'), 1);
});

test('the nearest legible colour is darker on light ground and lighter on dark', () => {
  for (const theme of themes) {
    const { mark } = grounds[theme];
    const found = legible('#c07050', mark, leastContrast);
    assert.ok(contrast(found, mark) >= leastContrast && contrast(found, mark) < leastContrast + 0.4, found);
  }
  assert.equal(legible('#000000', '#ffffff', leastContrast), '#000000');
});

test('the grounds are those of the stylesheet, and every ink of it can be read on them', () => {
  const sheet = readFileSync(join(projectRoot, 'src/ui/styles/tokens.css'), 'utf8');
  const [light, dark, again] = sheet.split(/^@media \(prefers-color-scheme: dark\)|^:root\[data-theme="dark"\]/m).map((part) => (name: string) => new RegExp(`--${name}: (#[0-9a-f]{6});`).exec(part)?.[1]);
  for (const [theme, read] of [['light', light!], ['dark', dark!], ['dark', again!]] as const) {
    assert.deepEqual({ paper: read('paper'), mark: read('mark') }, grounds[theme]);
    for (const ground of ['paper', 'wash', 'mark']) {
      for (const ink of [read('ink')!, read('quiet')!, config.theme.accent[theme]]) assert.ok(contrast(ink, read(ground)!) >= leastContrast, `${theme}: ${ink} on ${ground}`);
    }
  }
});

test('the colours of a site stand in its stylesheet, whose name changes with them', async () => {
  const compile = (accent: typeof config.theme.accent) => templatesOf({ language: 'zh-CN', theme: { accent } }, '');
  const usual = await compile(config.theme.accent);
  const other = await compile({ light: '#00528a', dark: '#7cc0ff' });
  const sheets = (of: typeof usual) => of.assets.filter((name) => name.endsWith('.css'));
  const changed = sheets(other).filter((name) => !sheets(usual).includes(name));
  assert.deepEqual(changed.map((name) => /\/(\w+)\./.exec(name)?.[1]), ['article', 'hub', 'map', 'workbook'], 'the sheet of the search has no colours of its own');
  for (const name of changed) assert.match(readFileSync(join(other.client, name), 'utf8'), /--accent-light:#00528a;--accent-dark:#7cc0ff/);
});

test('a site without an icon has its first character drawn, whatever that is', () => {
  for (const [name, initial] of [['alltkn', 'A'], ['小站', '小'], ['<b>', '&lt;'], ['👨‍👩‍👧家', '👨‍👩‍👧'], ['&', '&amp;']] as const) {
    const icon = drawIcon({ config: { ...config, name } });
    assert.equal(XMLValidator.validate(icon), true);
    assert.ok(icon.includes(`>${initial}</text>`), name);
  }
});
