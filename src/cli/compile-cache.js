/** Node keeps what it has compiled: that halves the time in which this process starts, and those that it starts. */
import { enableCompileCache } from 'node:module';
import { fileURLToPath } from 'node:url';

process.env.NODE_COMPILE_CACHE ??= fileURLToPath(new URL('../../.lede/node', import.meta.url));
enableCompileCache();
