/** The measured dev server: `dev-child.ts CONTENT` tells its parent its address, and the end of each check with the most memory that it held, in bytes. */
import '../../src/cli/compile-cache.js';
import { corpusDay } from './corpus/site.ts';

const [contentDir = ''] = process.argv.slice(2);
const { startDev } = await import('#site/dev/start.ts');
const { url } = await startDev({ contentDir, today: () => corpusDay, port: 0, onCheck: () => process.send!({ peak: process.resourceUsage().maxRSS * 1024 }) });
process.send!({ url });
