// @ts-check
// In Firefox, on the built site under a sub-path: what is typed into a worksheet is there after a reload, and the
// page complains of nothing. `npm test` runs this where Firefox is installed.
import { strict as assert } from 'node:assert';
import { join } from 'node:path';
import { launch } from 'puppeteer-core';
import { findFirefox } from '../../tools/find-browser.mjs';
import { serve } from '../../tools/serve.mjs';

const TEXT = 'Ravi says things are fine.';

const executablePath = findFirefox();
if (!executablePath) throw new Error('No Firefox here. Install it, or set FIREFOX_PATH to one.');
const site = await serve({
  root: join(import.meta.dirname, '../../dist'),
  base: '/any/sub/path/',
  compress: true,
});
const browser = await launch({ browser: 'firefox', executablePath });
try {
  const page = await browser.newPage();
  /** @type {string[]} */
  const complaints = [];
  page.on('pageerror', (error) => complaints.push(String(error)));
  page.on('console', (message) => message.type() === 'error' && complaints.push(message.text()));
  page.on('request', (request) => {
    const url = request.url();
    if (!/^(data|blob|about):/.test(url) && !url.startsWith(site.url)) complaints.push(url);
  });

  await page.goto(`${site.url}worksheets/before-we-talk/`);
  await page.locator('textarea').fill(TEXT);
  await page.reload();
  await page.waitForFunction(
    (text) => document.querySelector('textarea')?.value === text,
    { timeout: 10_000 },
    TEXT,
  );
  assert.deepEqual(complaints, []);
} finally {
  await browser.close();
  await site.close();
}
