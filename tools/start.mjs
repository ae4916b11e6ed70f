// @ts-check
// `npm start`: builds the site and serves it on this machine. PORT chooses another port than 4321.
import { fileURLToPath } from 'node:url';
import { buildSite } from './build-site.mjs';
import { serve } from './serve.mjs';

if (!buildSite()) process.exit(1);

const site = await serve({
  root: fileURLToPath(new URL('../dist', import.meta.url)),
  port: Number(process.env['PORT'] ?? 4321),
  host: 'localhost',
  compress: true,
});
console.log(`Open ${site.url} (Ctrl-C ends it)`);

for (const signal of ['SIGINT', 'SIGTERM']) {
  process.on(signal, () => void site.close().then(() => process.exit(0)));
}
