// @ts-check
// Starlight with the words of our pages, built in a temporary folder, to compare its search with ours. Starlight is
// no dependency of the site: npm fetches it for this alone.
import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { allPages } from './pages.mjs';
import { blocksOf } from './text.mjs';

const VERSION = '0.42';
const ROOT = join(import.meta.dirname, '../..');

/**
 * @param {string} dist our built site, whose pages that can be found by search are taken over
 * @param {(why: string) => void} say told in a sentence when it cannot be had
 * @returns {{ dist: string, version: string, remove: () => void } | undefined}
 */
export function buildStarlight(dist, say) {
  const folder = mkdtempSync(join(tmpdir(), 'bench-starlight-'));
  const remove = () => rmSync(folder, { recursive: true, force: true });
  const astro = JSON.parse(readFileSync(join(ROOT, 'node_modules/astro/package.json'), 'utf8')).version;
  const write = (/** @type {string} */ path, /** @type {string} */ text) => {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  };
  write(
    'package.json',
    JSON.stringify({
      private: true,
      type: 'module',
      dependencies: { astro, '@astrojs/starlight': `~${VERSION}.0`, sharp: '*' },
    }),
  );
  write(
    'astro.config.mjs',
    `import { defineConfig } from 'astro/config';
     import starlight from '@astrojs/starlight';
     export default defineConfig({ integrations: [starlight({ title: 'How are we doing?' })] });`,
  );
  write(
    'src/content.config.ts',
    `import { defineCollection } from 'astro:content';
     import { docsLoader } from '@astrojs/starlight/loaders';
     import { docsSchema } from '@astrojs/starlight/schema';
     export const collections = { docs: defineCollection({ loader: docsLoader(), schema: docsSchema() }) };`,
  );
  for (const { path, html } of allPages(dist)) {
    if (html.includes('data-pagefind-body'))
      write(`src/content/docs/${path || 'home/'}index.md`, asMarkdown(html));
  }
  const steps = [
    ['npm', ['install', '--no-audit', '--no-fund', '--loglevel=error']],
    [process.execPath, ['node_modules/astro/bin/astro.mjs', 'build']],
  ];
  for (const [command, args] of /** @type {[string, string[]][]} */ (steps)) {
    const { status, stdout, stderr, error } = spawnSync(command, args, {
      cwd: folder,
      encoding: 'utf8',
      shell: process.platform === 'win32' && command === 'npm',
      env: { ...process.env, ASTRO_TELEMETRY_DISABLED: '1' },
    });
    if (status === 0) continue;
    const words = `${stdout ?? ''}${stderr ?? ''}${error?.message ?? ''}`
      .trim()
      .split('\n')
      .slice(-3)
      .join(' ');
    say(`Starlight is left out: ${[command, ...args.slice(0, 2)].join(' ')} failed. ${words}`);
    remove();
    return undefined;
  }
  const installed = readFileSync(join(folder, 'node_modules/@astrojs/starlight/package.json'), 'utf8');
  return { dist: join(folder, 'dist'), version: JSON.parse(installed).version, remove };
}

/** A built page's words as a page of Starlight's. @param {string} html */
function asMarkdown(html) {
  const [title, ...blocks] = blocksOf(html, { mainOnly: true }).sort(
    (a, b) => Number(b.tag === 'h1') - Number(a.tag === 'h1'),
  );
  const signs = { h1: '# ', h2: '## ', h3: '### ', li: '- ', p: '' };
  const body = blocks.map(({ tag, text }) => signs[tag] + text.replace(/[\\`*_{}[\]<>#|]/g, '\\$&'));
  return `---\ntitle: ${JSON.stringify(title?.text ?? '')}\n---\n\n${body.join('\n\n')}\n`;
}
