/** Where a question that the site does not answer can be sent. */

/** `contact` (an address or mailto:) with `question` filled in. */
export function contactFor(contact: string, question: string): string {
  const name = contact.startsWith('mailto:') ? 'body' : 'question';
  const [address, fragment] = contact.split('#', 2) as [string, string | undefined];
  // Half a character, typed or left by the cut, fits into no address: encodeURIComponent would throw.
  const whole = question.slice(0, 500).replace(/\p{Surrogate}/gu, '');
  return `${address}${address.includes('?') ? '&' : '?'}${name}=${encodeURIComponent(whole)}${fragment === undefined ? '' : `#${fragment}`}`;
}
