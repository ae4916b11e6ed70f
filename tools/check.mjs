// @ts-check
// `npm test`: every check there is, two at a time, one line each; a check that fails shows what it said.
// `npm test -- lint types` runs some only. The last lines name each test that failed, and each that passed only when it
// was tried again, which counts as passed. The very last reads "N passed, N failed": the tests of Vitest and Playwright,
// and one failure for any other check that failed.
import { spawn, spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import { join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { stripVTControlCharacters } from 'node:util';
import { findFirefox } from './find-browser.mjs';

const ROOT = fileURLToPath(new URL('..', import.meta.url));
const CACHE = join(ROOT, 'node_modules/.cache/check');
const UNIT = join(CACHE, 'unit.json');
const JOBS = join(CACHE, 'jobs.json');
const AT_ONCE = 2;

/** @typedef {{ passed: number, failed: number, names?: string[] }} Counts `names` of tests to look at, each with why */
/**
 * @typedef {object} Step
 * @property {string} name
 * @property {string[]} run a script, of a package or ours, and its arguments
 * @property {string[]} [needs] steps whose work it uses: it is left out when one of them failed
 * @property {string[]} [after] steps it waits for, however they end
 * @property {number} [width] how many of the places it takes; 1 when not said
 * @property {() => string | undefined} [prepare] runs first; what it returns is why the step is left out
 * @property {() => Counts} [count] counts its tests when it has ended
 * @property {string} [advice] what to do when it fails
 */

/** @type {Step[]} */
const STEPS = [
  { name: 'build', run: ['node_modules/astro/bin/astro.mjs', 'build', '--force'] },
  {
    name: 'unit',
    run: [
      'node_modules/vitest/vitest.mjs',
      'run',
      '--reporter=dot',
      '--reporter=json',
      `--outputFile.json=${UNIT}`,
    ],
    count: countUnit,
  },
  {
    name: 'format',
    run: ['node_modules/prettier/bin/prettier.cjs', '--check', '--log-level=warn', '.'],
    advice: '`npm run format` puts it right.',
  },
  // The build writes the types of the content, which these two read.
  {
    name: 'lint',
    run: ['node_modules/eslint/bin/eslint.js', '--max-warnings=0', '.'],
    after: ['build'],
    prepare: writeTypes,
  },
  {
    name: 'types',
    run: ['node_modules/astro/bin/astro.mjs', 'check', '--noSync'],
    after: ['build'],
    prepare: writeTypes,
  },
  {
    name: 'html',
    run: ['node_modules/html-validate/bin/html-validate.mjs', 'dist/**/*.html'],
    needs: ['build'],
  },
  { name: 'browser', run: ['tools/find-browser.mjs'] },
  {
    name: 'jobs',
    run: ['node_modules/@playwright/test/cli.js', 'test', '--reporter=dot,json'],
    needs: ['build', 'browser'],
    width: AT_ONCE,
    count: countJobs,
  },
  {
    name: 'firefox',
    run: ['tests/jobs/firefox.smoke.mjs'],
    needs: ['build'],
    prepare: () => (findFirefox() ? undefined : 'no Firefox here'),
  },
];

/** Without a build before them, Astro is asked for the types alone, once. */
function writeTypes() {
  if (!wanted.includes('build') && !typesAreWritten) {
    spawnSync(process.execPath, ['node_modules/astro/bin/astro.mjs', 'sync'], { cwd: ROOT });
  }
  typesAreWritten = true;
  return undefined;
}
let typesAreWritten = false;

/** @returns {Counts} */
function countUnit() {
  const { testResults, numPassedTests, numFailedTests } = read(UNIT);
  /** @type {{ name: string, status: string, assertionResults: { fullName: string, status: string }[] }[]} */
  const files = testResults;
  // A file that cannot be loaded has no test that could fail.
  const broken = files.filter((file) => file.status === 'failed' && file.assertionResults.length === 0);
  const failed = files.flatMap((file) => file.assertionResults).filter(({ status }) => status === 'failed');
  return {
    passed: numPassedTests,
    failed: numFailedTests + broken.length,
    names: [
      ...broken.map(({ name }) => `failed to load: ${relative(ROOT, name)}`),
      ...failed.map(({ fullName }) => `failed: ${fullName}`),
    ],
  };
}

/**
 * @typedef {object} Suite
 * @property {Suite[]} [suites]
 * @property {{ title: string, file: string, tests: { projectName: string, status: string }[] }[]} [specs]
 */

/** @returns {Counts} */
function countJobs() {
  const { stats, errors, suites } = read(JOBS);
  return {
    passed: stats.expected + stats.flaky,
    failed: stats.unexpected + errors.length,
    names: [
      ...namesOf(suites, 'unexpected', 'failed'),
      ...namesOf(suites, 'flaky', 'passed when tried again'),
    ],
  };
}

/**
 * @param {Suite[]} suites
 * @param {string} status as Playwright calls it
 * @param {string} how as we call it
 * @returns {string[]}
 */
function namesOf(suites, status, how) {
  return suites.flatMap(({ suites: inner = [], specs = [] }) => [
    ...specs.flatMap(({ file, title, tests }) =>
      tests
        .filter((test) => test.status === status)
        .map(({ projectName }) => `${how}: ${file}, ${projectName}: ${title}`),
    ),
    ...namesOf(inner, status, how),
  ]);
}

/** @param {string} path */
function read(path) {
  return existsSync(path) ? JSON.parse(readFileSync(path, 'utf8')) : undefined;
}

/**
 * Runs one step and says in a line how it went.
 * @param {Step} step
 * @param {Set<string>} failed names of the steps that failed so far; joins them when it fails
 * @returns {Promise<Counts>}
 */
async function perform(step, failed) {
  const missing = step.needs?.find((name) => failed.has(name));
  const began = performance.now();
  /** @param {string} how @param {string} [more] */
  const say = (how, more = '') => {
    const seconds = `${((performance.now() - began) / 1000).toFixed(1)} s`;
    console.log(`${how.padEnd(10)}${step.name.padEnd(9)}${seconds.padStart(7)}  ${more}`.trimEnd());
  };
  let output = '';
  try {
    const why = missing ? `${missing} failed` : step.prepare?.();
    if (why) {
      say('left out', why);
      return { passed: 0, failed: 0 };
    }
    const ended = await run(step.run);
    output = ended.output;
    if (ended.code === 0) {
      const counts = step.count?.();
      say('ok', counts && `${counts.passed} tests`);
      return counts ?? { passed: 0, failed: 0 };
    }
  } catch (error) {
    output += error instanceof Error ? error.message : String(error);
  }
  failed.add(step.name);
  say('FAILED', step.advice);
  console.log(`${output.trim()}\n`);
  const counts = countIfAny(step);
  return { ...counts, failed: Math.max(counts.failed, 1) };
}

/** A step that broke off may have left nothing to count. @param {Step} step @returns {Counts} */
function countIfAny(step) {
  try {
    return step.count?.() ?? { passed: 0, failed: 0 };
  } catch {
    return { passed: 0, failed: 0 };
  }
}

/**
 * @param {string[]} command
 * @returns {Promise<{ code: number | null, output: string }>}
 */
function run(command) {
  return new Promise((resolve, reject) => {
    const colour = process.stdout.isTTY && { FORCE_COLOR: '1' };
    const env = { ...process.env, ...colour, PLAYWRIGHT_JSON_OUTPUT_FILE: JOBS };
    const child = spawn(process.execPath, command, { cwd: ROOT, env, stdio: ['ignore', 'pipe', 'pipe'] });
    running.add(child);
    let output = '';
    for (const stream of [child.stdout, child.stderr]) {
      stream.setEncoding('utf8').on('data', (/** @type {string} */ words) => (output += words));
    }
    child.on('error', reject);
    child.on('close', (code) => {
      running.delete(child);
      // Some write colours to a file as well.
      resolve({ code, output: process.stdout.isTTY ? output : stripVTControlCharacters(output) });
    });
  });
}

/** @type {Set<import('node:child_process').ChildProcess>} */
const running = new Set();
for (const signal of /** @type {const} */ (['SIGINT', 'SIGTERM', 'SIGHUP'])) {
  process.on(signal, () => {
    for (const child of running) child.kill(signal);
    process.exit(130);
  });
}

/**
 * Starts each step as soon as those it waits for have ended and there is room.
 * @param {Step[]} steps
 * @returns {Promise<Required<Counts>>} of all together
 */
async function performAll(steps) {
  const waiting = [...steps];
  const open = new Set(steps.map(({ name }) => name));
  const failed = /** @type {Set<string>} */ (new Set());
  const total = { passed: 0, failed: 0, names: /** @type {string[]} */ ([]) };
  /** @type {Map<string, Promise<void>>} */
  const under = new Map();
  let room = AT_ONCE;
  while (open.size > 0) {
    for (const step of [...waiting]) {
      const width = step.width ?? 1;
      const isBlocked = [...(step.needs ?? []), ...(step.after ?? [])].some((name) => open.has(name));
      if (isBlocked || width > room) continue;
      waiting.splice(waiting.indexOf(step), 1);
      room -= width;
      const ended = perform(step, failed).then((counts) => {
        total.passed += counts.passed;
        total.failed += counts.failed;
        total.names.push(...(counts.names ?? []));
        room += width;
        open.delete(step.name);
        under.delete(step.name);
      });
      under.set(step.name, ended);
    }
    await Promise.race(under.values());
  }
  return total;
}

const names = STEPS.map(({ name }) => name);
const asked = process.argv.slice(2);
const wanted = asked.length > 0 ? asked : names;
if (wanted.includes('jobs')) wanted.push('browser');
const unknown = asked.filter((name) => !names.includes(name));
if (unknown.length > 0) {
  console.error(`No check is called ${unknown.join(', ')}. There are: ${names.join(', ')}.`);
  process.exit(2);
}
rmSync(CACHE, { recursive: true, force: true });
mkdirSync(CACHE, { recursive: true });
const total = await performAll(STEPS.filter(({ name }) => wanted.includes(name)));
for (const name of total.names) console.log(name);
console.log(`${total.passed} passed, ${total.failed} failed`);
process.exitCode = total.failed > 0 ? 1 : 0;
