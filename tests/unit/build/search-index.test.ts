// The index holds what the pages say, and a failure says why.
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { writeIndex } from '../../../src/build/search-index.ts';

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'search-'));
  writeFileSync(
    join(folder, 'index.html'),
    '<html lang="en"><body><main data-pagefind-body><h1>Home</h1></main></body></html>',
  );
  writeFileSync(join(folder, '404.html'), '<html lang="en"><body><h1>Lost</h1></body></html>');
});
afterAll(() => rmSync(folder, { recursive: true }));

describe('the search index', () => {
  it('is written with the engine that reads it, and nothing else', async () => {
    expect(await writeIndex(folder)).toBe(2);
    const written = readdirSync(join(folder, 'pagefind'));
    expect(written).toEqual(
      expect.arrayContaining(['pagefind.js', 'pagefind-worker.js', 'pagefind-entry.json']),
    );
    expect(written.filter((name) => /ui|highlight/.test(name))).toEqual([]);
    // Only what stands in a `data-pagefind-body`.
    expect(readdirSync(join(folder, 'pagefind/fragment'))).toHaveLength(1);
  });

  it('holds apart what the page shows apart, and nothing that the page hides', async () => {
    const page = mkdtempSync(join(tmpdir(), 'search-'));
    writeFileSync(
      join(page, 'index.html'),
      '<html lang="en"><body><main data-pagefind-body><dl><dt>How often</dt><dd>Every month</dd></dl>' +
        '<p hidden>Secret</p></main></body></html>',
    );
    await writeIndex(page);
    const [fragment = ''] = readdirSync(join(page, 'pagefind/fragment'));
    const text = gunzipSync(readFileSync(join(page, 'pagefind/fragment', fragment))).toString();
    expect(text).toMatch(/often\W+Every month/);
    expect(text).not.toContain('Secret');
    rmSync(page, { recursive: true });
  });

  it('says why it could not be made', async () => {
    const taken = mkdtempSync(join(tmpdir(), 'search-'));
    writeFileSync(join(taken, 'pagefind'), 'a file where the folder should be');
    await expect(writeIndex(taken)).rejects.toMatchObject({
      message: 'The search index could not be made.',
      cause: expect.objectContaining({ message: expect.stringContaining('EEXIST') as string }) as Error,
    });
    rmSync(taken, { recursive: true });
  });
});
