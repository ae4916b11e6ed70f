// @ts-check
// What becomes of the site when the guide grows: built with 15, 150 and 1,500 pages in a temporary copy. Each new page
// is one of ours with some of its words changed for new ones, so that the vocabulary grows as it does with real text.
import { spawn } from 'node:child_process';
import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { serveNoting } from './browser.mjs';
import { allPages, packed } from './pages.mjs';
import { find, OURS, WORDS } from './search.mjs';
import { median } from './stats.mjs';
import { inKB, kB, ms, table } from './table.mjs';

const ROOT = join(import.meta.dirname, '../..');
const COPIED = ['src', 'public', 'astro.config.mjs', 'package.json', 'tsconfig.json'];
const PAGES = [15, 150, 1500];

/** Of words with five letters or more, how many are changed, and from how many new ones per page they are drawn. */
const CHANGED = 0.1;
const NEW_WORDS_A_PAGE = 6;

/** @param {{ browser: import('./browser.mjs').Browser }} bench */
export async function growth({ browser }) {
  const folder = mkdtempSync(join(tmpdir(), 'bench-growth-'));
  try {
    for (const name of COPIED) cpSync(join(ROOT, name), join(folder, name), { recursive: true });
    symlinkSync(join(ROOT, 'node_modules'), join(folder, 'node_modules'), 'junction');
    const grown = [];
    for (const pages of PAGES) {
      addPages(join(folder, 'src/content/guide'), pages);
      const built = await build(folder);
      grown.push({ pages, ...built, ...(await measure(browser, join(folder, 'dist'))) });
    }
    const [, middle, last] = grown;
    if (!middle || !last) throw new Error('There is nothing to compare.');
    const factor = last.pages / middle.pages;
    return {
      title: `Growth: the site with ${PAGES.join(', ')} pages in the guide (search on the slow line, processor as it is)`,
      tables: [
        table(
          [
            'pages',
            'build',
            'a page',
            'peak memory',
            'titles.json',
            'a guide page',
            'the guide’s list',
            'output a page',
          ],
          grown.map((one) => [
            String(one.pages),
            `${(one.time / 1000).toFixed(1)} s`,
            ms(one.time / one.pages),
            one.memory ? `${Math.round(one.memory / 1e6)} MB` : 'not known',
            kB(one.titles),
            kB(one.page),
            kB(one.list),
            kB(one.output / one.pages),
          ]),
        ),
        table(
          ['pages', 'kB to the first suggestion', 'time', 'kB to the first place in the text', 'time'],
          grown.map(({ pages, suggestion, text }) => [
            String(pages),
            inKB(suggestion.bytes),
            ms(suggestion.time),
            inKB(text.bytes),
            ms(text.time),
          ]),
        ),
      ],
      results: [
        linear('build time', last.time / middle.time, factor),
        linear('peak memory', last.memory / middle.memory, factor),
        linear('titles.json', last.titles / middle.titles, factor),
        {
          what: 'a guide page: its HTML, most pages ÷ fewest',
          figure: (last.page / (grown[0]?.page ?? NaN)).toFixed(3),
          bar: 'at most 1.01',
          met: last.page / (grown[0]?.page ?? NaN) <= 1.01,
        },
      ],
      notes: ['The bars for search hold for the site as it is; here they show how it grows.'],
    };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/**
 * Brings the guide up to so many pages.
 * @param {string} guide its folder
 * @param {number} count
 */
function addPages(guide, count) {
  const names = readdirSync(guide).filter((name) => name.endsWith('.mdx'));
  const ours = names.filter((name) => !name.startsWith('page-')).sort();
  for (let n = names.length; n < count; n++) {
    const random = randomFrom(n);
    const source = readFileSync(join(guide, ours[n % ours.length] ?? ''), 'utf8');
    const [, , body = ''] = source.split(/^---$/m, 3);
    const title = [0, 1, 2].map(() => newWord(Math.floor(random() * n * NEW_WORDS_A_PAGE))).join(' ');
    const description = `${title} ${newWord(n)}`;
    const head = `---\ntitle: ${title}\norder: ${1000 + n}\npart: beside\ndescription: ${description}\n---\n`;
    writeFileSync(join(guide, `page-${n}.mdx`), head + varied(body, random, n * NEW_WORDS_A_PAGE));
  }
}

/**
 * Changes some words, and neither tags nor links.
 * @param {string} text
 * @param {() => number} random
 * @param {number} vocabulary how many new words there are
 */
const varied = (text, random, vocabulary) =>
  text.replace(/<[^>]*>|\]\([^)]*\)|^import .*$|\{[^}]*\}|\p{L}{5,}/gmu, (word) =>
    /^\p{L}/u.test(word) && !word.startsWith('import ') && random() < CHANGED
      ? newWord(Math.floor(random() * vocabulary))
      : word,
  );

