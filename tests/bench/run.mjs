// @ts-check
// `npm run bench`: sizes and speeds of the built site, printed as tables. `npm run bench -- sizes keys` runs some
// parts only; see HELP below.
import { spawnSync } from 'node:child_process';
import { availableParallelism, loadavg } from 'node:os';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { openBrowser } from './browser.mjs';
import { cadence } from './cadence.mjs';
import { filter } from './filter.mjs';
import { growth } from './growth.mjs';
import { keys } from './keys.mjs';
import { kit } from './kit.mjs';
import { lookBack } from './look-back.mjs';
import { isBuilt } from './pages.mjs';
import { pack } from './pack.mjs';
import { paint } from './paint.mjs';
import { plan } from './plan.mjs';
import { search } from './search.mjs';
import { sizes } from './sizes.mjs';
import { ENOUGH_PAIRS } from './stats.mjs';
import { verdicts } from './table.mjs';

const ROOT = join(import.meta.dirname, '../..');

/**
 * @typedef {object} Section What a part of the bench found.
 * @property {string} title
 * @property {string[]} tables
 * @property {import('./table.mjs').Result[]} results
 * @property {string[]} [notes]
 */

/** @typedef {{ dist: string, browser: import('./browser.mjs').Browser, pairs: number, starlight: boolean }} Bench */

/** @type {Record<string, (bench: Bench) => Promise<Section>>} */
const PARTS = { sizes, paint, keys, kit, 'look-back': lookBack, search, filter, cadence, plan, pack, growth };
/** Takes minutes, and so is left out unless asked for. */
const LONG = 'growth';

const HELP = `npm run bench -- [${Object.keys(PARTS).join('] [')}] [--pairs ${ENOUGH_PAIRS}] [--starlight] [--growth]

  --pairs N    rounds of timings that are compared; a ratio is judged from ${ENOUGH_PAIRS} on
  --starlight  builds Starlight with the same pages in a temporary folder and compares its search (needs npm's registry)
  --growth     builds the site with 15, 150 and 1,500 pages and measures search, time and memory (some minutes)

The built site is dist, or the folder that the environment variable DIST names.`;

async function main() {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: {
      pairs: { type: 'string', default: String(ENOUGH_PAIRS) },
      starlight: { type: 'boolean', default: false },
      growth: { type: 'boolean', default: false },
      help: { type: 'boolean', default: false },
    },
  });
  const unknown = positionals.filter((name) => !(name in PARTS));
  const pairs = Number(values.pairs);
  if (values.help || unknown.length > 0 || !(pairs >= 1)) {
    console.log(HELP);
    process.exitCode = values.help ? 0 : 2;
    return;
  }
  const dist = resolve(ROOT, process.env['DIST'] ?? 'dist');
  if (!isBuilt(dist)) build(dist);
  const browser = await openBrowser();
  try {
    console.log(`${await browser.version()}, Node ${process.versions.node}\n`);
    /** @type {import('./table.mjs').Result[]} */
    const all = [];
    const named = positionals.length > 0 ? positionals : Object.keys(PARTS).filter((name) => name !== LONG);
    for (const name of new Set(values.growth ? [...named, LONG] : named)) {
      const section = await PARTS[name]?.({ ...values, dist, browser, pairs });
      if (!section) continue;
      const { title, tables, results, notes = [] } = section;
      console.log([title, ...tables, verdicts(results), ...notes].join('\n\n'), '\n');
      all.push(...results);
    }
    const judged = all.filter(({ met }) => met !== undefined);
    const missed = judged.filter(({ met }) => !met).map(({ what }) => what);
    console.log(`${judged.length - missed.length} of ${judged.length} bars met`);
    if (missed.length > 0) console.log(`not met: ${missed.join('; ')}`);
    const [busy = 0] = loadavg();
    if (busy > availableParallelism() + 1) {
      console.log(
        'This machine is busy with other things: times by themselves are too long, ratios still hold.',
      );
    }
  } finally {
    await browser.close();
  }
}

/** @param {string} dist */
function build(dist) {
  console.log('Building the site first …');
  const astro = join(ROOT, 'node_modules/astro/bin/astro.mjs');
  const { status, stdout } = spawnSync(process.execPath, [astro, 'build', '--outDir', dist], {
    cwd: ROOT,
    encoding: 'utf8',
  });
  if (status !== 0) throw new Error(`The build failed.\n${stdout}`);
}

await main();
