// The job: find out what this is and whether it is worth our time, by reading, on whatever screen there is.
import type { Page } from '@playwright/test';
import { fill } from '../../src/domain/words/fill';
import { beyondTheEdge } from './support/edges';
import { printedPages, unspaced } from './support/pdf';
import { sitePages } from './support/site';
import { expect, test } from './support/test';
import { facesInUse, typeset } from './support/typefaces';
import { facilitatorPages, guidePages, site, words } from './support/words';

const labels = words.guide;
const inOrder = guidePages.filter(({ part }) => part === 'guide');
const beside = guidePages.filter(({ part }) => part === 'beside');
/** "3 minutes" or "1 minute", whatever the number. */
const minutes = new RegExp(
  [labels.minutes.one, labels.minutes.other].map((form) => form.replace('{n}', '\\d+')).join('|'),
);

test.describe('the first page', () => {
  test('says why, how long and how often, and has one button', async ({ page }) => {
    await page.goto('');
    await expect(page.getByRole('heading', { level: 1, name: words.home.title })).toBeVisible();
    await expect(page.getByText(words.home.lede)).toBeVisible();
    for (const { what, answer } of words.home.facts) {
      await expect(page.getByText(what, { exact: true })).toBeVisible();
      await expect(page.getByText(answer, { exact: true })).toBeVisible();
    }
    await expect(page.locator('main .button:visible, main button:visible')).toHaveCount(1);
    await expect(page.getByText(words.home.privateTitle)).toBeVisible();
    await page.getByRole('link', { name: words.home.read }).click();
    await expect(page.getByRole('heading', { level: 1, name: inOrder[0]!.title })).toBeVisible();
  });

  test('answers on one screen of a desktop, the button included', async ({ page, isMobile }) => {
    test.skip(isMobile, 'a phone shows it below the facts');
    await page.goto('');
    await expect(page.getByRole('link', { name: words.home.begin })).toBeInViewport({ ratio: 1 });
    await expect(page.getByText(words.home.facts[2]!.answer)).toBeInViewport({ ratio: 1 });
  });
});

