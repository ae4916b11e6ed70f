// The job: find the questions for the next talk, keep a handful, take it along on paper.
import { readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import type { Locator, Page } from '@playwright/test';
import { parse } from 'yaml';
import { questionsOf, themeSchema } from '../../src/domain/questions/bank';
import { filterQuestions, filterToFragment, type Filter } from '../../src/domain/questions/filter';
import { counted } from '../../src/domain/words/count';
import { fill } from '../../src/domain/words/fill';
import { expectAccessible } from './support/axe';
import { printedPages, unspaced } from './support/pdf';
import { expect, test } from './support/test';
import { typeset } from './support/typefaces';
import { anyOf, site, words } from './support/words';

const labels = words.questions;
const folder = join(import.meta.dirname, '../../src/content/questions');
const themes = readdirSync(folder).map((file) => ({
  id: basename(file, '.yaml'),
  data: themeSchema.parse(parse(readFileSync(join(folder, file), 'utf8'))),
}));
/** The bank by id; in the order of the page where order matters, see `BankPage.texts`. */
const bank = questionsOf(themes);
const [first, second, third] = bank as [Question, Question, Question];
type Question = (typeof bank)[number];

const KEY = `${site.storage}:handful:next-talk`;
const savedAt = '2026-02-14T08:30:00.000Z';
const stored = (questions: unknown, format = 1) =>
  JSON.stringify({ format, revision: 1, savedAt, data: { questions } });

/** The page of questions as a person uses it. */
class BankPage {
  readonly form: Locator;
  readonly tally: Locator;
  readonly clear: Locator;
  /** Questions in the list that are there to be read. */
  readonly shown: Locator;
  readonly ignored: Locator;
  readonly drawn: Locator;
  readonly handful: Locator;
  readonly note: Locator;
  readonly kept: Locator;

  constructor(readonly page: Page) {
    this.form = page.locator('#bank form');
    this.tally = page.locator('#bank .tally');
    this.clear = page.getByRole('button', { name: labels.clear });
    this.shown = page.locator('#bank .theme li:visible');
    this.ignored = page.locator('#bank .ignored');
    this.drawn = page.getByRole('region', { name: labels.drawn });
    this.handful = page.locator('#bank .handful');
    this.note = page.locator('#bank .handful-note');
    this.kept = page.locator('#bank .handful-list li');
  }

  async open(fragment = ''): Promise<this> {
    await this.page.goto(`questions/${fragment && `#${fragment}`}`);
    await expect(this.form).toBeVisible();
    return this;
  }

  async reload(): Promise<void> {
    await this.page.reload();
    await expect(this.form).toBeVisible();
  }

  /** A question of the list, shown or not. */
  item = ({ id }: { id: string }): Locator => this.page.locator(`.theme li[id="${id}"]`);
  button = (within: Locator, name: string): Locator => within.getByRole('button', { name, exact: true });
  find = (): Locator => this.form.getByLabel(labels.find);
  choice = (label: string): Locator => this.form.getByLabel(label);

  /** Holds when just these questions are shown, and the line above says how many. */
  async expectShown(filter: Filter): Promise<void> {
    const ids = filterQuestions(bank, filter).map(({ id }) => id);
    await expect(this.shown).toHaveCount(ids.length);
    const shown = await this.shown.evaluateAll((items) => items.map(({ id }) => id));
    expect(shown.sort()).toEqual(ids.sort());
    await expect(this.tally).toHaveText(ids.length > 0 ? counted(ids.length, labels.count) : labels.none);
  }

  async expectKept(...questions: Question[]): Promise<void> {
    await expect(this.kept).toHaveText(questions.map(({ text }) => `${text} ${labels.drop}`));
  }

  /** Puts what another visit or version may have left into storage, and comes again. */
  async withStored(text: string): Promise<void> {
    await this.page.evaluate(([key, text]) => localStorage.setItem(key, text), [KEY, text] as const);
    await this.reload();
  }
}

test('without script it is a plain list by theme', async ({ somebodyElse }) => {
  const page = await (await somebodyElse({ javaScriptEnabled: false })).newPage();
  await page.goto('questions/');
  await expect(page.locator('main h2:visible')).toHaveText(
    // The order of the themes is the site's.
    await page.locator('.theme h2').allTextContents(),
  );
  for (const { id, data } of themes) {
    const theme = page.getByRole('region', { name: data.title });
    await expect(theme.locator('.question')).toHaveText(data.questions.map(({ text }) => text));
    await expect(theme).toHaveAttribute('data-theme', id);
  }
  await expect(page.getByText(fill(labels.followUp, { question: first.followUp }))).toBeVisible();
  // Nothing that would do nothing.
  await expect(page.locator('main').getByRole('button')).toHaveCount(0);
  await expect(page.locator('main').getByRole('textbox')).toHaveCount(0);
});

test.describe('choosing', () => {
  const choices: [string, Filter][] = [
    ['a theme', { theme: second.theme }],
    ['who asks', { asker: 'mentee' }],
    ['how deep', { depth: 'candid' }],
    ['a word', { words: 'TIME' }],
    ['all at once', { theme: first.theme, asker: 'mentor', depth: 'probing', words: 'you' }],
    ['what no question is', { words: 'nothing holds this' }],
  ];
  for (const [what, filter] of choices) {
    test(`${what} shows just what fits, at once, and in an address that can be sent`, async ({
      page,
      somebodyElse,
      isMobile,
    }) => {
      test.skip(isMobile && what !== 'all at once', 'the same on any screen');
      const list = await new BankPage(page).open();
      await list.expectShown({});
      await expect(list.clear).toBeHidden();
      if (filter.theme) await list.choice(labels.theme).selectOption(filter.theme);
      if (filter.asker) await list.choice(labels.asker).selectOption(filter.asker);
      if (filter.depth) await list.choice(labels.depth).selectOption(filter.depth);
      if (filter.words) await list.find().fill(filter.words);
      await list.expectShown(filter);
      await expect(page).toHaveURL((url) => url.hash === `#${filterToFragment(filter)}` && url.search === '');

      const theirs = new BankPage(await (await somebodyElse()).newPage());
      await theirs.page.goto(page.url());
      await theirs.expectShown(filter);
      await expect(theirs.ignored).toBeEmpty();

      await list.clear.click();
      await list.expectShown({});
      await expect(list.clear).toBeHidden();
      await expect(list.tally).toBeFocused();
      await expect(page).toHaveURL(/questions\/$/);
    });
  }

  for (const height of [720, 1400]) {
    test(`fills a screen of ${height} pixels in the very next frame`, async ({ page, isMobile }) => {
      test.skip(isMobile, 'the same on any screen');
      await page.setViewportSize({ width: 1280, height });
      const list = await new BankPage(page).open('q=nothing holds this');
      await expect(list.shown).toHaveCount(0);
      const onScreen = () =>
        [...document.querySelectorAll('.theme li')]
          .filter((item) => {
            const { top, bottom, height } = item.getBoundingClientRect();
            return height > 0 && top < window.innerHeight && bottom > 0;
          })
          .filter((item) => item.firstElementChild?.checkVisibility({ contentVisibilityAuto: true }))
          .map(({ id }) => id);
      await page.evaluate(`window.onScreen = ${onScreen.toString()}`);
      const atOnce = await list.find().evaluate(
        (input: HTMLInputElement) =>
          new Promise<string[]>((resolve) => {
            input.value = '';
            input.dispatchEvent(new Event('input', { bubbles: true }));
            requestAnimationFrame(() => {
              const { port1, port2 } = new MessageChannel();
              port1.onmessage = () => resolve((window as unknown as { onScreen: () => string[] }).onScreen());
              port2.postMessage('');
            });
          }),
      );
      // The others come a moment later, below the screen.
      await list.expectShown({});
      expect(atOnce.length).toBeGreaterThan(0);
      expect(atOnce).toEqual(await page.evaluate(onScreen));
    });
  }

  test('leaves out what is wrong in an address and says so in one line', async ({ page }) => {
    const list = await new BankPage(page).open('theme=money&depth=candid&<b>=1');
    await list.expectShown({ depth: 'candid' });
    await expect(list.ignored).toHaveText(fill(labels.ignored, { parts: 'theme=money, <b>' }));
    await list.choice(labels.depth).selectOption('');
    await expect(list.ignored).toBeEmpty();
    await list.expectShown({});
    await page.goto('questions/#q=%E0%A4%A&%zz');
    await expect(list.ignored).not.toBeEmpty();
  });

  test('is not undone by the way to the text', async ({ page, isMobile }) => {
    test.skip(isMobile, 'a way for keyboards');
    const list = await new BankPage(page).open('depth=candid');
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    await expect(page).toHaveURL(/#main$/);
    await list.expectShown({ depth: 'candid' });
  });

  test('gives way to a link to a question that it hides', async ({ page }) => {
    const hidden = bank.slice(0, -10).findLast(({ depth }) => depth === 'opener')!;
    const list = await new BankPage(page).open('depth=candid');
    await expect(list.item(hidden)).toBeHidden();
    await page.goto(`questions/#${hidden.id}`);
    await list.expectShown({});
    await expect(list.item(hidden).locator('.question')).toBeInViewport({ ratio: 1 });
    // On the way in, too: the tools that the script adds above do not push it out of sight.
    await page.goto('about:blank');
    await list.open(hidden.id);
    await expect(list.item(hidden).locator('.question')).toBeInViewport({ ratio: 1 });
    await list.expectShown({});
  });
});

test.describe('drawing', () => {
  test('gives one of those shown, and another each time', async ({ page }) => {
    const filter: Filter = { depth: 'candid', asker: 'mentee' };
    const list = await new BankPage(page).open(filterToFragment(filter));
    const pool = filterQuestions(bank, filter).map(({ text }) => text);
    await expect(list.drawn).toBeHidden();
    await page.getByRole('button', { name: labels.draw, exact: true }).click();
    const text = list.drawn.locator('.display');
    await expect(text).toBeInViewport();
    await expect(list.drawn.getByRole('button', { name: labels.drawAnother })).toBeInViewport();
    await expect(list.drawn.locator('.drawn-text')).toBeFocused();
    for (let n = 0; n < 4; n++) {
      const before = await text.innerText();
      expect(pool).toContain(before);
      await list.drawn.getByRole('button', { name: labels.drawAnother }).click();
      await expect(text).not.toHaveText(before);
      await expect(list.drawn.getByRole('button', { name: labels.drawAnother })).toBeFocused();
    }
  });

  test('is not offered when no question fits, and leaves the last one be', async ({ page }) => {
    const list = await new BankPage(page).open();
    const draw = page.getByRole('button', { name: labels.draw, exact: true });
    await draw.click();
    const text = await list.drawn.locator('.display').innerText();
    await list.find().fill('nothing holds this');
    await expect(draw).toBeDisabled();
    await expect(list.drawn.getByRole('button', { name: labels.drawAnother })).toBeDisabled();
    await expect(list.drawn.locator('.display')).toHaveText(text);
    // It can be kept all the same, though the list does not show it.
    await list.button(list.drawn, labels.keep).click();
    await expect(list.kept).toHaveText([`${text} ${labels.drop}`]);
    await list.button(list.drawn, labels.drop).click();
    await expect(list.kept).toHaveCount(0);
    await expect(list.button(list.drawn, labels.keep)).toBeFocused();
  });
});

test.describe('copying', () => {
  test('copies one, says so, and can be pressed again and again', async ({ page, context, isMobile }) => {
    test.skip(isMobile, 'the same on any screen');
    await context.grantPermissions(['clipboard-read', 'clipboard-write']);
    const list = await new BankPage(page).open();
    const button = list.item(second).getByRole('button').nth(1);
    await button.click();
    await expect(button).toHaveText(labels.copied);
    await expect(page.locator('#bank .said')).toHaveText(labels.copied);
    await button.click();
    expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(second.text);
    await expect(button).toHaveText(labels.copy);
    await expect(page.locator('#bank .said')).toBeEmpty();
  });

  test('copies the handful as a list, and the drawn question', async ({ page, context }) => {
    await context.grantPermissions(['clipboard-read', 'clipboard-write']);
    const list = await new BankPage(page).open();
    await list.button(list.item(third), labels.keep).click();
    await list.button(list.item(first), labels.keep).click();
    await page.getByRole('button', { name: labels.copyAll }).click();
    const clipboard = () => page.evaluate(() => navigator.clipboard.readText());
    expect(await clipboard()).toBe(`- ${third.text}\n- ${first.text}`);
    await page.getByRole('button', { name: labels.draw, exact: true }).click();
    await list.button(list.drawn, labels.copy).click();
    await expect(list.drawn.getByText(labels.copied)).toBeVisible();
    expect(await clipboard()).toBe(await list.drawn.locator('.display').innerText());
  });

  test('says what to do where the browser does not let it', async ({ page, isMobile }) => {
    test.skip(isMobile, 'the same on any screen');
    await page.addInitScript(() => {
      Object.defineProperty(navigator, 'clipboard', { value: undefined });
      Object.defineProperty(document, 'execCommand', { value: () => false });
    });
    const list = await new BankPage(page).open();
    await list.button(list.item(first), labels.copy).click();
    await expect(list.item(first).getByText(labels.copyFailed)).toBeVisible();
    await expect(list.button(list.item(first), labels.copy)).toBeVisible();
  });
});

test.describe('the handful', () => {
  test('is kept in the order it was picked, and survives a reload', async ({ page }) => {
    const list = await new BankPage(page).open();
    await expect(list.note).toHaveText(labels.handfulEmpty);
    await expect(page.getByRole('button', { name: labels.printCards })).toBeHidden();
    for (const question of [second, first, third])
      await list.button(list.item(question), labels.keep).click();
    await list.expectKept(second, first, third);
    await expect(list.note).toHaveText(counted(3, labels.handfulKept));
    await list.reload();
    await list.expectKept(second, first, third);
    await list.button(list.item(first), labels.drop).click();
    await list.expectKept(second, third);
    await list.reload();
    await list.expectKept(second, third);
    await expect(list.button(list.item(first), labels.keep)).toBeVisible();
  });

  test('leaves what one presses in its place, though it grows above', async ({ page }) => {
    const list = await new BankPage(page).open();
    const far = list
      .item(bank.findLast(({ theme }) => theme === second.theme)!)
      .getByRole('button')
      .first();
    await far.scrollIntoViewIfNeeded();
    const moved = await far.evaluate(async (button: HTMLElement) => {
      // Not every browser holds the text still by itself.
      document.documentElement.style.overflowAnchor = 'none';
      const frame = () => new Promise((resolve) => requestAnimationFrame(resolve));
      for (let n = 0; n < 5; n++) await frame();
      const before = button.getBoundingClientRect().top;
      const moved: number[] = [];
      for (let n = 0; n < 3; n++) {
        button.click();
        await frame();
        await frame();
        moved.push(Math.abs(button.getBoundingClientRect().top - before));
      }
      return moved;
    });
    expect(Math.max(...moved)).toBeLessThan(2);
    await list.expectKept(bank.findLast(({ theme }) => theme === second.theme)!);
  });

  test('is emptied by keyboard without losing the place', async ({ page }) => {
    const list = await new BankPage(page).open();
    await list.withStored(stored([first.id, second.id, third.id]));
    const drops = list.kept.getByRole('button');
    await drops.nth(1).focus();
    await page.keyboard.press('Enter');
    await list.expectKept(first, third);
    await expect(drops.nth(1)).toBeFocused();
    await page.keyboard.press('Enter');
    await list.expectKept(first);
    await expect(drops.nth(0)).toBeFocused();
    await page.keyboard.press('Enter');
    await expect(list.note).toHaveText(labels.handfulEmpty);
    await expect(list.note).toBeFocused();
  });

  test('shows a question that the filter hides, and lets it go', async ({ page }) => {
    const list = await new BankPage(page).open();
    await list.button(list.item(first), labels.keep).click();
    await list.find().fill('nothing holds this');
    await list.expectKept(first);
    await list.button(list.kept, labels.drop).click();
    await list.clear.click();
    await expect(list.button(list.item(first), labels.keep)).toBeVisible();
  });

  test('is the same in two tabs', async ({ page, context, isMobile }) => {
    test.skip(isMobile, 'the same on any screen');
    const list = await new BankPage(page).open();
    const other = await new BankPage(await context.newPage()).open();
    await list.button(list.item(first), labels.keep).click();
    await other.expectKept(first);
    await other.button(other.item(second), labels.keep).click();
    await list.expectKept(first, second);
    await list.button(list.item(first), labels.drop).click();
    await other.expectKept(second);
    await expect(other.button(other.item(first), labels.keep)).toBeVisible();
  });

  test('is read again when the browser brings a page back', async ({ page, isMobile }) => {
    test.skip(isMobile, 'the same on any screen');
    const list = await new BankPage(page).open();
    await page.evaluate(([key, text]) => localStorage.setItem(key, text), [KEY, stored([third.id])] as const);
    await page.evaluate(() => window.dispatchEvent(new PageTransitionEvent('pageshow', { persisted: true })));
    await list.expectKept(third);
  });

  test.describe('whatever is in storage,', () => {
    test.skip(({ isMobile }) => isMobile, 'the same on any screen');

    const strange: [string, string, Question[]][] = [
      ['ids no question has', stored(['gone', first.id, '__proto__', '', 'bank']), [first]],
      ['one id twice', stored([first.id, second.id, first.id]), [first, second]],
      ['text that is no record', '{"format":1,', []],
      ['a record of something else', stored('all of them'), []],
      ['ten thousand ids', stored(Array.from({ length: 10_000 }, (_, at) => `id${at}`)), []],
    ];
    for (const [what, text, kept] of strange) {
      test(`makes the best of ${what}`, async ({ page }) => {
        const list = await new BankPage(page).open();
        await list.withStored(text);
        await list.expectKept(...kept);
        await list.button(list.item(third), labels.keep).click();
        await list.expectKept(...kept, third);
        await list.reload();
        await list.expectKept(...kept, third);
        // Nothing that could not be read is thrown away.
        const all = await page.evaluate(() => JSON.stringify(Object.entries(localStorage)));
        if (text.startsWith('{"format":1,') && kept.length === 0 && !text.includes('id9999'))
          expect(all).toContain(JSON.stringify(text).slice(1, -1));
        if (what.startsWith('ids')) expect(all).toContain('gone');
      });
    }

    test('written by a newer version is shown as far as it can be read, and left as it is', async ({
      page,
    }) => {
      const list = await new BankPage(page).open();
      const text = stored([first.id], 99);
      await list.withStored(text);
      await list.expectKept(first);
      await expect(list.note).toHaveText(labels.handfulNewer);
      await list.button(list.item(second), labels.keep).click();
      await list.expectKept(first);
      expect(await page.evaluate((key) => localStorage.getItem(key), KEY)).toBe(text);
    });

    const refusals: [string, () => void][] = [
      [
        'is forbidden',
        () =>
          Object.defineProperty(window, 'localStorage', {
            get: () => {
              throw new DOMException('no', 'SecurityError');
            },
          }),
      ],
      [
        'is full',
        () => {
          Storage.prototype.setItem = () => {
            throw new DOMException('full', 'QuotaExceededError');
          };
        },
      ],
    ];
    for (const [what, refuse] of refusals) {
      test(`lasts while the page is open when storage ${what}, and says so`, async ({ page }) => {
        await page.addInitScript(refuse);
        const list = await new BankPage(page).open();
        await list.button(list.item(first), labels.keep).click();
        await list.button(list.item(second), labels.keep).click();
        await expect(list.note).toHaveText(labels.handfulUnsaved);
        await list.expectKept(first, second);
        await list.button(list.kept.first(), labels.drop).click();
        await list.expectKept(second);
      });
    }
  });
});

test('the handful is printed as cards to cut out, eight to a sheet, and nothing else', async ({ page }) => {
  const questions = bank.slice(0, 9);
  const list = await new BankPage(page).open();
  await list.withStored(stored(questions.map(({ id }) => id)));
  await page.evaluate(() => {
    window.print = () => (document.documentElement.dataset['asked'] = 'yes');
  });
  for (const format of ['A4', 'Letter']) {
    await page.getByRole('button', { name: labels.printCards }).click();
    await expect(page.locator('html[data-asked=yes]')).toHaveCount(1);
    const pages = await printedPages(page, { format });
    expect(pages).toHaveLength(2);
    const card = ({ text, followUp }: Question) =>
      unspaced(`${text}${fill(labels.followUp, { question: followUp })}${labels.card}`);
    expect(pages[0]!.replace(/^1\/2|1\/2$/, '')).toBe(questions.slice(0, 8).map(card).join(''));
    expect(pages[1]!.replace(/^2\/2|2\/2$/, '')).toBe(card(questions[8]!));
    // Once, and then the browser's own menu prints what it did before.
    await expect(page.locator('html[data-print]')).toHaveCount(0);
  }
  // From the browser's own menu the list comes out, as it is filtered, with no tools.
  await list.find().fill(first.text);
  await list.expectShown({ words: first.text });
  const [only = '', ...more] = await printedPages(page, { format: 'A4' });
  expect(more).toEqual([]);
  expect(only).toContain(unspaced(first.text));
  for (const tool of [labels.keep + labels.copy, labels.draw, labels.handful, labels.find, words.site.search])
    expect(only).not.toContain(unspaced(tool));
});

test.describe('by keyboard alone', () => {
  test('one finds, keeps, draws and puts back', async ({ page, isMobile }) => {
    test.skip(isMobile, 'a phone has none');
    const list = await new BankPage(page).open();
    await list.find().focus();
    await page.keyboard.type(first.text.slice(0, 12));
    await page.keyboard.press('Tab');
    await expect(list.choice(labels.theme)).toBeFocused();
    await page.keyboard.type(themes.find(({ id }) => id === first.theme)!.data.title);
    await list.expectShown({ theme: first.theme, words: first.text.slice(0, 12) });
    for (let n = 0; n < 3; n++) await page.keyboard.press('Tab');
    await expect(page.getByRole('button', { name: labels.draw, exact: true })).toBeFocused();
    await page.keyboard.press('Enter');
    await expect(list.drawn.locator('.drawn-text')).toBeFocused();
    await page.keyboard.press('Tab');
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    await expect(list.kept).toHaveCount(1);
    await expect(list.button(list.drawn, labels.drop)).toBeFocused();
    await page.keyboard.press('Tab');
    await page.keyboard.press('Tab');
    await expect(list.button(list.kept, labels.drop)).toBeFocused();
    await page.keyboard.press('Space');
    await expect(list.kept).toHaveCount(0);
  });
});

test('everything open is accessible, and so is an empty list', async ({ page }) => {
  const list = await new BankPage(page).open();
  await list.button(list.item(first), labels.keep).click();
  await page.getByRole('button', { name: labels.draw, exact: true }).click();
  await list.find().fill('nothing holds this');
  await expect(list.shown).toHaveCount(0);
  await expectAccessible(page);
});

test('nothing is wider than the narrowest screen', async ({ page, isMobile }) => {
  test.skip(!isMobile, 'a narrow screen');
  await page.setViewportSize({ width: 320, height: 640 });
  const list = await new BankPage(page).open();
  await list.button(list.item(first), labels.keep).click();
  await page.getByRole('button', { name: labels.draw, exact: true }).click();
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(320);
  // What is chosen can be read in full. Measured in the page's own typeface, which may come late.
  await typeset(page);
  for (const label of [labels.theme, labels.asker, labels.depth]) {
    const texts = await list.choice(label).locator('option').allTextContents();
    for (const [index, text] of texts.entries()) {
      await list.choice(label).selectOption({ index });
      const fits = await list.choice(label).evaluate((select: HTMLSelectElement, text) => {
        const context = document.createElement('canvas').getContext('2d')!;
        const { font, paddingLeft } = getComputedStyle(select);
        context.font = font;
        // The arrow takes some 20 pixels.
        return context.measureText(text).width <= select.clientWidth - parseFloat(paddingLeft) - 20;
      }, text);
      expect.soft(fits, text).toBe(true);
    }
  }
  expect(anyOf(labels.lede).test(await page.locator('.lede').innerText())).toBe(true);
});