/** A word that no language has, the same for the same number. @param {number} n */
function newWord(n) {
  const syllables = ['ba', 'de', 'fi', 'go', 'lu', 'ma', 'ne', 'pi', 'ro', 'su', 'ta', 've', 'zo'];
  let word = '';
  for (let rest = n + syllables.length ** 2; rest > 0; rest = Math.floor(rest / syllables.length)) {
    word += syllables[rest % syllables.length];
  }
  return word;
}

/** Chance that is the same in every run. @param {number} seed */
function randomFrom(seed) {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}

/**
 * @param {string} folder
 * @returns {Promise<{ time: number, memory: number }>} ms, and bytes of the build with all it starts, 0 if not known
 */
async function build(folder) {
  rmSync(join(folder, 'dist'), { recursive: true, force: true });
  const start = performance.now();
  const astro = join(ROOT, 'node_modules/astro/bin/astro.mjs');
  const child = spawn(process.execPath, [astro, 'build'], {
    cwd: folder,
    env: { ...process.env, ASTRO_TELEMETRY_DISABLED: '1' },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let said = '';
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (words) => (said += words));
  let memory = 0;
  const looking = setInterval(() => (memory = Math.max(memory, memoryOf(child.pid ?? 0))), 100);
  const code = await new Promise((resolve) => child.on('close', resolve));
  clearInterval(looking);
  if (code !== 0) throw new Error(`The build failed.\n${said.slice(-2000)}`);
  return { time: performance.now() - start, memory };
}

/** Memory held by a process and all it started; 0 where the system does not tell. @param {number} parent */
function memoryOf(parent) {
  /** @type {Map<number, { parent: number, bytes: number }>} */
  const all = new Map();
  try {
    for (const name of readdirSync('/proc').filter((name) => /^\d+$/.test(name))) {
      try {
        const status = readFileSync(`/proc/${name}/status`, 'utf8');
        const of = (/** @type {string} */ key) =>
          Number(new RegExp(`^${key}:\\s+(\\d+)`, 'm').exec(status)?.[1] ?? 0);
        all.set(Number(name), { parent: of('PPid'), bytes: of('VmRSS') * 1024 });
      } catch {
        // It has ended in between.
      }
    }
  } catch {
    return 0;
  }
  const isWithin = (/** @type {number} */ pid) => {
    for (let at = pid; at > 1; at = all.get(at)?.parent ?? 0) if (at === parent) return true;
    return false;
  };
  return [...all].reduce((sum, [pid, { bytes }]) => sum + (isWithin(pid) ? bytes : 0), 0);
}

/** @param {import('./browser.mjs').Browser} browser @param {string} dist */
async function measure(browser, dist) {
  const site = await serveNoting(dist);
  try {
    const found = [];
    for (const word of [...WORDS, ...WORDS]) {
      found.push(await find(browser, site, 'guide/past-fine/', OURS, word, { slowCpu: false }));
    }
    const reached = (/** @type {(import('./search.mjs').Reached | undefined)[]} */ all) => {
      const some = all.flatMap((one) => one ?? []);
      return {
        bytes: Math.max(...some.map(({ bytes }) => bytes)),
        time: median(some.map(({ time }) => time)),
      };
    };
    const pages = allPages(dist);
    const size = (/** @type {string} */ path) => packed(pages.find((page) => page.path === path)?.html ?? '');
    return {
      suggestion: reached(found.map(({ suggestion }) => suggestion)),
      text: reached(found.map(({ text }) => text)),
      titles: packed(readFileSync(join(dist, 'search/titles.json'))),
      page: size('guide/past-fine/'),
      list: size('guide/'),
      output: bytesIn(dist),
    };
  } finally {
    await site.close();
  }
}

/** @param {string} folder */
const bytesIn = (folder) =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((item) => item.isFile())
    .reduce((sum, item) => sum + readFileSync(join(item.parentPath, item.name)).length, 0);

/** @param {string} what @param {number} grown @param {number} factor */
const linear = (what, grown, factor) => ({
  what: `${what}: grows no faster than the pages`,
  figure: Number.isFinite(grown) ? `× ${grown.toFixed(1)}` : 'not known',
  bar: `× ${factor} pages`,
  met: Number.isFinite(grown) ? grown <= factor * 1.1 : undefined,
});
