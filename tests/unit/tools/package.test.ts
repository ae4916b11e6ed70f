// The release archive: all of the site, how to install it, and the same bytes each time.
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { unzipSync } from 'fflate';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { archive } from '../../../tools/package.mjs';
import { serve } from '../../../tools/serve.mjs';

const root = join(import.meta.dirname, '../../..');
const files: Record<string, string | Uint8Array> = {
  'index.html': '<p>home</p>'.repeat(1000),
  '404.html': '<p>lost</p>',
  _headers: '/*',
  'guide/söze/index.html': '<p>söze</p>',
  'fonts/text.woff2': Uint8Array.from({ length: 1000 }, (_, at) => (at * 97) % 256),
  'empty.txt': '',
};
let folder: string;
let dist: string;

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'package-'));
  dist = join(folder, 'dist');
  for (const [path, body] of Object.entries(files)) put(dist, path, body);
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

function put(at: string, path: string, body: string | Uint8Array) {
  mkdirSync(join(at, path, '..'), { recursive: true });
  writeFileSync(join(at, path), body);
}

/** What unpacking gives, by path below the one folder. */
function unpacked(bytes: Uint8Array): Record<string, Uint8Array> {
  return Object.fromEntries(
    Object.entries(unzipSync(bytes)).map(([path, body]) => {
      expect(path).toMatch(/^kit-1\.2\.3\//);
      return [path.slice('kit-1.2.3/'.length), body];
    }),
  );
}

describe('the archive', () => {
  it('unpacks into one folder: the site in it, byte for byte, and beside it how to install it', () => {
    const {
      'INSTALL.txt': install,
      LICENSE: licence,
      'hosting.md': hosting,
      ...rest
    } = unpacked(archive(dist, 'kit-1.2.3'));
    expect(Object.keys(rest).sort()).toEqual(
      Object.keys(files)
        .map((path) => `site/${path}`)
        .sort(),
    );
    for (const [path, body] of Object.entries(files))
      expect(Buffer.from(rest[`site/${path}`]!).equals(Buffer.from(body)), path).toBe(true);
    expect(Buffer.from(licence!).toString()).toBe(readFileSync(join(root, 'LICENSE'), 'utf8'));
    expect(Buffer.from(hosting!).toString()).toBe(readFileSync(join(root, 'docs/hosting.md'), 'utf8'));
    const said = Buffer.from(install!).toString();
    for (const named of ['"site"', '404.html', '"hosting.md"', 'LICENSE']) expect(said).toContain(named);
  });

  it('can be read on any system: plain line ends and letters, lines of a terminal’s width', () => {
    const said = Buffer.from(unpacked(archive(dist, 'kit-1.2.3'))['INSTALL.txt']!).toString();
    expect(said).toMatch(/^[\n -~]+$/);
    expect(said.split('\n').filter((line) => line.length > 80)).toEqual([]);
  });

  it('has the same bytes when the same build is packed elsewhere, later, in another time zone', () => {
    const first = archive(dist, 'kit-1.2.3');
    const copy = join(folder, 'copy');
    // In another order, and with other times.
    for (const path of Object.keys(files).reverse()) {
      mkdirSync(join(copy, path, '..'), { recursive: true });
      cpSync(join(dist, path), join(copy, path));
      utimesSync(join(copy, path), 0, 0);
    }
    const zone = process.env['TZ'];
    try {
      process.env['TZ'] = 'Pacific/Kiritimati';
      expect(Buffer.from(archive(copy, 'kit-1.2.3')).equals(Buffer.from(first))).toBe(true);
    } finally {
      if (zone === undefined) delete process.env['TZ'];
      else process.env['TZ'] = zone;
    }
  });

  it('unpacked on a server, gives the pages', async () => {
    const server = join(folder, 'server');
    for (const [path, body] of Object.entries(unpacked(archive(dist, 'kit-1.2.3')))) put(server, path, body);
    const site = await serve({ root: join(server, 'site') });
    try {
      expect(await (await fetch(site.url)).text()).toBe(files['index.html']);
      expect(await (await fetch(`${site.url}guide/söze/`)).text()).toBe('<p>söze</p>');
      expect((await fetch(`${site.url}not/there`)).status).toBe(404);
    } finally {
      await site.close();
    }
  });
});
