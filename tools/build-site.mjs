// @ts-check
// Builds the site into `dist` and keeps quiet, unless it fails: then it says why, and nothing besides.
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { stripVTControlCharacters } from 'node:util';

const root = fileURLToPath(new URL('..', import.meta.url));

/**
 * @param {string[]} [more] further words for the build, such as `--force`, which trusts nothing remembered
 * @returns {boolean} whether it could be built
 */
export function buildSite(more = []) {
  console.log('Building the site …');
  const astro = join(root, 'node_modules/astro/bin/astro.mjs');
  const build = spawnSync(process.execPath, [astro, 'build', ...more], { cwd: root, encoding: 'utf8' });
  if (build.status === 0) return true;
  // The reason alone: no progress, no list of calls.
  const lines = stripVTControlCharacters(`${build.stdout}${build.stderr}`).split('\n');
  const noise = /^(\d\d:){2}\d\d (?!\[ERROR\])|^\s+(at |├─|Stack trace:)|generating static routes/;
  console.error(lines.filter((line) => line.trim() && !noise.test(line)).join('\n'));
  console.error('The site could not be built; the reason stands above, `npm run build` says more.');
  return false;
}
