/** Where a question that the site does not answer can be sent. */

/** `contact` (an address or mailto:) with `question` filled in. */
export function contactFor(contact: string, question: string): string {
  const name = contact.startsWith('mailto:') ? 'body' : 'question';
  const [address, fragment] = contact.split('#', 2) as [string, string | undefined];
  return `${address}${address.includes('?') ? '&' : '?'}${name}=${encodeURIComponent(question.slice(0, 500))}${fragment === undefined ? '' : `#${fragment}`}`;
}
