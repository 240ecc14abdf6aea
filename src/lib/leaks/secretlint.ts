/**
 * The rules of secretlint's recommended preset, without its engine: that is asynchronous, and keeps a record of every
 * file for its profiler. A rule is a plain function of a text. Comments cannot switch one off, since the preset's filter is left out.
 */
import { rules } from '@secretlint/secretlint-rule-preset-recommend';
import type { SecretLintRuleContext, SecretLintSourceCode } from '@secretlint/types';
import type { Finding, LeakRule } from './finding.ts';
import { isPasswordWord, looksReal } from './placeholder.ts';

/** Left out: what reads files of its own accord, and what obeys comments. */
const leftOut = /-(?:gcp|filter-comments)$/;
const urls = /-(?:basicauth|database-connection-string)$/;

let found: { rule: LeakRule; range: readonly [number, number] }[] = [];

const scanners = rules.filter(({ meta }) => !leftOut.test(meta.id)).map(({ meta: { id }, create }) => {
  const rule: LeakRule = urls.test(id) ? 'secret/credentials' : id.endsWith('-privatekey') ? 'secret/private-key' : 'secret/token';
  const context: SecretLintRuleContext = {
    sharedOptions: {},
    createTranslator: () => (messageId) => ({ message: '', messageId: String(messageId), data: undefined }),
    report: ({ range }) => void found.push({ rule, range }),
    ignore: () => undefined,
  };
  return create(context, {});
});

/** What secretlint finds in `text`, less placeholders. */
export function findWithSecretlint(text: string): Finding[] {
  found = [];
  const source = makeSource(text);
  for (const scanner of scanners) void scanner.file?.(source);
  return found.flatMap(({ rule, range: [start, end] }) => (isPlaceholder(rule, text.slice(start, end)) ? [] : [{ rule, start, end }]));
}

function isPlaceholder(rule: LeakRule, value: string): boolean {
  if (rule === 'secret/private-key') return false;
  if (rule === 'secret/token') return !looksReal(value);
  const [, password = '', host = ''] = /:\/\/[^:@\s]+:([^@\s]+)@([^/:\s?]+)/.exec(value) ?? [];
  return isPasswordWord(password) || /(?:^|\.)(?:example|test|invalid|localhost)(?:\.(?:com|org|net|cn))?$/.test(host);
}

function makeSource(content: string): SecretLintSourceCode {
  const start = { line: 1, column: 0 };
  return {
    content, hasBOM: false, filePath: undefined, physicalFilePath: undefined, contentType: 'text', ext: '',
    getFilePath: () => undefined, getPhysicalFilePath: () => undefined,
    locationToRange: () => [0, 0], rangeToLocation: () => ({ start, end: start }), positionToIndex: () => 0, indexToPosition: () => start,
  };
}
