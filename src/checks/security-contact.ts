/** security.txt still holds. */
import type { Check } from './check.ts';

export const securityContact: Check = {
  id: 'security-contact',
  rules: [
    {
      id: 'security/expired',
      severity: 'warning',
      why: {
        zh: '过期的 security.txt 按 RFC 9116 不能再用：找到漏洞的人不知道该报给谁。',
        en: 'RFC 9116 forbids the use of a security.txt past its day: whoever finds a hole does not know whom to tell.',
      },
      example: { bad: 'contact:\n  security: { contact: "https://example.org/security", expires: 2020-01-02 }', good: 'contact:\n  security: { contact: "https://example.org/security", expires: 2027-01-02 }' },
    },
  ],
  find({ edition: { site }, settings }) {
    const expires = site.config.contact.security?.expires;
    if (!expires || expires > site.today) return [];
    return [{
      ...settings(['contact', 'security', 'expires']),
      rule: 'security/expired',
      message: { zh: `security.txt 只到 ${expires} 有效。`, en: `security.txt holds until ${expires} only.` },
      hint: { zh: '核对联系方式，再写一个一年以内的新日期。', en: 'Check the contact, then write a new day within a year.' },
    }];
  },
};
