// @ts-check
// `npm start`: builds the site and serves it on this machine. PORT chooses another port than 4321.
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { serve } from './serve.mjs';

const root = fileURLToPath(new URL('..', import.meta.url));
const astro = join(root, 'node_modules/astro/bin/astro.mjs');

console.log('Building the site …');
const build = spawnSync(process.execPath, [astro, 'build'], { cwd: root, encoding: 'utf8' });
if (build.status !== 0) {
  console.error(`${build.stdout}${build.stderr}`.trim());
  console.error('\nThe site could not be built; the reason stands above.');
  process.exit(1);
}

const site = await serve({
  root: join(root, 'dist'),
  port: Number(process.env['PORT'] ?? 4321),
  host: 'localhost',
  compress: true,
});
console.log(`Open ${site.url} (Ctrl-C ends it)`);

for (const signal of ['SIGINT', 'SIGTERM']) {
  process.on(signal, () => void site.close().then(() => process.exit(0)));
}
