import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join, relative, sep } from 'node:path';
import { fileURLToPath } from 'node:url';

/** Every file of the output, as a path from its root with `/` between folders, in order. */
export async function outputFiles(dir: URL): Promise<string[]> {
  const root = fileURLToPath(dir);
  const entries = await readdir(root, { recursive: true, withFileTypes: true });
  return entries
    .filter((entry) => entry.isFile())
    .map((entry) => relative(root, `${entry.parentPath}${sep}${entry.name}`).split(sep).join('/'))
    .sort();
}

/**
 * Puts every page of the output through a change.
 * @returns how many pages came out different
 */
export async function changePages(dir: URL, change: (html: string) => string): Promise<number> {
  let changed = 0;
  for (const path of await outputFiles(dir)) {
    if (!path.endsWith('.html')) continue;
    const file = join(fileURLToPath(dir), path);
    const before = await readFile(file, 'utf8');
    const after = change(before);
    if (after === before) continue;
    await writeFile(file, after);
    changed++;
  }
  return changed;
}
