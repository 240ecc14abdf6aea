/** Content folders made on the spot, for tests of a few files. */
import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** A valid small site; see its files for what is in it. */
export const smallSite = fileURLToPath(new URL('../fixtures/small', import.meta.url));

/** The smallest site.yaml that works. */
export const minimalConfig = `name: 测试站
url: https://test.example
language: zh-CN
description: 一个只用来测试的站，没有别的用处。
publisher: { name: 测试站 }
author: { name: 编辑部 }
categories: [{ id: access, label: 接入 }]
`;

/** A folder with `files`, deleted when the process of the test file ends. */
export function makeContent(files: Record<string, string | Uint8Array>): string {
  const dir = tempDir();
  for (const [path, content] of Object.entries(files)) {
    mkdirSync(dirname(join(dir, path)), { recursive: true });
    writeFileSync(join(dir, path), content);
  }
  return dir;
}

/** A copy of the small site that a test may change. */
export function copySmallSite(): string {
  const dir = tempDir();
  cpSync(smallSite, dir, { recursive: true });
  return dir;
}

/** An empty folder, deleted when the process of the test file ends. */
export function tempDir(): string {
  const dir = mkdtempSync(join(tmpdir(), 'lede-test-'));
  made.push(dir);
  return dir;
}

const made: string[] = [];
process.once('exit', () => made.forEach((dir) => rmSync(dir, { recursive: true, force: true })));

/** Lines of an answer that is valid, apart from what `change` makes of them. */
export function answer(change: (text: string) => string = (text) => text): string {
  return change(`---
title: 接口地址应该填什么？
description: 说明接口地址和网站地址的区别，以及填错之后会看到什么。
question: 我该把哪个地址填进去？
shortAnswer: 接口地址填文档里给出的那一个，不要填网站首页的地址：前者返回数据，后者返回网页，填错时程序收到的是一段 HTML。
boundaries:
  appliesTo: [使用兼容协议的客户端。]
  notFor: [只浏览网页的情况。]
nextSteps:
  - { text: 看说明, to: "https://test.example/help" }
englishSummary: ["Use the base URL given in the documentation, never the address of the website, which answers with HTML."]
category: access
published: 2026-01-02
updated: 2026-01-03
review: { volatility: stable }
---

正文。
`);
}
