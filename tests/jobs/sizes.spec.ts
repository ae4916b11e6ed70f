// What a page may weigh. Sizes are exact, so one byte too many fails; `npm run bench` prints them all, and how fast it is.
import type { Page } from '@playwright/test';
import { BARS } from '../bench/bars.mjs';
import { allPages, packed, pageOf } from '../bench/pages.mjs';
import { downloaded, mentorship, sheet, store } from './support/kit';
import { firstText } from './support/sheet';
import { root } from './support/site';
import { expect, test } from './support/test';
import { typeset } from './support/typefaces';
import { words, worksheets } from './support/words';

/** Notes what the page fetches from now on; gives the bytes of the bodies as they came, of those with that ending. */
function weigh(page: Page): (ending?: RegExp) => number {
  const fetched: { path: string; bytes: number }[] = [];
  page.on('response', (response) => {
    const { pathname } = new URL(response.url());
    fetched.push({ path: pathname, bytes: Number(response.headers()['content-length']) });
  });
  return (ending = /./) =>
    fetched.filter(({ path }) => ending.test(path)).reduce((sum, { bytes }) => sum + bytes, 0);
}

test.describe('a guide page', () => {
  const pages = allPages(root).filter(({ path }) => path.startsWith('guide/'));

  test('brings its words and all its styles in one small file', () => {
    expect(pages.length).toBeGreaterThan(1);
    for (const { path, html } of pages) {
      expect.soft(packed(html), path).toBeLessThanOrEqual(BARS.guideHtml);
      expect.soft(html, `${path} has a framework`).not.toContain('<astro-island');
      expect
        .soft(html, `${path} has styles elsewhere, or fonts before their turn`)
        .not.toMatch(/<link[^>]*rel="?(stylesheet|preload)/);
    }
  });

  test('is light with everything it fetches, fonts included', async ({ page }) => {
    const weight = weigh(page);
    await page.goto(pageOf(root, 'guide').path);
    await typeset(page);
    await page.waitForLoadState('networkidle');
    expect(weight(/\.woff2$/)).toBeGreaterThan(0);
    expect(weight()).toBeLessThanOrEqual(BARS.guideAll);
  });
});

for (const { id } of worksheets) {
  test(`“${id}” needs little script until it is alive, typed into and saved`, async ({ page }) => {
    const weight = weigh(page);
    await page.goto(`worksheets/${id}/`);
    await page.locator('form[data-alive] textarea').first().fill('We start on time and say what we think.');
    await expect(page.locator('.save-line b')).toBeVisible();
    expect(weight(/\.js$/)).toBeGreaterThan(0);
    expect(weight(/\.js$/)).toBeLessThanOrEqual(BARS.worksheetScript);
  });
}

test('looking back needs no more script than a worksheet, everything opened and taken along', async ({
  page,
}) => {
  await store(page, {
    ...mentorship('amira'),
    ...sheet('a', { [firstText.id]: 'So' }, { done: '2026-02-02T09:00:00.000Z' }),
  });
  const weight = weigh(page);
  await page.goto('kit/look-back/');
  await page.locator('.look-back summary').first().click();
  await downloaded(page, page.getByRole('button', { name: words.lookBack.markdown }));
  expect(weight(/\.js$/)).toBeGreaterThan(0);
  expect(weight(/\.js$/)).toBeLessThanOrEqual(BARS.worksheetScript);
});

test('the plan of check-ins needs little script until it has been changed and gave its file', async ({
  page,
}) => {
  const weight = weigh(page);
  await page.goto('cadence/');
  await page.locator('#plan[data-awake] #plan-howOften').selectOption('monthly');
  const file = page.waitForEvent('download');
  await page.locator('[data-do=calendar]').click();
  await file;
  await page.waitForLoadState('networkidle');
  expect(weight(/\.js$/)).toBeGreaterThan(0);
  expect(weight(/\.js$/)).toBeLessThanOrEqual(BARS.planScript);
});

test('a search fetches little for its suggestions, and not much for the whole text', async ({
  page,
  isMobile,
}) => {
  test.skip(isMobile, 'a phone has a link to the search page in the header');
  await page.goto(pageOf(root, 'guide').path);
  await page.waitForLoadState('networkidle');
  const weight = weigh(page);
  const titles = page.waitForResponse(/titles\.json$/);
  await page.locator('.header-search input').focus();
  await titles;
  // The finder is there as well.
  await expect(page.locator('.header-search [role=status]')).toBeAttached();
  expect(weight()).toBeLessThanOrEqual(BARS.suggestion);
  await page.locator('.header-search input').pressSequentially('fine');
  await expect(page.locator('.header-search .excerpt').first()).toBeVisible();
  expect(weight(/pagefind/)).toBeGreaterThan(0);
  expect(weight()).toBeLessThanOrEqual(BARS.wholeText);
});
