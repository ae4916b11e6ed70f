/**
 * One build for every host. Astro writes every address from the domain's root (`/guide/`); this step makes each
 * relative to the page it stands on (`../guide/`), so that the same output works at a domain's root, in any
 * folder below it, and opened from a file. See docs/decisions/001-one-build-for-every-host.md.
 */
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';
import { addressesIn, cssAddresses, type Address } from './addresses.ts';
import { brokenLinks } from './broken-links.ts';
import { applyEdits, attributeSources, parsePage, type Edit } from './markup.ts';
import { selfContained } from './lost-page.ts';
import { outputFiles } from './output.ts';

/**
 * For a page opened from a file, where a link to a folder shows a list of files: such links get `index.html`
 * at their end, and `<html data-file>` lets a page say how it was opened. Classic and inline, because that is
 * all that browsers run from a file.
 */
export const fileLinksScript =
  "if(location.protocol=='file:'){document.documentElement.dataset.file='';" +
  "addEventListener('DOMContentLoaded',()=>{for(const a of document.links)" +
  "if(a.protocol=='file:'&&a.pathname.endsWith('/'))a.pathname+='index.html'})}";

/** Served for any address that does not exist, hence at a depth that nobody knows. */
const lostPage = '404.html';

/**
 * The integration. At the end of the build it makes all addresses relative, puts the way to the root on
 * `<html data-root="../../">` for code that runs, makes `404.html` need no other file, and stops the build when
 * an address of our own leads nowhere.
 *
 * Register it before the search index and the security policy, which read what it leaves.
 */
export function portableLinks(): AstroIntegration {
  return {
    name: 'portable-links',
    hooks: {
      'astro:config:setup': ({ config, updateConfig }) => {
        if (config.base !== '/') {
          throw new Error(
            `Leave "base" at "/" (it is "${config.base}"): the output works in any folder as it is.`,
          );
        }
        updateConfig({
          vite: {
            experimental: {
              // Scripts find what they import beside themselves. Style addresses stay as they are until the end
              // of the build: only then is it known whether a style is a file or stands in a page.
              renderBuiltUrl: (_name: string, { hostType }: { hostType: string }) =>
                hostType === 'css' ? undefined : { relative: true },
            },
          },
        });
      },
      'astro:build:done': async ({ dir, logger }) => {
        const read = (path: string) => readFile(join(fileURLToPath(dir), path));
        const files = await outputFiles(dir);
        const portable = new Map<string, string>();
        for (const path of files) {
          if (!/\.(html|css|m?js)$/.test(path)) continue;
          const text = (await read(path)).toString();
          if (path.endsWith('js')) {
            refuseRootAddresses(text, path);
            continue;
          }
          portable.set(path, await portableFile(text, path, read));
        }
        const broken = brokenLinks(portable, new Set(files));
        if (broken.length > 0) throw new Error(`Addresses that lead nowhere:\n- ${broken.join('\n- ')}`);
        for (const [path, text] of portable) await writeFile(join(fileURLToPath(dir), path), text);
        logger.info(`${portable.size} pages and styles made portable; every link leads somewhere`);
      },
    },
  };
}

function portableFile(
  text: string,
  path: string,
  read: (path: string) => Promise<Buffer>,
): string | Promise<string> {
  if (path === lostPage) return selfContained(text, read);
  return path.endsWith('.css') ? makeCssPortable(text, path) : makePortable(text, path);
}

/**
 * Makes a page's addresses relative to it, and puts the way to the root and the script for pages opened from a
 * file into it. All other bytes stay. A page made portable before comes back unchanged.
 * @param path where the page is in the output, for example `guide/start/index.html`
 */
export function makePortable(html: string, path: string): string {
  const page = parsePage(html);
  const root = wayToRoot(path);
  const edits: Edit[] = addressesIn(page).flatMap((address) => relative(address, root));
  const htmlTag = page.elements.find(({ tagName }) => tagName === 'html');
  const startTag = htmlTag?.sourceCodeLocation?.startTag;
  // Astro's pages that only forward have no <html>, and nothing that runs.
  if (!htmlTag || !startTag) return applyEdits(html, edits);
  const known = attributeSources(page, htmlTag).get('data-root');
  if (known) edits.push({ start: known.start, end: known.start + known.text.length, text: root });
  else edits.push(insertion(startTag.endOffset - 1, ` data-root="${root}"`));
  const headEnd = page.elements.find(({ tagName }) => tagName === 'head')?.sourceCodeLocation?.endTag;
  // A page may bring a script of its own for this.
  if (headEnd && !html.includes('dataset.file')) {
    edits.push(insertion(headEnd.startOffset, `<script>${fileLinksScript}</script>`));
  }
  return applyEdits(html, edits);
}

/**
 * Makes the addresses in a style file relative to it.
 * @param path where the file is in the output, for example `_astro/page.css`
 */
export function makeCssPortable(css: string, path: string): string {
  const root = wayToRoot(path);
  return applyEdits(
    css,
    cssAddresses(css).flatMap((address) => relative(address, root)),
  );
}

/** From a file's folder to the root: `./`, `../`, `../../` … Never empty, for `import()` needs the dot. */
function wayToRoot(path: string): string {
  return '../'.repeat(path.split('/').length - 1) || './';
}

function relative({ start, text }: Address, root: string): Edit[] {
  return /^\/(?!\/)/.test(text) ? [{ start, end: start + 1, text: root }] : [];
}

function insertion(at: number, text: string): Edit {
  return { start: at, end: at, text };
}

/** Scripts are made portable by Vite. Should it ever leave an address from the root, nobody would notice here. */
function refuseRootAddresses(script: string, path: string): void {
  const [found] = /["'`]\/_astro\/[^"'`]*/.exec(script) ?? [];
  if (found)
    throw new Error(`${path} fetches ${found.slice(1)} from the domain's root: it would fail in a folder.`);
}
