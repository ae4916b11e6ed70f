// The job: find a page, a worksheet, a question or a word, from anywhere, without a word of it leaving the browser.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Locator, Page } from '@playwright/test';
import { unpackTitles, type PackedPage } from '../../src/domain/search/titles';
import { fill } from '../../src/domain/words/fill';
import { BARS } from '../bench/bars.mjs';
import { expectAccessible } from './support/axe';
import { root } from './support/site';
import { expect, test } from './support/test';
import { anyOf, facilitatorPages, guidePages, words, worksheets } from './support/words';

const labels = words.search;
const titles = unpackTitles(
  JSON.parse(readFileSync(join(root, 'search/titles.json'), 'utf8')) as PackedPage[],
);
/** The first of each kind of thing that is found by its title. */
const page = titles.find(({ part, path }) => part === 'guide' && !path.includes('#'))!;
const heading = titles.find(({ part, path }) => part === 'guide' && path.includes('#'))!;
const facilitator = titles.find(({ part, path }) => part === 'facilitator' && !path.includes('#'))!;
const worksheet = titles.find(({ part }) => part === 'worksheet')!;
const question = titles.find(({ part, path }) => part === 'question' && path.includes('#'))!;
/** Words that stand in the text of several pages. */
const COMMON = ['often', 'time', 'agree'];
const NOTHING = 'zzyzx qwrtzp';

/** A search field with what it finds: in the header where there is room, and on the search page. */
class Search {
  readonly field: Locator;
  readonly found: Locator;
  readonly titles: Locator;
  readonly places: Locator;
  readonly said: Locator;

  constructor(
    readonly page: Page,
    box: '.header-search' | '#search' = '#search',
  ) {
    this.field = page.locator(`${box} input`);
    this.found = page.locator(`${box} .found`);
    this.titles = this.found.locator('> :first-child a');
    this.places = this.found.locator('> :last-child li');
    this.said = page.locator(`${box} [role=status]`);
  }

