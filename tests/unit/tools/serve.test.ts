// The static server gives what a host would, under any path, and nothing from outside its folder.
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { request } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { serve } from '../../../tools/serve.mjs';

let folder: string;
let root: string;
const open: { close: () => Promise<void> }[] = [];

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'serve-'));
  root = join(folder, 'dist');
  mkdirSync(join(root, 'guide/söze'), { recursive: true });
  writeFileSync(join(folder, 'secret.txt'), 'secret');
  writeFileSync(join(root, 'index.html'), '<p>home</p>'.repeat(100));
  writeFileSync(join(root, '404.html'), '<p>lost</p>');
  writeFileSync(join(root, 'guide/index.html'), '<p>guide</p>');
  writeFileSync(join(root, 'guide/söze/index.html'), '<p>söze</p>');
  for (const name of [
    'a.js',
    'a.css',
    'a.woff2',
    'a.svg',
    'a.wasm',
    'a.ics',
    'a.webmanifest',
    'a.pagefind',
  ]) {
    writeFileSync(join(root, name), 'x'.repeat(200));
  }
});
afterEach(async () => {
  for (const site of open.splice(0)) await site.close();
});
afterAll(() => rmSync(folder, { recursive: true }));

async function start(options: Partial<Parameters<typeof serve>[0]> = {}): Promise<string> {
  const site = await serve({ root, ...options });
  open.push(site);
  return site.url;
}

/** Asks without tidying the path first, as `fetch` would. */
function askRaw(url: string, path: string): Promise<{ status: number | undefined; body: string }> {
  return new Promise((resolve, reject) => {
    request(url, { path }, (response) => {
      let body = '';
      response.setEncoding('utf8').on('data', (part: string) => (body += part));
      response.on('end', () => resolve({ status: response.statusCode, body }));
    })
      .on('error', reject)
      .end();
  });
}

describe.each(['/', '/some/sub/path/'])('under %s', (base) => {
  it('gives a folder its index, and sends on to it', async () => {
    const url = await start({ base });
    expect(new URL(url).pathname).toBe(base);
    expect(await (await fetch(url)).text()).toContain('home');
    expect(await (await fetch(`${url}guide/?q=1`)).text()).toContain('guide');
    const moved = await fetch(`${url}guide?q=1`, { redirect: 'manual' });
    expect(moved.status).toBe(301);
    expect(moved.headers.get('location')).toBe(`${base}guide/?q=1`);
  });

  it('finds a path with other letters', async () => {
    expect(await (await fetch(`${await start({ base })}guide/söze/`)).text()).toContain('söze');
  });

  it('gives the page for what is not there, as not found', async () => {
    const lost = await fetch(`${await start({ base })}guide/nowhere/`);
    expect(lost.status).toBe(404);
    expect(await lost.text()).toContain('lost');
  });

  it.each([
    '../secret.txt',
    '%2e%2e/secret.txt',
    '..%2fsecret.txt',
    '..\\secret.txt',
    'guide/../../secret.txt',
    '%E0%A4%A',
  ])('gives nothing from outside for %s', async (path) => {
    const url = await start({ base });
    const answer = await askRaw(url, base + path);
    expect(answer.status).toBe(404);
    expect(answer.body).not.toContain('secret');
  });
});

it('knows nothing beside its base, but the way to it', async () => {
  const url = await start({ base: 'some/path' });
  expect(new URL(url).pathname).toBe('/some/path/');
  expect((await fetch(new URL('/', url))).status).toBe(404);
  expect((await fetch(new URL('/some/path', url))).url).toBe(url);
});

it.each([
  ['', 'text/html; charset=utf-8'],
  ['a.js', 'text/javascript; charset=utf-8'],
  ['a.css', 'text/css; charset=utf-8'],
  ['a.svg', 'image/svg+xml; charset=utf-8'],
  ['a.woff2', 'font/woff2'],
  ['a.wasm', 'application/wasm'],
  ['a.ics', 'text/calendar; charset=utf-8'],
  ['a.webmanifest', 'application/manifest+json; charset=utf-8'],
  ['a.pagefind', 'application/octet-stream'],
])('names the type of "%s"', async (path, type) => {
  expect((await fetch((await start()) + path)).headers.get('content-type')).toBe(type);
});

it('compresses only when told to, and only what is text', async () => {
  const plain = await fetch(await start());
  expect(plain.headers.get('content-encoding')).toBeNull();
  const url = await start({ compress: true });
  const packed = await fetch(url);
  expect(packed.headers.get('content-encoding')).toBe('gzip');
  expect(Number(packed.headers.get('content-length'))).toBeLessThan(200);
  expect(await packed.text()).toBe(await plain.text());
  expect((await fetch(`${url}a.woff2`)).headers.get('content-encoding')).toBeNull();
  const declined = await fetch(url, { headers: { 'accept-encoding': 'identity' } });
  expect(declined.headers.get('content-encoding')).toBeNull();
});

it('adds headers to every answer', async () => {
  const url = await start({ headers: { 'x-frame-options': 'DENY' } });
  expect((await fetch(url)).headers.get('x-frame-options')).toBe('DENY');
  expect((await fetch(`${url}nowhere`)).headers.get('x-frame-options')).toBe('DENY');
});

it('tells of every answer as it was sent', async () => {
  const told: [string, number][] = [];
  const url = await start({ base: '/kit/', compress: true, onAnswer: (...answer) => told.push(answer) });
  const plain = readFileSync(join(root, 'index.html')).length;
  await (await fetch(`${url}?a=b`)).text();
  await (await fetch(`${url}nowhere`)).text();
  expect(told).toEqual([
    ['?a=b', expect.any(Number)],
    ['nowhere', '<p>lost</p>'.length],
  ]);
  expect(told[0]?.[1]).toBeLessThan(plain);
});

it('answers HEAD without a body and refuses to be written to', async () => {
  const url = await start();
  const head = await fetch(url, { method: 'HEAD' });
  expect(head.headers.get('content-length')).toBe('1100');
  expect(await head.text()).toBe('');
  expect((await fetch(url, { method: 'POST' })).status).toBe(405);
});

it('takes the next port when the wanted one is taken', async () => {
  const first = Number(new URL(await start()).port);
  const second = Number(new URL(await start({ port: first })).port);
  expect(second).toBeGreaterThan(first);
});

it('says no when there is no such folder', async () => {
  await expect(serve({ root: join(folder, 'nowhere') })).rejects.toThrow(/nowhere/);
});

it('is gone once closed, though a browser keeps its connection', async () => {
  const site = await serve({ root });
  await fetch(site.url);
  await site.close();
  await expect(fetch(site.url)).rejects.toThrow();
});
