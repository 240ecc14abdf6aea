/** How a program without our search finds an answer in `questions.json`: a small program that runs as it stands. */

/**
 * JavaScript for any runtime with `fetch`: ranks the entries of the file at `url` for a question, as the search of the
 * site does: pairs of Han characters and Latin words, the rarer the heavier, phrasings above answers, times the share
 * of the question that was found.
 */
export function questionsRecipe(url: string, question: string): string {
  return `const entries = [];
for (let url = ${JSON.stringify(url)}; url; ) {
  const part = await (await fetch(url)).json();
  entries.push(...part.entries);
  url = part.next;
}

const cut = (text) => (text.normalize('NFKC').toLowerCase().match(/\\p{Script=Han}+|((?!\\p{Script=Han})[\\p{L}\\p{N}])+/gu) ?? [])
  .flatMap((run) => (/\\p{Script=Han}{2}/u.test(run) ? [...run].slice(1).map((char, at) => [...run][at] + char) : [run]));
const pages = entries.map((entry) => ({ entry, asked: new Set(cut(entry.phrasings.join('\\n'))), said: new Set(cut(entry.shortAnswer)) }));
const weight = (word) => Math.log(1 + pages.length / (1 + pages.filter(({ asked, said }) => asked.has(word) || said.has(word)).length));

function ask(question) {
  const words = [...new Set(cut(question))].map((word) => ({ word, weight: weight(word) }));
  const whole = words.reduce((sum, { weight }) => sum + weight, 0);
  return pages.map(({ entry, asked, said }) => {
    const found = words.filter(({ word }) => asked.has(word) || said.has(word));
    const share = found.reduce((sum, { weight }) => sum + weight, 0) / whole;
    return { id: entry.id, url: entry.url, share, score: share * found.reduce((sum, { word, weight }) => sum + weight * (asked.has(word) ? 2 : 1), 0) };
  }).filter(({ score }) => score > 0).sort((a, b) => b.score - a.score).slice(0, 5);
}

console.log(JSON.stringify(ask(${JSON.stringify(question)}), null, 2));
`;
}
