// @ts-check
// `npm run package`: builds the site and packs it into one archive that anyone can unpack on a web server, without Node.
// The same build gives the same bytes, whenever and wherever it is packed.
import { mkdirSync, readFileSync, readdirSync, realpathSync, writeFileSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import { zipSync } from 'fflate';
import { buildSite } from './build-site.mjs';

const ROOT = fileURLToPath(new URL('..', import.meta.url));

/** What goes beside the site: the name in the archive, and where it lies in the project. */
const BESIDE = { 'INSTALL.txt': 'docs/install.txt', LICENSE: 'LICENSE', 'hosting.md': 'docs/hosting.md' };

/**
 * @param {string} dist a built site
 * @param {string} name of the one folder that unpacking gives: the site lies in its `site`, how to install it beside that
 * @returns {Uint8Array<ArrayBuffer>} the archive, a zip
 */
export function archive(dist, name) {
  const files = readdirSync(dist, { recursive: true, withFileTypes: true })
    .filter((item) => item.isFile())
    .map((item) => join(item.parentPath, item.name))
    .map((path) => /** @type {const} */ ([`site/${relative(dist, path).split(sep).join('/')}`, path]));
  const beside = Object.entries(BESIDE).map(
    ([file, path]) => /** @type {const} */ ([file, join(ROOT, path)]),
  );
  const all = [...beside, ...files]
    .map(([file, path]) => /** @type {const} */ ([`${name}/${file}`, new Uint8Array(readFileSync(path))]))
    .sort(([a], [b]) => (a < b ? -1 : 1));
  // The format knows no time zone: its earliest time, by whatever clock.
  return zipSync(Object.fromEntries(all), { level: 9, mtime: new Date(1980, 0, 1) });
}

function main() {
  if (!buildSite(['--force'])) process.exit(1);
  const { name, version } = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8'));
  const bytes = archive(join(ROOT, 'dist'), `${name}-${version}`);
  mkdirSync(join(ROOT, 'release'), { recursive: true });
  const file = `release/${name}-${version}.zip`;
  writeFileSync(join(ROOT, file), bytes);
  console.log(`${file}, ${(bytes.length / 1e6).toFixed(1)} MB. Unpack it and read INSTALL.txt.`);
}

if (process.argv[1] && realpathSync(process.argv[1]) === fileURLToPath(import.meta.url)) main();
