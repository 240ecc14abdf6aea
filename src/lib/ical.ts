/** Calendars of whole days: iCalendar, RFC 5545 (https://www.rfc-editor.org/rfc/rfc5545). */

export interface DayEvent {
  /** The same for one event for ever, so that a calendar read again updates it. */
  uid: string;
  /** The day it falls on, `YYYY-MM-DD`. */
  day: string;
  /** The day on which what it says came to be. The standard asks for a time; it is midnight UTC. */
  stamp: string;
  summary: string;
  description: string;
  url: string;
  category: string;
}

/** A calendar of `events`, none of which makes anybody busy. Without events it is bare, which calendars take although the standard asks for one. */
export function formatCalendar(name: string, events: readonly DayEvent[]): string {
  const lines = [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//Lede//lede stale//EN',
    `NAME:${escape(name)}`, // RFC 7986
    ...events.flatMap(({ uid, day, stamp, summary, description, url, category }) => [
      'BEGIN:VEVENT',
      `UID:${escape(uid)}`,
      `DTSTAMP:${compact(stamp)}T000000Z`,
      `DTSTART;VALUE=DATE:${compact(day)}`,
      `SUMMARY:${escape(summary)}`,
      `DESCRIPTION:${escape(description)}`,
      `URL:${url}`,
      `CATEGORIES:${escape(category)}`,
      'TRANSP:TRANSPARENT',
      'END:VEVENT',
    ]),
    'END:VCALENDAR',
  ];
  return lines.map((line) => `${fold(line)}\r\n`).join('');
}

function compact(day: string): string {
  return day.replaceAll('-', '');
}

/** Section 3.3.11. */
function escape(text: string): string {
  return text.replace(/[\\;,]/g, '\\$&').replaceAll('\n', '\\n');
}

/** Section 3.1: at most 75 octets a line, the space that goes on included; no character is cut in two. */
function fold(line: string): string {
  const lines = [''];
  let room = 75;
  for (const char of line) {
    const octets = Buffer.byteLength(char);
    if (octets > room) {
      lines.push(' ');
      room = 74;
    }
    lines[lines.length - 1] += char;
    room -= octets;
  }
  return lines.join('\r\n');
}
