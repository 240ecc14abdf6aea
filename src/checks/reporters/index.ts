/** The registry of reporters, by the name that `--format` takes. */
import { github } from './github.ts';
import { json } from './json.ts';
import type { Reporter } from './report.ts';
import { sarif } from './sarif.ts';
import { text } from './text.ts';

export const reporters: Readonly<Record<string, Reporter>> = { text, json, sarif, github };
