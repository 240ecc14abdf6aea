/** The measured dev server: `dev-child.ts CONTENT` tells its parent its address, and the end of each check with the most memory that it held, in bytes. */
import module from 'node:module';
import { fileURLToPath } from 'node:url';
import { corpusDay } from './corpus/site.ts';

module.enableCompileCache(fileURLToPath(new URL('../../.lede/node', import.meta.url))); // as the command does
const [contentDir = ''] = process.argv.slice(2);
const { startDev } = await import('#site/dev/start.ts');
const { url } = await startDev({ contentDir, today: corpusDay, port: 0, onCheck: () => process.send!({ peak: process.resourceUsage().maxRSS * 1024 }) });
process.send!({ url });
