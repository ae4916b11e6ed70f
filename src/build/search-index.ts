/** The whole-text search index, made by Pagefind from the pages as they were built. */
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { dirname, join, sep } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import type { AstroIntegration } from 'astro';
import * as pagefind from 'pagefind';
import { outputFiles } from './output.ts';

/** The integration: writes the index and the search engine to `pagefind/` in the output. */
export function searchIndex(): AstroIntegration {
  return {
    name: 'search-index',
    hooks: {
      'astro:build:done': async ({ dir, logger }) => {
        const start = performance.now();
        const pages = await writeIndex(fileURLToPath(dir));
        logger.info(`${pages} pages read in ${Math.round(performance.now() - start)} ms`);
      },
    },
  };
}

/** Search boxes that Pagefind adds to its engine and that are not used here. */
const unused = /^pagefind-(ui|modular-ui|component-ui|highlight)\./;

/**
 * Indexes a folder of built pages and writes the index into it, to `pagefind/`.
 * @returns how many pages were read; those without a `data-pagefind-body` are not in the index if any has one
 * @throws with the complaint of Pagefind or the file system as the cause
 */
export async function writeIndex(folder: string): Promise<number> {
  try {
    // What the page hides, the search does not find.
    const { index } = succeeded(await pagefind.createIndex({ excludeSelectors: ['[hidden]'] }));
    if (!index) throw new Error('Pagefind gave no index.');
    const files = await outputFiles(pathToFileURL(folder + sep));
    const pages = files.filter((path) => path.endsWith('.html'));
    for (const sourcePath of pages) {
      const content = apart(await readFile(join(folder, sourcePath), 'utf8'));
      succeeded(await index.addHTMLFile({ sourcePath, content }));
    }
    // Written here rather than by Pagefind, which waits for ever when it cannot write a file.
    const { files: made } = succeeded(await index.getFiles());
    for (const { path, content } of made) {
      if (unused.test(path)) continue;
      const file = join(folder, 'pagefind', path);
      await mkdir(dirname(file), { recursive: true });
      await writeFile(file, content);
    }
    return pages.length;
  } catch (cause) {
    throw new Error('The search index could not be made.', { cause });
  } finally {
    await pagefind.close();
  }
}

/**
 * The page with a space between an element that ends and one that begins: what the page shows apart, such as the cells
 * of a table, would be one word to Pagefind.
 */
function apart(html: string): string {
  return html.replace(/(<\/[^>]+>)(?=<\w)/g, '$1 ');
}

function succeeded<Response extends { errors: string[] }>(response: Response): Response {
  if (response.errors.length > 0) throw new Error(response.errors.join('\n'));
  return response;
}
