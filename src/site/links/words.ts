/** Links that were followed as problems: one for each place where a link stands that does not open as it is written. */
import { externalLinkRules } from '#model/link-rules.ts';
import { sortProblems, type Problem, type Words } from '#model/problem.ts';
import type { Followed } from './external.ts';
import type { Outcome } from './visit.ts';

/** What is to be said of `links`, sorted. */
export function problemsOf(links: readonly Followed[]): Problem[] {
  return sortProblems(links.flatMap((link) => {
    if (link.state === 'ok') return [];
    const id = `external/${link.state}`;
    const { severity } = externalLinkRules.find((rule) => rule.id === id)!;
    return link.places.map((place) => ({ ...place, rule: id, severity, ...sayings[link.state as keyof typeof sayings](link) }));
  }));
}

/** How many links were followed, and how many of them open where they say. */
export function countOf(links: readonly Followed[]): Words {
  const sound = links.filter(({ state }) => state === 'ok').length;
  return { zh: `${links.length} 个外部链接，${sound} 个打得开。`, en: `External links: ${links.length}, of which ${sound} open.` };
}

const sayings = {
  dead: (link: Followed) => ({
    message: { zh: `"${link.url}" 打不开：${reasonOf(link).zh}。`, en: `"${link.url}" does not open: ${reasonOf(link).en}.` },
    hint: { zh: '换成它现在的地址；已经没有了，就换一个来源，或删掉这个链接。', en: 'Write its present address; if it is gone, use another source or delete the link.' },
  }),
  moved: ({ url, to = '' }: Followed) => ({
    message: { zh: `"${url}" 已经永久搬走。`, en: `"${url}" has moved for good.` },
    hint: { zh: `改成 ${to}。`, en: `Write ${to}.` },
  }),
  unanswered: (link: Followed) => ({
    message: { zh: `没能确认 "${link.url}"：${reasonOf(link).zh}。`, en: `"${link.url}" could not be confirmed: ${reasonOf(link).en}.` },
    hint: { zh: '在浏览器里打开看看；好的就不用改，过一会儿再运行一次。', en: 'Open it in a browser; if it is sound, leave it and run this again later.' },
  }),
};

const failures: Readonly<Record<string, Words>> = {
  timeout: { zh: '等了很久没有回答', en: 'it took too long to answer' },
  redirects: { zh: '转来转去没有尽头', en: 'its redirects do not end' },
  ENOTFOUND: { zh: '没有这个主机', en: 'there is no such host' },
  ECONNREFUSED: { zh: '对方拒绝连接', en: 'it refuses connections' },
  ECONNRESET: { zh: '对方断开了连接', en: 'it broke off the connection' },
  CERT_HAS_EXPIRED: { zh: '对方的证书过期了', en: 'its certificate has expired' },
};

function reasonOf({ status, failure = '' }: Outcome): Words {
  if (status !== undefined) return { zh: `对方回答 ${status}`, en: `it answers ${status}` };
  return failures[failure] ?? { zh: `连不上（${failure}）`, en: `no connection (${failure})` };
}