test.describe('the guide', () => {
  test('is read from its list, page by page to the last one, and back', async ({ page }) => {
    await page.goto('');
    await page.getByRole('navigation').getByRole('link', { name: words.site.read, exact: true }).click();
    await expect(page.getByRole('heading', { level: 1, name: labels.title })).toBeVisible();
    await page.getByRole('main').getByRole('link', { name: inOrder[0]!.title, exact: true }).click();

    const turn = page.getByRole('navigation', { name: labels.pages });
    const title = page.getByRole('heading', { level: 1 });
    for (const [at, { title: expected }] of inOrder.entries()) {
      await expect(title).toHaveText(expected);
      await expect(page.getByText(fill(labels.page, { n: at + 1, all: inOrder.length }))).toBeVisible();
      const next = turn.getByRole('link', { name: inOrder[at + 1]?.title ?? 'none' });
      if (at + 1 < inOrder.length) await next.click();
      else await expect(turn.getByRole('link')).toHaveCount(1);
    }
    for (const { title: expected } of inOrder.slice(0, -1).reverse()) {
      await turn.getByRole('link', { name: expected }).click();
      await expect(title).toHaveText(expected);
    }
    await expect(turn.getByRole('link')).toHaveCount(1);
  });

  test('lists every page with what it is about and how long it takes', async ({ page }) => {
    await page.goto('guide/');
    for (const { title, description } of guidePages) {
      const item = page
        .getByRole('listitem')
        .filter({ has: page.getByRole('link', { name: title, exact: true }) });
      await expect(item).toContainText(description);
      await expect(item).toContainText(minutes);
    }
    for (const { title } of beside) {
      await page.getByRole('main').getByRole('link', { name: title, exact: true }).click();
      await expect(page.getByRole('heading', { level: 1 })).toHaveText(title);
      await page.goBack();
    }
  });

  for (const { id, title, part, plate, inShort, tryNext } of guidePages) {
    test(`“${title}” has what every page has`, async ({ page }) => {
      await page.goto(`guide/${id}/`);
      await expect(page.getByRole('heading', { level: 1 })).toHaveCount(1);
      await expect(page.getByRole('heading', { level: 1 })).toHaveText(title);
      await expect(page.locator('.head')).toContainText(minutes);
      await expect(page).toHaveTitle(`${title} · ${site.name}`);
      await expect(page.locator('html')).toHaveAttribute('lang', site.language);

      if (plate) {
        // The picture, its meaning for who cannot see it, and the words under each frame.
        const drawing = page.getByRole('list', { name: plate.alt });
        await expect(drawing.getByRole('listitem')).toHaveText(plate.frames.map(({ says }) => says));
        for (const svg of await drawing.locator('svg').all()) await expect(svg).toBeVisible();
      }
      if (inShort) {
        await expect(page.getByRole('region', { name: labels.inShort })).toContainText(inShort);
      }
      if (tryNext) {
        await expect(page.getByText(labels.tryNext)).toBeVisible();
        await expect(page.getByText(tryNext.why)).toBeVisible();
      }
      if (part === 'guide') expect([plate, inShort, tryNext]).not.toContain(undefined);

      // Headings go down one step at a time.
      const levels = await page
        .locator('main :is(h1, h2, h3, h4):visible')
        .evaluateAll((headings) => headings.map(({ tagName }) => Number(tagName[1])));
      levels.reduce((above, level) => {
        expect(level).toBeLessThanOrEqual(above + 1);
        return level;
      });
    });
  }

  test('leads from each page to the thing to do next', async ({ page }) => {
    for (const { id, tryNext } of guidePages) {
      if (!tryNext) continue;
      await page.goto(`guide/${id}/`);
      await page.locator('.next a').click();
      await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
      expect(page.url()).toContain('worksheet' in tryNext ? tryNext.worksheet : `/${tryNext.page}/`);
    }
  });
});

test.describe('on every page', () => {
  // Each walks through the whole site, which takes a busy machine its time.
  test.describe.configure({ timeout: 120_000 });

  test('the header and the footer are the same, and lead to the parts of the site', async ({
    page,
    baseURL,
  }) => {
    for (const path of sitePages()) {
      await page.goto(path);
      const nav = page.getByRole('navigation', { name: words.site.menu });
      for (const way of [words.site.read, words.site.questions, words.site.plan, words.site.checkIn]) {
        await expect(nav.getByRole('link', { name: way, exact: true })).toBeVisible();
      }
      await expect(page.getByRole('contentinfo')).toContainText(words.site.author);
      await expect(page.getByRole('contentinfo').getByRole('link', { name: words.site.about })).toBeVisible();
      const home = await page.getByRole('banner').getByRole('link', { name: site.name }).getAttribute('href');
      expect(new URL(home!, page.url()).href).toBe(baseURL);
    }
  });

  for (const { name, height, on } of [
    { name: '320 pixels wide', height: 640, on: 'phone' },
    { name: 'magnified four times', height: 256, on: 'desktop' },
  ]) {
    test(`everything is there ${name}, without scrolling sideways`, async ({ page }, { project }) => {
      test.skip(project.name !== on, `looked at on a ${on}`);
      await page.setViewportSize({ width: 320, height });
      for (const path of sitePages()) {
        await page.goto(path);
        await expect(page.getByRole('banner').getByRole('link', { name: site.name })).toBeVisible();
        await expect(page.getByRole('link', { name: words.site.about })).toBeVisible();
        // What is folded away must fit too.
        await page.evaluate(() => {
          for (const fold of document.querySelectorAll('details')) fold.open = true;
        });
        expect(await beyondTheEdge(page), path).toEqual([]);
      }
    });
  }

  test('nothing moves when the typefaces arrive', async ({ page }) => {
    await page.addInitScript(() => {
      const seen = window as unknown as { moved: number };
      seen.moved = 0;
      new PerformanceObserver((list) => {
        for (const entry of list.getEntries() as (PerformanceEntry & { value: number })[])
          seen.moved += entry.value;
      }).observe({ type: 'layout-shift' });
    });
    let letGo = (): void => undefined;
    let gate = Promise.resolve();
    await page.route('**/*.woff2', async (route) => {
      await gate;
      await route.continue();
    });
    const all: number[] = [];
    for (const path of sitePages()) {
      gate = new Promise((resolve) => (letGo = resolve));
      await page.goto(path, { waitUntil: 'domcontentloaded' });
      await nextFrames(page);
      await expect
        .poll(() => page.evaluate(() => document.fonts.status), `${path} is drawn before its typefaces come`)
        .toBe('loading');
      await page.evaluate(() => {
        const seen = window as unknown as { moved: number };
        seen.moved = 0;
      });
      letGo();
      await typeset(page);
      await nextFrames(page);
      const moved = await page.evaluate(() => (window as unknown as { moved: number }).moved);
      // Here and there a paragraph gains or loses a line, since no stand-in is alike in every word.
      expect(moved, path).toBeLessThan(0.02);
      all.push(moved);
    }
    const usual = all.sort((a, b) => a - b)[Math.floor(all.length / 2)];
    expect(usual, 'On most pages nothing moves that one could see').toBeLessThan(0.0005);
  });
});

