// @ts-check
// Finds a Chromium (or Chrome) to test with, and fetches one where none is. The browser tests and the bench use it;
// run by itself it prints the path.
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, realpathSync, writeFileSync } from 'node:fs';
import { homedir } from 'node:os';
import { delimiter, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const ROOT = dirname(dirname(fileURLToPath(import.meta.url)));
const LOG = join(ROOT, 'node_modules/.cache/browser-install.log');

/**
 * What the search may ask of the machine; a test passes its own.
 * @typedef {object} Probe
 * @property {Record<string, string | undefined>} env
 * @property {string} platform as in process.platform
 * @property {string} home the person's own folder
 * @property {(path: string) => boolean} exists
 * @property {(path: string) => boolean} works whether it starts: some systems have a stand-in that only advises
 * @property {() => string | undefined} playwrightsOwn where Playwright would keep its Chromium
 */

/** @type {Probe} */
const machine = {
  env: process.env,
  platform: process.platform,
  home: homedir(),
  exists: existsSync,
  works(path) {
    // On Windows `--version` would open a window.
    if (process.platform === 'win32') return true;
    return spawnSync(path, ['--version'], { timeout: 20_000, stdio: 'ignore' }).status === 0;
  },
  playwrightsOwn: () => playwrightsOwn,
};

/** @type {string | undefined} */
let playwrightsOwn;
try {
  playwrightsOwn = (await import('@playwright/test')).chromium.executablePath();
} catch {
  // Not installed, or not for this platform: then there is none of its own.
}

const CHROMIUM = {
  names: [
    'chromium',
    'chromium-browser',
    'google-chrome-stable',
    'google-chrome',
    'chrome',
    'microsoft-edge',
  ],
  linux: ['/usr/lib/chromium/chromium', '/opt/google/chrome/chrome', '/snap/bin/chromium'],
  darwin: ['Google Chrome', 'Chromium', 'Google Chrome for Testing', 'Microsoft Edge'],
  win32: [
    'Google/Chrome/Application/chrome.exe',
    'Chromium/Application/chrome.exe',
    'Microsoft/Edge/Application/msedge.exe',
  ],
};
const FIREFOX = {
  names: ['firefox', 'firefox-esr'],
  linux: [
    '/usr/lib/firefox/firefox',
    '/usr/lib/firefox-esr/firefox-esr',
    '/opt/firefox/firefox',
    '/snap/bin/firefox',
  ],
  darwin: ['Firefox'],
  win32: ['Mozilla Firefox/firefox.exe'],
};

/**
 * Path of an installed Chromium: the one CHROME_PATH names, then those on the PATH, in the usual places, Playwright's.
 * @returns {string | undefined}
 */
export function findChromium(probe = machine) {
  const own = probe.playwrightsOwn();
  return first(probe, [probe.env['CHROME_PATH'], ...places(probe, CHROMIUM), own]);
}

/**
 * Path of an installed Firefox: the one FIREFOX_PATH names, then as above. None is ever fetched.
 * @returns {string | undefined}
 */
export function findFirefox(probe = machine) {
  return first(probe, [probe.env['FIREFOX_PATH'], ...places(probe, FIREFOX)]);
}

/**
 * Path of a Chromium, fetched if there is none: by the system's own packages where this may be done (Debian and
 * Ubuntu, as root), else by Playwright.
 * @throws {Error} with one line that says what to install
 */
export function ensureChromium() {
  const found = findChromium();
  if (found) return found;
  const isRoot = process.getuid?.() === 0;
  if (isRoot && existsSync('/etc/debian_version')) {
    console.log('No Chromium here: fetching the system’s (apt-get) …');
    const packages = ['chromium', 'fonts-liberation'];
    if (
      logged('apt-get', ['update']) &&
      logged('apt-get', ['install', '-y', '--no-install-recommends', ...packages])
    ) {
      const fetched = findChromium();
      if (fetched) return fetched;
    }
  }
  if (playwrightsOwn) {
    console.log('No Chromium here: fetching Playwright’s …');
    const cli = join(ROOT, 'node_modules/@playwright/test/cli.js');
    logged(process.execPath, [cli, 'install', ...(isRoot ? ['--with-deps'] : []), 'chromium']);
    const fetched = findChromium();
    if (fetched) return fetched;
  }
  throw new Error('No Chromium to test with. Install Chromium or Chrome, or set CHROME_PATH to one.');
}

/** @param {Probe} probe @param {(string | undefined)[]} paths */
function first(probe, paths) {
  return paths.find((path) => path !== undefined && probe.exists(path) && probe.works(path));
}

/**
 * Every place to look in, in order.
 * @param {Probe} probe
 * @param {{ names: string[], linux: string[], darwin: string[], win32: string[] }} browser
 */
function places({ env, platform, home }, browser) {
  const folders = (env['PATH'] ?? env['Path'] ?? '').split(delimiter).filter(Boolean);
  const ending = platform === 'win32' ? '.exe' : '';
  const onPath = browser.names.flatMap((name) => folders.map((folder) => join(folder, name + ending)));
  if (platform === 'darwin') {
    const homes = ['/Applications', join(home, 'Applications')];
    const apps = browser.darwin.flatMap((app) => homes.map((at) => `${at}/${app}.app/Contents/MacOS/`));
    return [...onPath, ...apps.map((app) => app + (app.includes('Firefox') ? 'firefox' : nameOf(app)))];
  }
  if (platform === 'win32') {
    const homes = ['PROGRAMFILES', 'PROGRAMFILES(X86)', 'LOCALAPPDATA']
      .map((key) => env[key])
      .filter(Boolean);
    return [...onPath, ...browser.win32.flatMap((path) => homes.map((at) => `${at}/${path}`))];
  }
  return [...onPath, ...browser.linux];
}

/** "Google Chrome" of "/Applications/Google Chrome.app/Contents/MacOS/". @param {string} app */
const nameOf = (app) => app.replace(/^.*\/([^/]+)\.app\/.*$/, '$1');

/** Runs a command with its words kept in a file; whether it went well. @param {string} command @param {string[]} args */
function logged(command, args) {
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  const { status, stdout, stderr, error } = spawnSync(command, args, {
    encoding: 'utf8',
    env,
    maxBuffer: 64 << 20,
  });
  mkdirSync(dirname(LOG), { recursive: true });
  const words = `$ ${command} ${args.join(' ')}\n${stdout ?? ''}${stderr ?? ''}${error ? String(error) : ''}\n`;
  writeFileSync(LOG, words, { flag: 'a' });
  return status === 0;
}

if (process.argv[1] && realpathSync(process.argv[1]) === fileURLToPath(import.meta.url)) {
  try {
    console.log(ensureChromium());
  } catch (error) {
    console.error(error instanceof Error ? error.message : error);
    process.exitCode = 1;
  }
}
