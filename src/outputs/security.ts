/** `/.well-known/security.txt` (RFC 9116): where vulnerabilities are reported. */
import { toTimestamp } from '#lib/date.ts';
import type { Output } from './output.ts';

const path = '/.well-known/security.txt';

export const security: Output = {
  id: 'security',
  resources: ({ config: { contact: { security: found } } }) => (found ? [{ path, type: 'text/plain', title: 'security.txt', about: { zh: '安全漏洞报到哪里。', en: 'Where vulnerabilities are reported.' }, example: () => `Contact: ${found.contact}` }] : []),
  *files({ site }) {
    const { security: found } = site.config.contact;
    if (!found) return;
    const languages = [...new Set([site.config.language.split('-')[0], 'en'])].join(', ');
    const lines = [`Contact: ${found.contact}`, `Expires: ${toTimestamp(found.expires)}`, `Preferred-Languages: ${languages}`, `Canonical: ${site.url(path)}`];
    yield { path, content: `${lines.join('\n')}\n` };
  },
};
