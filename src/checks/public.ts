/** Public means public: nothing in the content folder harms anybody once everybody can read it. */
import { hasWrittenSigns } from '#lib/leaks/signs.ts';
import { makePointAt } from '#markup/report.ts';
import type { SiteConfig } from '#model/config.ts';
import { leakRules, leakWords } from '#model/leak-rules.ts';
import { leaksOf, type Leak } from '#model/leaks.ts';
import type { Said } from '#model/problem.ts';
import type { Check, Found } from './check.ts';

export const publicMeansPublic: Check = {
  id: 'public',
  rules: leakRules,
  find({ texts, assets, edition: { site } }) {
    const declared = JSON.stringify(site.config.checks.public);
    const inTexts = Array.from(texts()).flatMap((text) => text.keep(declared, () => findIn(text.file, text.text, site.config)));
    return [...inTexts, ...[...assets].filter((path) => keyFile.test(path)).map(sayFile)];
  },
};

function findIn(file: string, text: string, config: SiteConfig): Found[] {
  const pointAt = makePointAt(text);
  return [
    ...(hasWrittenSigns(text) ? leaksOf(text, config).map((leak) => ({ file, ...pointAt(leak.start), ...sayLeak(leak) })) : []),
    ...Array.from(text.matchAll(directive), ({ 0: found, index }) => ({ file, ...pointAt(index), ...sayDirective(found) })),
  ];
}

/** What tells secretlint to look away. */
const directive = /secretlint-disable(?:-(?:next-)?line)?/g;
/** Files that hold nothing but keys, or settings with keys among them. */
const keyFile = /\.(?:p12|pfx|jks|keystore|kdbx|ppk|pem|key)$|\/(?:id_(?:rsa|dsa|ecdsa|ed25519)|\.env(?:\.[^/]*)?|\.npmrc|\.netrc|\.htpasswd|\.git-credentials)$/i;

function sayLeak({ rule, masked }: Leak): Said {
  const { name, hint } = leakWords[rule];
  return { rule, message: { zh: `这里有${name.zh}：“${masked}”。`, en: `Here is ${name.en}: "${masked}".` }, hint };
}

function sayDirective(found: string): Said {
  return {
    rule: 'secret/directive',
    message: { zh: `"${found}" 想让检查不看这里。`, en: `"${found}" asks the check to look away.` },
    hint: { zh: '删掉这句注释；例子里的密钥写成占位符，例如 sk-你的令牌。', en: 'Delete the comment; write keys in examples as placeholders such as sk-your-token.' },
  };
}

function sayFile(path: string): Found {
  return {
    file: `public${path}`,
    line: 1,
    column: 1,
    rule: 'secret/file',
    message: { zh: `public${path} 是放密钥的文件。`, en: `public${path} is a file for keys.` },
    hint: { zh: '把它移出内容文件夹；里面的密钥都当作已经泄露，逐个作废。', en: 'Move it out of the content folder, and revoke every key in it: they have leaked.' },
  };
}
