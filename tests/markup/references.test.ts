import assert from 'node:assert/strict';
import { test } from 'node:test';
import { classifyAddress } from '#markup/check/address.ts';
import { isInternal, referenceToken, resolveReferences } from '#markup/references.ts';

test('internal addresses', () => {
  for (const href of ['answers/base-url-settings', 'glossary/api#甲', '/', '/about/', '/support/#business', '/s/?a=1&b=2']) assert.ok(isInternal(href), href);
  for (const href of ['#x', '//evil.com', '/\\evil.com', 'https://a.b/', 'answers', 'answers/A', 'answers/a/b', '../a', 'a b/c', '/a b', '/a"b', '', 'answers/a#']) assert.ok(!isInternal(href), href);
});

test('tokens are resolved in one pass, whatever stands around them', () => {
  const text = `a${referenceToken('answers/x')}b${referenceToken('/y/')}`;
  assert.equal(resolveReferences(text, (to) => `<${to}>`), 'a<answers/x>b</y/>');
  assert.equal(resolveReferences('a', () => 'b'), 'a');
  assert.equal(resolveReferences('', () => 'b'), '');
});

test('addresses that would run something are none, however disguised', () => {
  const bad = [
    'javascript:alert(1)', 'JaVaScRiPt:alert(1)', ' javascript:x', 'java\nscript:x', 'java\tscript:x', '\u0001javascript:x', 'javascript\u200b:x',
    'javascript&colon;x', 'javascript%3Ax', 'vbscript:x', 'data:text/html,x', 'DATA:image/svg+xml,x', 'file:///etc/passwd', 'blob:x', 'view-source:x',
    '//evil.com', '\\\\evil.com', '/\\evil.com', 'https:evil', 'https:/evil', 'http://', 'https://[', 'ftp://a.b', 'x.md', './x', '?q', '#', '',
  ];
  for (const href of bad) assert.equal(classifyAddress(href, 'link'), undefined, href);
  for (const href of [...bad, 'http://a.b/c.png', 'answers/x', '#x', 'mailto:a@b.c']) assert.equal(classifyAddress(href, 'image'), undefined, href);
});

test('addresses that are allowed', () => {
  assert.equal(classifyAddress('HTTPS://a.b/中文?x=(1)', 'link'), 'web');
  assert.equal(classifyAddress('http://localhost:3000', 'link'), 'web');
  assert.equal(classifyAddress('mailto:a@b.c?subject=x', 'link'), 'contact');
  assert.equal(classifyAddress('tel:+86-400', 'link'), 'contact');
  assert.equal(classifyAddress('#小节', 'link'), 'fragment');
  assert.equal(classifyAddress('/a.png', 'image'), 'internal');
  assert.equal(classifyAddress('https://a.b/c.png', 'image'), 'web');
});