  async open(typed?: string): Promise<this> {
    await this.page.goto(`search/${typed === undefined ? '' : `#${new URLSearchParams({ q: typed })}`}`);
    await expect(this.field).toBeFocused();
    return this;
  }

  /** Opens a page of the guide, and types into the header's field. */
  async openHeader(typed = ''): Promise<this> {
    await this.page.goto('guide/');
    await this.field.focus();
    await this.field.pressSequentially(typed);
    if (typed) await expect(this.places.first()).toBeVisible();
    return this;
  }
}

test.describe('without script', () => {
  test('a plain link leads to all there is', async ({ somebodyElse }) => {
    const page = await (await somebodyElse({ javaScriptEnabled: false })).newPage();
    await page.goto('');
    await expect(page.locator('.header-search input')).toBeHidden();
    await page.getByRole('link', { name: words.site.search }).click();
    await expect(page).toHaveURL(/\/search\/$/);
    await expect(page.locator('main noscript p')).toHaveText(labels.noScript);
    await expect(page.getByRole('textbox')).toHaveCount(0);
    // A page and a worksheet may share a name.
    const titles = [...guidePages, ...facilitatorPages, ...worksheets].map(({ title }) => title);
    for (const title of titles) {
      const links = page.getByRole('main').getByRole('link', { name: title, exact: true });
      await expect(links).toHaveCount(titles.filter((other) => other === title).length);
    }
  });
});

test.describe('from the header', () => {
  test('a phone’s link leads to the page, with its field ready', async ({ page, isMobile }) => {
    test.skip(!isMobile, 'where there is no room for a field');
    await page.goto('guide/');
    await expect(page.locator('.header-search input')).toBeHidden();
    await page.locator('.header-search a').tap();
    const search = new Search(page);
    await expect(search.field).toBeFocused();
    await page.keyboard.type(page.url() && heading.title);
    await search.titles.first().tap();
    await expect(page).toHaveURL((url) => url.href.endsWith(heading.path));
  });

  test.describe('with a field', () => {
    test.skip(({ isMobile }) => isMobile, 'a phone has a link in its place');

    test('the slash key leads there, Escape and what is outside close it', async ({ page }) => {
      const search = new Search(page, '.header-search');
      await page.goto('guide/');
      await page.keyboard.press('/');
      await expect(search.field).toBeFocused();
      await expect(search.found).toBeHidden();
      await page.keyboard.type('often');
      await expect(search.titles.first()).toBeVisible();
      await page.keyboard.press('Escape');
      await expect(search.found).toBeHidden();
      await expect(search.field).toHaveValue('often');
      await page.keyboard.press('Escape');
      await expect(search.field).toHaveValue('');
      await page.keyboard.type('of/ten');
      await expect(search.field).toHaveValue('of/ten');
      await page.keyboard.press('Escape');
      await page.keyboard.press('Escape');
      await page.keyboard.type('often');
      await expect(search.places.first()).toBeVisible();
      await page.keyboard.press('Shift+Tab');
      await expect(search.found).toBeHidden();
      await page.keyboard.press('Tab');
      await expect(search.titles.first()).toBeVisible();
      await page.locator('h1').click({ position: { x: 5, y: 5 } });
      await expect(search.found).toBeHidden();
    });

    test('arrows go through what was found, Enter goes there', async ({ page }) => {
      const search = await new Search(page, '.header-search').openHeader('often');
      const links = search.found.getByRole('link');
      await page.keyboard.press('ArrowUp');
      await expect(search.field).toBeFocused();
      for (let n = 0; n < (await links.count()); n++) {
        await page.keyboard.press('ArrowDown');
        await expect(links.nth(n)).toBeFocused();
      }
      await page.keyboard.press('Escape');
      await expect(search.field).toBeFocused();
      await expect(search.found).toBeVisible();
      await page.keyboard.press('ArrowDown');
      await page.keyboard.press('ArrowDown');
      await page.keyboard.press('ArrowUp');
      await expect(links.first()).toBeFocused();
      const href = await links.first().evaluate((link: HTMLAnchorElement) => link.href);
      await page.keyboard.press('Enter');
      await expect(page).toHaveURL(href);
    });

    test('“more” goes on in its place and stays open', async ({ page }) => {
      const search = await new Search(page, '.header-search').openHeader('the');
      const more = search.found.getByRole('button', { name: labels.more });
      await expect(more).toBeVisible();
      const before = await search.places.count();
      await more.focus();
      await page.keyboard.press('Enter');
      await expect.poll(() => search.places.count()).toBeGreaterThan(before);
      await expect(search.places.nth(before).getByRole('link')).toBeFocused();
      await expect(search.found).toBeVisible();
    });

    test('Enter in the field leads to the search page, even before the finder has come', async ({ page }) => {
      let release = () => {};
      const held = new Promise<void>((resolve) => (release = resolve));
      await page.route(/finder/, async (route) => {
        await held;
        await route.fallback();
      });
      await page.goto('guide/');
      await page.locator('.header-search input').fill('a & b=c 🙂');
      await page.keyboard.press('Enter');
      await expect(page).toHaveURL(/\/search\/#q=/);
      release();
      await expect(new Search(page).field).toHaveValue('a & b=c 🙂');
    });

    test('what opens covers neither the field nor the edge of the window', async ({ page }) => {
      for (const width of [870, 1280, 1920]) {
        await page.setViewportSize({ width, height: 600 });
        const search = await new Search(page, '.header-search').openHeader('often');
        const [field, found] = [await search.field.boundingBox(), await search.found.boundingBox()];
        expect(found!.y).toBeGreaterThanOrEqual(field!.y + field!.height);
        expect(found!.x).toBeGreaterThanOrEqual(0);
        expect(found!.x + found!.width).toBeLessThanOrEqual(width);
        expect(found!.y + found!.height).toBeLessThanOrEqual(600);
        // A name of one's own may take a whole line.
        await page
          .locator('.top .name')
          .evaluate((name) => name.append(' of a large and far-away hospital'.repeat(2)));
        const moved = await search.found.boundingBox();
        expect(moved!.x).toBeGreaterThanOrEqual(0);
        expect(moved!.x + moved!.width).toBeLessThanOrEqual(width);
      }
    });

    test('a click between two results leaves them open', async ({ page }) => {
      const search = await new Search(page, '.header-search').openHeader('often');
      await search.found
        .locator('.excerpt')
        .first()
        .click({ position: { x: 5, y: 5 } });
      await expect(search.found).toBeVisible();
      await page.keyboard.press('ArrowDown');
      await expect(search.found.getByRole('link').first()).toBeFocused();
    });

    test('it is accessible while open', async ({ page }) => {
      await new Search(page, '.header-search').openHeader('often');
      await expectAccessible(page);
    });

    test('it needs few bytes', async ({ page, context }) => {
      const devtools = await context.newCDPSession(page);
      await devtools.send('Network.enable');
      let bytes = 0;
      devtools.on('Network.loadingFinished', ({ encodedDataLength }) => (bytes += encodedDataLength));
      await page.goto('guide/about/');
      await page.waitForLoadState('networkidle');
      const search = new Search(page, '.header-search');
      bytes = 0;
      const come = page.waitForResponse(/titles\.json$/);
      await search.field.focus();
      await (await come).finished();
      // Nothing else is fetched before the first suggestion: the engine waits for it.
      await page.waitForTimeout(200);
      const forTitles = bytes;
      await search.field.pressSequentially('often');
      await expect(search.titles.first()).toBeVisible();
      await expect(search.places.first()).toBeVisible();
      test.info().annotations.push({
        type: 'bytes, headers included',
        description: `first suggestion ${forTitles}, first place in the text ${bytes}`,
      });
      expect(forTitles).toBeGreaterThan(2000);
      expect(forTitles).toBeLessThanOrEqual(BARS.suggestion);
      expect(bytes).toBeLessThanOrEqual(BARS.wholeText);
    });
  });
});

test.describe('what is found', () => {
  for (const { what, one } of [
    { what: 'a page of the guide', one: page },
    { what: 'a heading', one: heading },
    { what: 'a page for facilitators', one: facilitator },
    { what: 'a worksheet', one: worksheet },
    { what: 'a question', one: question },
  ]) {
    test(`by its title: ${what}, with the part of the site it comes from`, async ({ page }) => {
      const search = await new Search(page).open();
      await search.field.fill(one.title);
      const item = search.found.getByRole('listitem').filter({ hasText: one.title }).first();
      await expect(item).toContainText(labels.parts[one.part]);
      await item.getByRole('link').click();
      await expect(page).toHaveURL((url) => url.href.endsWith(`/any/sub/path/${one.path}`));
      const [, anchor] = one.path.split('#');
      if (anchor) await expect(page.locator(`[id="${anchor}"]`)).toBeInViewport();
    });
  }

  for (const word of COMMON) {
    test(`in the text: “${word}”, marked, with a link to the heading above it`, async ({
      page,
      isMobile,
    }) => {
      test.skip(isMobile, 'the same on any screen');
      const search = await new Search(page).open(word);
      await expect(search.places.first().locator('mark')).not.toHaveCount(0);
      const places = await search.places.evaluateAll((items) =>
        items.map((item) => ({
          href: item.querySelector('a')!.href,
          part: item.querySelector('.meta')!.textContent,
          marks: [...item.querySelectorAll('mark')].map(({ textContent }) => textContent),
          excerpt: item.querySelector('.excerpt')!.textContent,
        })),
      );
      for (const { href, part, marks, excerpt } of places.slice(0, 4)) {
        expect(part).not.toBe('');
        expect(marks.join(' ').toLowerCase()).toContain(word.slice(0, 4));
        const { hash } = new URL(href);
        if (!hash) continue;
        await page.goto(href);
        const section = await page.evaluate((id) => {
          const start = document.getElementById(id)!;
          const range = document.createRange();
          range.setStartBefore(start);
          if (start.matches('li')) range.setEndAfter(start);
          else {
            const all = [...document.querySelectorAll('main :is(h2, h3, h4)[id]')];
            const next = all[all.indexOf(start) + 1];
            if (next) range.setEndBefore(next);
            else range.setEndAfter(document.querySelector('main')!);
          }
          return range.cloneContents().textContent;
        }, hash.slice(1));
        // The engine leaves out what only looks like text, so the marked words are looked for and not all.
        for (const mark of marks) expect(section, `${href}: ${excerpt}`).toContain(mark.replace(/\W+$/, ''));
      }
    });
  }

  test('comes back with the way back, and can be sent', async ({ page, somebodyElse }) => {
    const search = await new Search(page).open();
    await page.keyboard.type('often');
    await expect(search.places.first()).toBeVisible();
    await expect(page).toHaveURL((url) => url.hash === '#q=often' && url.search === '');
    // It comes when all the first places are there.
    await expect(search.found.getByRole('button', { name: labels.more })).toBeVisible();
    const found = await search.found.innerText();
    await search.places.first().getByRole('link').click();
    await expect(page).toHaveURL((url) => !url.pathname.endsWith('/search/'));
    await page.goBack();
    await expect(search.field).toHaveValue('often');
    await expect.poll(() => search.found.innerText()).toBe(found);

    const theirs = new Search(await (await somebodyElse()).newPage());
    await theirs.open('often');
    await expect.poll(() => theirs.found.innerText()).toBe(found);
  });

  test('is gone with the words, and the places to start are back', async ({ page }) => {
    const search = await new Search(page).open('often');
    await expect(search.places.first()).toBeVisible();
    await expect(page.locator('#places')).toBeHidden();
    await page.keyboard.press('Escape');
    await expect(search.field).toHaveValue('');
    await expect(search.found).toBeHidden();
    await expect(page.locator('#places')).toBeVisible();
    await expect(page.getByText(labels.empty)).toBeVisible();
    await expect(page).toHaveURL(/\/search\/$/);
  });

  test('is reached with Enter on the search page, and is accessible', async ({ page }) => {
    const search = await new Search(page).open();
    await page.keyboard.type('often');
    await expect(search.places.first()).toBeVisible();
    await page.keyboard.press('Enter');
    await expect(search.found.getByRole('link').first()).toBeFocused();
    await expectAccessible(page);
  });

  test('is left alone by the way to the text', async ({ page, isMobile }) => {
    test.skip(isMobile, 'a way for keyboards');
    const search = await new Search(page).open('often');
    await expect(search.places.first()).toBeVisible();
    await page.locator('.skip').focus();
    await page.keyboard.press('Enter');
    await expect(page).toHaveURL(/#main$/);
    await expect(search.field).toHaveValue('often');
    await expect(search.places.first()).toBeVisible();
  });

  test('is said once, when the typing has stopped', async ({ page, isMobile }) => {
    test.skip(isMobile, 'the same on any screen');
    const search = await new Search(page).open();
    await search.said.evaluate((said) => {
      const heard: string[] = [];
      Object.assign(window, { heard });
      new MutationObserver(() => {
        if (said.textContent) heard.push(said.textContent);
      }).observe(said, { childList: true, subtree: true, characterData: true });
    });
    await page.keyboard.type('often', { delay: 300 });
    await expect(search.said).toHaveText(anyOf(labels.results.other));
    await expect(search.said).toContainText(labels.titles);
    await search.field.selectText();
    await page.keyboard.type(NOTHING.slice(0, 5), { delay: 300 });
    await expect(search.said).toHaveText(fill(labels.none, { words: NOTHING.slice(0, 5) }));
    expect(await page.evaluate(() => (window as unknown as { heard: string[] }).heard)).toHaveLength(2);
    // The results themselves are no live region, or each of them would be read out.
    await expect(search.found.locator('[role=status], [aria-live]')).toHaveCount(0);
  });
});

test.describe('nothing', () => {
  test('is met with help and the places to start', async ({ page }) => {
    const search = await new Search(page).open(NOTHING);
    await expect(search.found).toHaveText(fill(labels.none, { words: NOTHING }));
    await expect(page.getByText(labels.noneHelp)).toBeVisible();
    await expect(page.locator('#places').getByRole('link').first()).toBeVisible();
    await expectAccessible(page);
  });

  const attack =
    '<img src=x onerror="document.body.dataset.hit=1"><script>document.body.dataset.hit=1</script>';
  for (const { what, typed, finds } of [
    { what: 'spaces', typed: '     ', finds: undefined },
    { what: 'signs', typed: '?!… — “”', finds: undefined },
    { what: 'pictures', typed: '🙂👩‍👩‍👧🙂', finds: undefined },
    { what: '10,000 letters', typed: 'a'.repeat(10_000), finds: false },
    { what: '10,000 words', typed: 'often '.repeat(2000), finds: true },
    { what: '10,000 pictures and half a one', typed: '🙂'.repeat(5000) + '\uD83D', finds: undefined },
    { what: 'markup that would run', typed: attack, finds: false },
    { what: 'a word in quotes', typed: '"often"', finds: true },
    { what: 'a word in other quotes', typed: '‘often’', finds: true },
    { what: 'an open quote', typed: '"often', finds: true },
    { what: 'another script', typed: 'обратная связь', finds: false },
    { what: 'a script without spaces', typed: '反馈和信任', finds: false },
    { what: 'a script from right to left', typed: 'ملاحظات', finds: false },
    { what: 'what programs choke on', typed: `__proto__ %1F %E0%A4%A \\ ' " ; -- {}[]`, finds: false },
  ]) {
    test(`comes of ${what} but a calm page`, async ({ page, isMobile }) => {
      test.skip(isMobile && !typed.startsWith('aaa'), 'the same on any screen');
      const search = new Search(page);
      const calm = async () => {
        if (finds === undefined) await expect(search.found).toBeHidden();
        else if (finds) await expect(search.places.first()).toBeVisible();
        else await expect(search.found).toHaveText(anyOf(labels.none));
        await expect(page.locator('main :is(img, script:not([src]), iframe)')).toHaveCount(0);
        await expect(page.locator('body')).not.toHaveAttribute('data-hit');
        expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(
          await page.evaluate(() => document.documentElement.clientWidth),
        );
      };
      // As an address brings it, and as the clipboard does.
      await search.open(typed);
      await calm();
      await search.open();
      await search.field.evaluate((field: HTMLInputElement, typed) => {
        field.value = typed;
        field.dispatchEvent(new Event('input', { bubbles: true }));
      }, typed);
      await calm();
    });
  }
});

test.describe('on a bad line', () => {
  test.skip(({ isMobile }) => isMobile, 'the same on any screen');
  test.use({
    expected: { messages: [/Failed to load resource/, /Failed to fetch|dynamically imported|Pagefind/] },
  });

  test('titles are found though the text cannot be, and the next search tries again', async ({ page }) => {
    await page.route('**/pagefind/**', (route) => route.abort());
    const search = await new Search(page).open();
    await search.field.fill('often');
    await expect(search.found).toContainText(labels.failed);
    await expect(search.titles.first()).toBeVisible();
    await page.unroute('**/pagefind/**');
    await search.field.fill('often when');
    await expect(search.places.first()).toBeVisible();
  });

  test('the text is found though titles cannot be, and the next search tries again', async ({ page }) => {
    await page.route('**/titles.json', (route) => route.abort());
    const search = await new Search(page).open();
    await search.field.fill('often');
    await expect(search.places.first()).toBeVisible();
    await expect(search.titles).toHaveCount(0);
    await page.unroute('**/titles.json');
    await search.field.fill('often ');
    await expect(search.titles.first()).toBeVisible();
  });

  test('the header’s field tries again when its script could not be had', async ({ page, isMobile }) => {
    test.skip(isMobile, 'a phone has a link in its place');
    await page.route('**/finder*', (route) => route.abort());
    await page.goto('guide/');
    const search = new Search(page, '.header-search');
    const failed = page.waitForEvent('requestfailed');
    await search.field.focus();
    await failed;
    await page.unroute('**/finder*');
    await search.field.blur();
    await search.field.focus();
    await search.field.fill('often');
    await expect(search.titles.first()).toBeVisible();
  });

  test('a slow answer is not shown when the words are gone', async ({ page }) => {
    let release = () => {};
    const held = new Promise<void>((resolve) => (release = resolve));
    await page.route('**/*.pf_index', async (route) => {
      await held;
      await route.fallback();
    });
    const asked = page.waitForRequest(/pf_index/);
    const search = await new Search(page).open('often');
    await expect(search.found).toContainText(labels.searching);
    // Words that go before the index is asked for take the question with them.
    await asked;
    await search.field.fill('');
    const come = page.waitForResponse(/pf_index/);
    release();
    await (await come).finished();
    // Long enough for the answer to be read.
    await page.waitForTimeout(500);
    await expect(page.locator('#places')).toBeVisible();
    await expect(search.found).toBeHidden();
    await search.field.fill('agree');
    await expect(search.places.first()).toBeVisible();
  });
});

test.describe('where one page of several cannot be had,', () => {
  test.use({ expected: { messages: [/^console: Failed to load resource/] } });

  test('the rest is shown', async ({ page, isMobile }) => {
    test.skip(isMobile, 'the same on any screen');
    let fragments = 0;
    await page.route('**/*.pf_fragment', (route) => (++fragments > 2 ? route.abort() : route.fallback()));
    const search = await new Search(page).open('often');
    await expect(search.found).toContainText(labels.failed);
    await expect(search.places).toHaveCount(2);
  });
});

test('not a word of what one looks for is in any request', async ({ page, isMobile }) => {
  test.skip(isMobile, 'the same on any screen');
  const asked: string[] = [];
  page.on('request', (request) => asked.push(`${request.url()} ${request.postData() ?? ''}`));
  const search = await new Search(page).open('sundial often');
  await expect(search.found).not.toContainText(labels.searching);
  await search.field.fill('sundial');
  await expect(search.found).toHaveText(anyOf(labels.none));
  expect(asked.length).toBeGreaterThan(5);
  // The fragment of the first address is seen here and stays in the browser.
  expect(asked.filter((request) => request.replace(/#.*/, '').includes('sundial'))).toEqual([]);
});
