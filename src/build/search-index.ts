/** The whole-text search index, made by Pagefind from the pages as they were built. */
import { mkdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';
import * as pagefind from 'pagefind';

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
    const { index } = succeeded(await pagefind.createIndex());
    if (!index) throw new Error('Pagefind gave no index.');
    const { page_count: pages } = succeeded(await index.addDirectory({ path: folder }));
    // Written here rather than by Pagefind, which waits for ever when it cannot write a file.
    const { files } = succeeded(await index.getFiles());
    for (const { path, content } of files) {
      if (unused.test(path)) continue;
      const file = join(folder, 'pagefind', path);
      await mkdir(dirname(file), { recursive: true });
      await writeFile(file, content);
    }
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
