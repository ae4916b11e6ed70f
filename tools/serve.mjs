// @ts-check
// A small static server for trying the built site as a host would give it: under any path, with any headers.
// `npm start`, the job tests and the bench use it; it is not meant for the open internet.
import { createServer } from 'node:http';
import { readdirSync, readFileSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import { promisify } from 'node:util';
import { constants, gzip as gzipCallback } from 'node:zlib';
import { lookup } from 'mrmime';

const gzip = promisify(gzipCallback);

/** How many further ports are tried when the wanted one is taken. */
const MORE_PORTS = 50;

/** @typedef {{ type: string, body: Buffer, packed?: Buffer }} Entry */

/**
 * Serves a folder as it is now; files that change afterwards are seen by the next call.
 *
 * @param {object} options
 * @param {string} options.root folder to serve
 * @param {string} [options.base] path the folder is reached at, "/" or "/some/path/"
 * @param {number} [options.port] wanted port, the next free one if it is taken; 0 for any free one
 * @param {string} [options.host]
 * @param {boolean} [options.compress] gzip what gains by it, once, before the first request
 * @param {Record<string, string>} [options.headers] further headers for every answer
 * @param {(path: string, bytes: number) => void} [options.onAnswer] told of every answer: its path below the base
 *   with its query, and the bytes of its body as they are sent
 * @returns {Promise<{ url: string, close: () => Promise<void> }>} address of the folder, ending in "/"
 * @throws when the folder does not exist or no port is free
 */
export async function serve({
  root,
  base = '/',
  port = 0,
  host = '127.0.0.1',
  compress = false,
  headers = {},
  onAnswer,
}) {
  const files = await readFolder(root, compress);
  const mount = `/${base.split('/').filter(Boolean).join('/')}/`.replace('//', '/');
  const server = createServer((request, response) => {
    const answer = answerTo(request.method ?? 'GET', request.url ?? '/', mount, files);
    const packed = accepts(request.headers['accept-encoding']) ? answer.entry?.packed : undefined;
    const body = packed ?? answer.entry?.body ?? Buffer.alloc(0);
    response.writeHead(answer.status, {
      'cache-control': 'no-cache',
      'content-length': body.length,
      ...(answer.entry && { 'content-type': answer.entry.type }),
      ...(answer.entry?.packed && { vary: 'accept-encoding' }),
      ...(packed && { 'content-encoding': 'gzip' }),
      ...(answer.location && { location: answer.location }),
      ...headers,
    });
    response.end(request.method === 'HEAD' ? undefined : body);
    onAnswer?.((request.url ?? '/').slice(mount.length), body.length);
  });
  const taken = await listen(server, port, host);
  return {
    url: `http://${host.includes(':') ? `[${host}]` : host}:${taken}${mount}`,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

/**
 * What a request gets. Only paths of files that were found are known, so that none can lead out of the folder.
 *
 * @param {string} method
 * @param {string} url path and query as they stand in the request
 * @param {string} mount base path, beginning and ending in "/"
 * @param {Map<string, Entry>} files by path within the folder
 * @returns {{ status: number, entry?: Entry | undefined, location?: string }}
 */
function answerTo(method, url, mount, files) {
  if (method !== 'GET' && method !== 'HEAD') return { status: 405 };
  const [raw = '/', query] = url.split('?', 2);
  const asked = query === undefined ? '' : `?${query}`;
  if (`${raw}/` === mount) return { status: 301, location: mount + asked };
  if (!raw.startsWith(mount)) return { status: 404 };
  const path = decode(raw.slice(mount.length));
  const entry = files.get(path === '' || path.endsWith('/') ? `${path}index.html` : path);
  if (entry) return { status: 200, entry };
  if (files.has(`${path}/index.html`)) return { status: 301, location: `${raw}/${asked}` };
  return { status: 404, entry: files.get('404.html') };
}

/** @param {string} path */
function decode(path) {
  try {
    return decodeURIComponent(path);
  } catch {
    return path;
  }
}

/** @param {string | string[] | undefined} encodings */
const accepts = (encodings) => /\bgzip\b(?!\s*;\s*q=0(\.0*)?\s*(,|$))/.test(String(encodings ?? ''));

/**
 * @param {string} root
 * @param {boolean} compress
 * @returns {Promise<Map<string, Entry>>}
 */
async function readFolder(root, compress) {
  const found = readdirSync(root, { recursive: true, withFileTypes: true }).filter((item) => item.isFile());
  const entries = found.map(async (item) => {
    const path = join(item.parentPath, item.name);
    const body = readFileSync(path);
    const type = contentType(item.name);
    const packed =
      compress && isText(type) ? await gzip(body, { level: constants.Z_BEST_COMPRESSION }) : undefined;
    /** @type {Entry} */
    const entry = { type, body, ...(packed && packed.length < body.length && { packed }) };
    return /** @type {const} */ ([relative(root, path).split(sep).join('/'), entry]);
  });
  return new Map(await Promise.all(entries));
}

/** @param {string} name */
function contentType(name) {
  const type = lookup(name) ?? 'application/octet-stream';
  return isText(type) && type !== 'application/wasm' ? `${type}; charset=utf-8` : type;
}

/** @param {string} type */
const isText = (type) => /^text\/|javascript|json|xml|wasm/.test(type);

/**
 * @param {import('node:http').Server} server
 * @param {number} wanted
 * @param {string} host
 * @returns {Promise<number>} the port it listens on
 */
async function listen(server, wanted, host) {
  for (let port = wanted; ; port++) {
    try {
      return await new Promise((resolve, reject) => {
        server.once('error', reject);
        server.listen(port, host, () => {
          server.off('error', reject);
          const address = server.address();
          resolve(typeof address === 'object' && address ? address.port : port);
        });
      });
    } catch (error) {
      const taken = error instanceof Error && 'code' in error && error.code === 'EADDRINUSE';
      if (!taken || port >= wanted + MORE_PORTS) throw error;
    }
  }
}
