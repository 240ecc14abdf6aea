import assert from 'node:assert/strict';
import { test } from 'node:test';
import { formatCalendar } from '#lib/ical.ts';

const event = { uid: 'answers/a@small.example', day: '2026-06-01', stamp: '2026-01-02', summary: '复核', description: '甲', url: 'https://small.example/answers/a/', category: '编辑' };

test('signs with a meaning are escaped, and lines end in CRLF', () => {
  const text = formatCalendar('小站', [{ ...event, summary: '甲,乙;丙\\丁', description: '一\n二' }]);
  assert.deepEqual(text.split('\r\n'), [
    'BEGIN:VCALENDAR', 'VERSION:2.0', 'PRODID:-//Lede//lede stale//EN', 'NAME:小站',
    'BEGIN:VEVENT', 'UID:answers/a@small.example', 'DTSTAMP:20260102T000000Z', 'DTSTART;VALUE=DATE:20260601', 'SUMMARY:甲\\,乙\\;丙\\\\丁', 'DESCRIPTION:一\\n二', 'URL:https://small.example/answers/a/', 'CATEGORIES:编辑', 'TRANSP:TRANSPARENT', 'END:VEVENT',
    'END:VCALENDAR', '',
  ]);
});

test('lines hold at most 75 octets, cut between characters, and read back as they were', () => {
  const summary = `😀${'接口地址应该填什么'.repeat(12)}a${'🚀'.repeat(30)}`;
  const text = formatCalendar('小站', [{ ...event, summary }]);
  for (const line of text.split('\r\n')) assert.ok(Buffer.byteLength(line) <= 75, line);
  assert.ok(text.replaceAll('\r\n ', '').includes(`\r\nSUMMARY:${summary}\r\n`));
  assert.ok(!text.includes('\uFFFD'));
});
