// @ts-check
// A real browser on a slow line and a slow machine, and a server that notes what it was asked for.
import { launch } from 'puppeteer-core';
import { ensureChromium } from '../../tools/find-browser.mjs';
import { serve } from '../../tools/serve.mjs';

/** The slow line: a round trip of 150 ms, 1.6 Mbit/s down, 750 kbit/s up. */
export const SLOW_LINE = {
  offline: false,
  latency: 150,
  downloadThroughput: 1_600_000 / 8,
  uploadThroughput: 750_000 / 8,
};

/** How many times slower than this machine's the processor is made. */
export const SLOW_CPU = 4;

/**
 * What a server gave: bytes of the body, compressed as sent, and when, in ms as `Date.now()` counts.
 * @typedef {{ path: string, bytes: number, at: number }} Answer
 */
/** @typedef {import('puppeteer-core').Browser} Browser */
/** @typedef {import('puppeteer-core').Page} Page */

/** @returns {Promise<Browser>} */
export function openBrowser() {
  return launch({
    executablePath: ensureChromium(),
    args: [
      ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
      '--disable-quic',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
      '--no-first-run',
    ],
  });
}

/**
 * Serves a folder, compressed, and notes every answer.
 * @param {string} root
 * @returns {Promise<{ url: string, answers: Answer[], close: () => Promise<void> }>}
 */
export async function serveNoting(root) {
  /** @type {Answer[]} */
  const answers = [];
  const site = await serve({
    root,
    compress: true,
    onAnswer: (path, bytes) => answers.push({ path, bytes, at: performance.timeOrigin + performance.now() }),
  });
  return { ...site, answers };
}

/** @param {readonly Answer[]} answers */
export const bytesOf = (answers) => answers.reduce((sum, { bytes }) => sum + bytes, 0);

/**
 * Opens an empty page in a browser profile of its own: no cache, nothing stored. `use` gets the page, and the profile
 * is gone afterwards.
 * @template T
 * @param {Browser} browser
 * @param {{ slowLine?: boolean, slowCpu?: boolean }} how
 * @param {(page: Page, devtools: import('puppeteer-core').CDPSession) => Promise<T>} use
 * @returns {Promise<T>}
 */
export async function withPage(browser, { slowLine = false, slowCpu = false }, use) {
  const profile = await browser.createBrowserContext();
  try {
    const page = await profile.newPage();
    await page.setViewport({ width: 1280, height: 800 });
    const devtools = await page.createCDPSession();
    if (slowLine) {
      await devtools.send('Network.enable');
      await devtools.send('Network.emulateNetworkConditions', SLOW_LINE);
      page.on('workercreated', (worker) => {
        void worker.client.send('Network.emulateNetworkConditions', SLOW_LINE).catch(() => undefined);
      });
    }
    if (slowCpu) await devtools.send('Emulation.setCPUThrottlingRate', { rate: SLOW_CPU });
    return await use(page, devtools);
  } finally {
    await profile.close();
  }
}

/** @param {number} time in ms */
export const pause = (time) => new Promise((resolve) => setTimeout(resolve, time));
