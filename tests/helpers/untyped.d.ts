/** What the tests use of packages that come without types. */
declare module 'jsonld' {
  interface Loaded {
    document: unknown;
    documentUrl: string;
    contextUrl: null;
  }
  const jsonld: { flatten(document: object, context: null, options: { documentLoader(url: string): Promise<Loaded> }): Promise<Record<string, unknown>[]> };
  export default jsonld;
}

declare module '@adobe/structured-data-validator' {
  export default class Validator {
    constructor(schemaOrg: { '@graph': object[] });
    validate(data: { jsonld: Record<string, object[]> }): Promise<{ issueMessage: string; severity: 'ERROR' | 'WARNING'; rootType: string }[]>;
  }
}
