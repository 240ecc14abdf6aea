/** What Astro's runtime wants to know while it renders a page. */
import { createHash } from 'node:crypto';
import type { AstroGlobal, SSRResult } from 'astro';
import type { Shell } from './shell.ts';

/** Astro's own class behind `Astro.slots`. */
export type SlotsClass = new (result: SSRResult, slots: unknown, logger: { warn(...text: unknown[]): void }) => object;

/** Makes the object that Astro's runtime renders one page with; the counterpart of FetchState.createResult in Astro. */
export function resultFactory(shell: Shell, Slots: SlotsClass): (path: string) => SSRResult {
  const { csp } = shell;
  const componentMetadata = new Map(shell.metadata);
  const inlinedScripts = new Map(shell.inlined);
  const digests = (elements: Shell['styles']) => (csp ? elements.map((e) => digest(e.children, csp.algorithm)) : []);
  const styleHashes = digests(shell.styles);
  const scriptHashes = digests(shell.scripts);

  return function createResult(path) {
    const result: Known = {
      base: shell.base,
      userAssetsBase: undefined,
      cancelled: false,
      partial: false,
      pathname: path,
      compressHTML: shell.compressHTML,
      componentMetadata,
      inlinedScripts,
      clientDirectives: new Map(),
      renderers: [],
      links: new Set(),
      // Astro empties the sets and may write into the elements.
      styles: new Set(shell.styles.map((e) => ({ props: { ...e.props }, children: e.children }))),
      scripts: new Set(shell.scripts.map((e) => ({ props: { ...e.props }, children: e.children }))),
      resolve: async (id) => {
        const address = shell.entries[id];
        if (address === undefined) throw new Error(`Astro has no bundled script for ${id}.`);
        return address;
      },
      createAstro: (props, slots) => new PageGlobal(result as SSRResult, Slots, props, slots) as unknown as AstroGlobal,
      cspDestination: csp?.cspDestination ?? 'meta',
      shouldInjectCspMetaTags: csp !== null,
      cspAlgorithm: csp?.algorithm ?? 'SHA-256',
      directives: csp?.directives ?? [],
      scriptDirective: csp?.scriptDirective ?? { resources: [], hashes: [], strictDynamic: false },
      styleDirective: csp?.styleDirective ?? { resources: [], hashes: [] },
      speculationRulesContent: csp?.speculationRulesContent ?? '',
      _metadata: {
        hasHydrationScript: false,
        rendererSpecificHydrationScripts: new Set(),
        hasRenderedHead: false,
        renderedScripts: new Set(),
        hasDirectives: new Set(),
        hasRenderedServerIslandRuntime: false,
        headInTree: shell.headInTree,
        extraHead: [],
        extraStyleHashes: [...styleHashes],
        extraScriptHashes: [...scriptHashes],
        propagators: new Set(),
        routeHasPropagation: shell.propagates,
        pendingSlotEvaluations: [],
        templateDepth: 0,
      },
    };
    return Object.setPrototypeOf(result, resultGuard);
  };
}

/** What a page is given. Reading any other field of SSRResult throws, so that an upgrade of Astro cannot pass unseen. */
type Known = Omit<
  SSRResult,
  | 'actionResult' | 'cookies' | 'getServerIslandNameMap' | 'internalFetchHeaders' | 'key' | 'params' | 'request'
  | 'response' | 'trailingSlash' // all of the request
  | 'isStrictDynamic' | 'scriptHashes' | 'scriptResources' | 'styleHashes' | 'styleResources' // deprecated, unread
>;

const resultGuard = guard((name) => `Astro wants "${name}" of the request, but pages are rendered without one.`);
const globalGuard = guard((name) => `Astro.${name} does not exist in page templates. Pass what you need as a prop.`);

/** The `Astro` of a component: props, slots, self and nothing else. */
class PageGlobal {
  self = null;
  props: Record<string, unknown>;
  #result: SSRResult;
  #Slots: SlotsClass;
  #values: unknown;
  #slots: object | undefined;

  constructor(result: SSRResult, Slots: SlotsClass, props: Record<string, unknown>, values: unknown) {
    this.#result = result;
    this.#Slots = Slots;
    this.props = props;
    this.#values = values;
  }

  get slots(): object {
    return (this.#slots ??= new this.#Slots(this.#result, this.#values, console));
  }
}
Object.setPrototypeOf(PageGlobal.prototype, globalGuard);

/** A prototype on which reading a property that the object itself lacks throws; it costs nothing otherwise. */
function guard(sentence: (name: string) => string): object {
  return new Proxy(Object.prototype, {
    get(target, name, receiver) {
      if (typeof name === 'symbol' || name === 'then' || name in target) return Reflect.get(target, name, receiver);
      throw new Error(sentence(name));
    },
  });
}

function digest(text: string, algorithm: string): string {
  const name = algorithm.replace('-', '').toLowerCase();
  return `${name}-${createHash(name).update(text).digest('base64')}`;
}
