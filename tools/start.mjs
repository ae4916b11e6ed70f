// @ts-check
// `npm start`: builds the site and serves it on this machine. PORT chooses another port than 4321.
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { stripVTControlCharacters } from 'node:util';
import { serve } from './serve.mjs';

const root = fileURLToPath(new URL('..', import.meta.url));
const astro = join(root, 'node_modules/astro/bin/astro.mjs');

console.log('Building the site …');
const build = spawnSync(process.execPath, [astro, 'build'], { cwd: root, encoding: 'utf8' });
if (build.status !== 0) {
  // The reason alone: no progress, no list of calls.
  const lines = stripVTControlCharacters(`${build.stdout}${build.stderr}`).split('\n');
  const noise = /^(\d\d:){2}\d\d (?!\[ERROR\])|^\s+(at |├─|Stack trace:)|generating static routes/;
  console.error(lines.filter((line) => line.trim() && !noise.test(line)).join('\n'));
  console.error('The site could not be built; the reason stands above, `npm run build` says more.');
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
