/// <reference types="astro/client" />

/** Templates as tsc sees them; `astro check` looks into them. */
declare module '*.astro' {
  const Component: (props: Record<string, unknown>) => unknown;
  export default Component;
}

/** OpenCC's dictionaries: entries `from to…` joined by `|`. */
declare module 'opencc-js/dict/*' {
  const dictionary: string;
  export default dictionary;
}

interface ImportMetaEnv {
  /** Language of the site whose templates are being compiled: see site/render/language.ts. */
  readonly LEDE_LANG: 'zh' | 'en';
}
