/** The one string that stands for all that read like `text`: what thousands of entries say the same way takes memory once. */
export function intern(text: string): string {
  const known = strings.get(text);
  if (known === undefined) strings.set(text, text);
  return known ?? text;
}

const strings = new Map<string, string>();
