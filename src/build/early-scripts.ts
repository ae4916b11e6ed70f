/**
 * An island's script is asked for by the island, what that imports once it has come, and so on: on a slow line each of
 * these steps costs a whole round trip before the page comes alive. This step names them all where the page's own text
 * begins, so that the browser asks for them at once, and yet not before the text: in the head they would hold up the
 * first paint by a fifth.
 */
import type { AstroIntegration } from 'astro';
import { applyEdits, attribute, parsePage } from './markup.ts';
import { changePages } from './output.ts';

/** What each script of the output imports before it runs; all as paths from the output's root. */
export type Imports = ReadonlyMap<string, readonly string[]>;

/** The integration. Register it before the portable links, which make the addresses it writes relative. */
export function earlyScripts(): AstroIntegration {
  const imports = new Map<string, readonly string[]>();
  return {
    name: 'early-scripts',
    hooks: {
      'astro:config:setup': ({ updateConfig }) => {
        const noteImports = {
          name: 'note-imports',
          generateBundle(_options: unknown, bundle: Record<string, { imports?: readonly string[] }>) {
            for (const [path, { imports: found = [] }] of Object.entries(bundle)) imports.set(path, found);
          },
        };
        updateConfig({ vite: { plugins: [noteImports] } });
      },
      'astro:build:done': async ({ dir, logger }) => {
        const pages = await changePages(dir, (html) => withEarlyScripts(html, imports));
        logger.info(`${pages} pages ask for all of their scripts at once`);
      },
    },
  };
}

/**
 * Adds a `<link rel="modulepreload">` at the start of `<main>` for every script that its islands begin with; what is
 * imported later, by `import()`, is left for later.
 *
 * @throws Error when an island's script is not among those built, or the page has no `<main>`
 */
export function withEarlyScripts(html: string, imports: Imports): string {
  const page = parsePage(html);
  const islands = page.elements.filter(({ tagName }) => tagName === 'astro-island');
  const scripts = new Set<string>();
  const follow = (path: string): void => {
    if (scripts.has(path)) return;
    scripts.add(path);
    const further = imports.get(path);
    if (!further) throw new Error(`An island asks for ${path}, which was not built`);
    further.forEach(follow);
  };
  for (const island of islands) {
    for (const name of ['component-url', 'renderer-url']) {
      const address = attribute(island, name);
      if (address) follow(address.replace(/^\//, ''));
    }
  }
  if (scripts.size === 0) return html;
  const main = page.elements.find(({ tagName }) => tagName === 'main');
  const start = main?.sourceCodeLocation?.startTag?.endOffset;
  if (start === undefined) throw new Error('A page with an island has no <main>');
  const text = [...scripts]
    .map((path) => `<link rel="modulepreload" fetchpriority="low" href="/${path}">`)
    .join('');
  return applyEdits(html, [{ start, end: start, text }]);
}
