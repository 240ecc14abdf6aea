/** Text inside XML. */

/** `text` as a CDATA section, or as two where it holds the end of one: quicker than escaping, for what is full of markup. */
export function cdata(text: string): string {
  return `<![CDATA[${text.replaceAll(']]>', ']]]]><![CDATA[>')}]]>`;
}
