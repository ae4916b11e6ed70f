/** The whole-text search index, made by Pagefind from the pages as they were built. */
import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';
import * as pagefind from 'pagefind';

/** What Pagefind writes beside the engine: search boxes of its own, which are not used here. */
const unused = [
  'pagefind-component-ui.css',
  'pagefind-component-ui.js',
  'pagefind-highlight.js',
  'pagefind-modular-ui.css',
  'pagefind-modular-ui.js',
  'pagefind-ui.css',
  'pagefind-ui.js',
];

/** The integration: writes the index and the search engine to `pagefind/` in the output. */
export function searchIndex(): AstroIntegration {
  return {
    name: 'search-index',
    hooks: {
      'astro:build:done': async ({ dir, logger }) => {
        const start = performance.now();
        const pages = await writeIndex(fileURLToPath(dir));
        logger.info(`${pages} pages read for the search index in ${Math.round(performance.now() - start)} ms`);
      },
    },
  };
}

/**
 * Indexes a folder of built pages and writes the index into it.
 * @returns how many pages were read
 * @throws with Pagefind's own complaint as the cause
 */
export async function writeIndex(folder: string): Promise<number> {
  try {
    const { index } = succeeded(await pagefind.createIndex());
    if (!index) throw new Error('Pagefind gave no index.');
    const { page_count: pages } = succeeded(await index.addDirectory({ path: folder }));
    const output = join(folder, 'pagefind');
    succeeded(await index.writeFiles({ outputPath: output }));
    await Promise.all(unused.map((file) => rm(join(output, file), { force: true })));
    return pages;
  } catch (cause) {
    throw new Error('The search index could not be made.', { cause });
  } finally {
    await pagefind.close();
  }
}

function succeeded<Response extends { errors: string[] }>(response: Response): Response {
  if (response.errors.length > 0) throw new Error(response.errors.join('\n'));
  return response;
}