test('on paper no heading or label is left alone at the foot of a page, and no page has the credit only', async ({
  page,
  isMobile,
}) => {
  test.skip(isMobile, 'paper is as wide on every screen');
  test.slow();
  const credit = unspaced(fill(words.site.article, { author: words.site.author }));
  for (const path of [
    ...guidePages.map(({ id }) => `guide/${id}/`),
    ...facilitatorPages.map(({ id }) => `facilitate/${id}/`),
  ]) {
    await page.goto(path);
    const heads = await page.locator('main :is(h2, h3, .label)').allTextContents();
    for (const format of ['A4', 'Letter'] as const) {
      const printed = (await printedPages(page, { format })).map((text) => text.replace(/\d+\/\d+$/, ''));
      const [last = '', ...others] = printed.reverse();
      for (const text of others)
        expect(
          heads.find((head) => text.endsWith(unspaced(head))),
          `${path}, ${format}`,
        ).toBeUndefined();
      expect(last.replace(credit, '').length, `${path}, ${format}: the last page`).toBeGreaterThan(20);
    }
  }
});

test('the typefaces wait for the first paint of a visit, and stand at once on the pages after it', async ({
  page,
}) => {
  const faces = () => page.locator('head style[data-faces]').getAttribute('media');
  const [first, second] = inOrder;
  await page.goto(`guide/${first!.id}/`);
  await typeset(page);
  expect(await faces()).toBe('all');
  const { painted, asked } = await page.evaluate(() => ({
    painted: performance.getEntriesByName('first-contentful-paint')[0]!.startTime,
    asked: performance
      .getEntriesByType('resource')
      .filter(({ name }) => name.endsWith('.woff2'))
      .map(({ startTime }) => startTime),
  }));
  expect(asked.length).toBeGreaterThan(0);
  for (const time of asked) expect(time).toBeGreaterThan(painted);

  await page.getByRole('link', { name: second!.title }).last().click();
  await expect(page.getByRole('heading', { level: 1, name: second!.title })).toBeVisible();
  expect(await faces()).toBeNull();
});

test.describe('without script', () => {
  test.use({ javaScriptEnabled: false });
  test('the typefaces are there all the same', async ({ page }) => {
    await page.goto('guide/');
    expect(await facesInUse(page)).toBeGreaterThan(0);
  });
});

const nextFrames = (page: Page) =>
  page.evaluate(
    () =>
      new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(resolve)))),
  );
