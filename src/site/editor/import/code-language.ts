/** The language of a code block, from the marks that highlighters leave. */
import type { Element } from 'hast';

/** The language of the `pre` element `node`; undefined when nothing says it. */
export function codeLanguage(node: Element): string | undefined {
  const named = inProperties(node) ?? node.children.map((child) => (child.type === 'element' && child.tagName === 'code' ? inProperties(child) : undefined)).find((found) => found !== undefined);
  return named && !plain.has(named) ? named : undefined;
}

const plain = new Set(['text', 'plain', 'plaintext', 'none', 'nohighlight', 'auto', 'default']);

/** `class="language-js"`, `"lang-js"`, `"highlight-source-js"`, `"brush: js"`, `"hljs js"`, `lang="js"`, `data-lang="js"`. */
function inProperties({ properties }: Element): string | undefined {
  const classes = Array.isArray(properties['className']) ? properties['className'].join(' ') : '';
  const inClass = /(?:^|\s)(?:language-|lang-|highlight-source-|brush:\s*)([\w+#-]+)/.exec(classes) ?? /(?:^|\s)hljs\s+([\w+#-]+)/.exec(classes);
  const attribute = properties['dataLang'] ?? properties['dataLanguage'] ?? properties['lang'];
  return (inClass?.[1] ?? (typeof attribute === 'string' && attribute !== '' ? attribute : undefined))?.toLowerCase();
}
