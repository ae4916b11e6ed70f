// The job: make up one's own questions, ask them in any check-in, take them along as cards.
import { readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import type { Locator, Page } from '@playwright/test';
import { parse } from 'yaml';
import { themeSchema } from '../../src/domain/questions/bank';
import { fill } from '../../src/domain/words/fill';
import { expectAccessible } from './support/axe';
import { tabTo } from './support/keyboard';
import { fillStorage, handful, KitPage, store } from './support/kit';
import { printedPages, unspaced } from './support/pdf';
import { SheetPage } from './support/sheet';
import { expect, test } from './support/test';
import { words, worksheets } from './support/words';

const labels = words.own;
const folder = join(import.meta.dirname, '../../src/content/questions');
const themes = readdirSync(folder).map((file) => ({
  id: basename(file, '.yaml'),
  ...themeSchema.parse(parse(readFileSync(join(folder, file), 'utf8'))),
}));

class OwnPage {
  readonly field: Locator;
  readonly said: Locator;
  readonly trouble: Locator;
  readonly drawn: Locator;

  constructor(readonly page: Page) {
    this.field = page.getByLabel(labels.write, { exact: true });
    this.said = page.locator('.own .said');
    this.trouble = page.getByRole('alert');
    this.drawn = page.locator('.own .block');
  }

  async open(): Promise<this> {
    await this.page.goto('questions/own/');
    return this.alive();
  }

  async alive(): Promise<this> {
    await expect(this.page.locator('.own[data-alive]')).toBeAttached();
    return this;
  }

  button = (name: string): Locator => this.page.getByRole('button', { name, exact: true });
  act = (what: string, n: number): Locator => this.button(fill(labels.act, { what, n }));
  nth = (n: number): Locator => this.page.getByLabel(fill(labels.nth, { n }), { exact: true });

  async write(...questions: string[]): Promise<void> {
    for (const question of questions) {
      await this.field.fill(question);
      await this.button(labels.add).click();
    }
  }

  /** Holds when these stand in the list, in this order. */
  async expectList(...questions: string[]): Promise<void> {
    const fields = this.page.locator('.own-list textarea');
    await expect(fields).toHaveCount(questions.length);
    for (const [at, question] of questions.entries()) await expect(fields.nth(at)).toHaveValue(question);
  }
}

const [a, b, c] = [
  'What did you want to say on Tuesday?',
  'When did you stop listening?',
  'What would you <b>skip</b> – really? 🙂',
];

test('questions of one’s own are made, changed, put in order, put aside, deleted, and are there again', async ({
  page,
}) => {
  await page.goto('questions/');
  await page.getByRole('link', { name: labels.link, exact: true }).click();
  const own = await new OwnPage(page).alive();
  await own.write(a, b);
  await expect(own.said).toContainText(labels.added);
  await expect(own.field).toBeFocused();
  // What stands in the field when the page goes away is no less a question.
  await own.field.fill(c);
  await page.reload();
  await own.alive();
  await own.expectList(a, b, c);
  await expectAccessible(page);

  await own.act(labels.up, 3).click();
  await expect(own.act(labels.up, 2)).toBeFocused();
  await own.act(labels.up, 2).click();
  // There is no way further up: the focus stays with the question.
  await expect(own.act(labels.down, 1)).toBeFocused();
  await own.expectList(c, a, b);
  await own.nth(2).fill(`${a} And why?`);

  await own.act(labels.putAside, 3).click();
  await expect(own.button(labels.undo)).toBeFocused();
  await own.act(labels.delete, 1).click();
  await own.expectList(`${a} And why?`);
  await own.button(labels.undo).click();
  await own.expectList(c, `${a} And why?`);
  await page.reload();
  await own.alive();
  await own.expectList(c, `${a} And why?`);
  await page.locator('.own summary').click();
  await expectAccessible(page, 'main');
  await own.button(`${labels.takeOut}: ${b}`).click();
  await own.expectList(c, `${a} And why?`, b);

  await own.button(labels.random).click();
  const first = await own.drawn.innerText();
  await own.button(labels.random).click();
  await expect(own.drawn).not.toHaveText(first);

  // They belong to the mentorship: they are in the copy, and what is deleted is named under "Deleted".
  await own.act(labels.delete, 3).click();
  const kit = await new KitPage(page).open();
  await expect(kit.heading(words.kit.unnamed)).toBeVisible();
  expect((await kit.copy()).text).toContain(`${a} And why?`);
  await page.getByText(words.kit.trash, { exact: true }).click();
  await expect(kit.trash).toContainText(b);
  await kit.link(labels.link).click();
  await own.expectList(c, `${a} And why?`);
});

test('the keyboard is enough', async ({ page, isMobile }) => {
  test.skip(isMobile, 'a phone has no keyboard of that kind');
  const own = await new OwnPage(page).open();
  await tabTo(page, own.field);
  await page.keyboard.type(a);
  await page.keyboard.press('Enter');
  await page.keyboard.type(b);
  await page.keyboard.press('Enter');
  await tabTo(page, own.act(labels.down, 1));
  await page.keyboard.press('Enter');
  await own.expectList(b, a);
  await expect(own.act(labels.up, 2)).toBeFocused();
  await tabTo(page, own.act(labels.delete, 2));
  await page.keyboard.press('Enter');
  await own.expectList(b);
  await page.keyboard.press('Enter');
  await own.expectList(b, a);
});

test('they are printed as cards, one each, and nothing else', async ({ page, isMobile }) => {
  test.skip(isMobile, 'paper is as wide on every screen');
  await page.addInitScript(() => (window.print = () => undefined));
  const own = await new OwnPage(page).open();
  await own.write(a, b, c);
  await own.act(labels.putAside, 2).click();
  await own.button(labels.cards).click();
  const [only, ...more] = await printedPages(page, { format: 'A4' });
  expect(more).toEqual([]);
  expect(only).toContain(unspaced(a));
  expect(only).toContain(unspaced(c.replace(' 🙂', '')));
  expect(only).not.toContain(unspaced(b));
  expect(only).not.toContain(unspaced(labels.lede));
});

test('with no room left they stay on the page, and it says so until there is room', async ({ page }) => {
  const own = await new OwnPage(page).open();
  await own.write(a);
  await fillStorage(page);
  await own.write(b);
  await expect(own.trouble).toHaveText(labels.trouble.full);
  await own.expectList(a, b);
  await expectAccessible(page, 'main');
  await page.evaluate(() =>
    Object.keys(localStorage)
      .filter((key) => key.startsWith('other-site:'))
      .forEach((key) => localStorage.removeItem(key)),
  );
  await own.nth(1).fill(`${a}!`);
  await expect(own.trouble).toBeEmpty();
  await page.reload();
  await own.alive();
  await own.expectList(`${a}!`, b);
});

test('with storage switched off they last as long as the page', async ({ page }) => {
  await page.addInitScript(() => Object.defineProperty(window, 'localStorage', { get: () => null }));
  const own = await new OwnPage(page).open();
  await expect(own.trouble).toHaveText(labels.trouble.blocked);
  await own.write(a, b);
  await own.act(labels.up, 2).click();
  await own.expectList(b, a);
});

test.describe('in a check-in', () => {
  const together = worksheets.find(({ id }) => id === 'how-are-we-doing')!;
  const [theme] = themes;
  const kept = theme!.questions[3]!;

  class Draw {
    readonly question: Locator;
    readonly from: Locator;
    readonly button: Locator;
    constructor(readonly page: Page) {
      this.question = page.getByLabel(words.worksheet.questionAsked, { exact: true });
      this.from = page.getByLabel(words.draw.from, { exact: true });
      this.button = page.locator('.draw button');
    }
    /** Draws the first question; the choice of where from comes with it. */
    async first(): Promise<string> {
      await this.button.click();
      await expect(this.question).not.toHaveValue('');
      return this.question.inputValue();
    }
    async another(from: string): Promise<string> {
      const before = await this.question.inputValue();
      await this.from.selectOption({ label: from });
      await this.button.click();
      await expect(this.question).not.toHaveValue(before);
      return this.question.inputValue();
    }
  }
  const followUp = (question: string) => fill(words.draw.followUp, { question });

  test('one is drawn from where one likes, with a smaller question for a vague answer', async ({ page }) => {
    await store(page, handful(kept.id));
    const own = await new OwnPage(page).open();
    await own.write(a);
    const sheet = await new SheetPage(page, together).open();
    const draw = new Draw(page);
    // What was kept for this talk comes first.
    expect(await draw.first()).toBe(kept.text);
    await expect(page.getByText(followUp(kept.followUp))).toBeVisible();
    expect(await draw.another(words.draw.own)).toBe(a);
    await expect(page.getByText(followUp('').trim())).toHaveCount(0);
    for (const { title, questions } of themes) {
      const drawn = await draw.another(title);
      expect(questions.map(({ text }) => text)).toContain(drawn);
    }
    await expectAccessible(page, '.draw');
    const last = themes.at(-1)!;
    const drawn = await draw.question.inputValue();
    await expect(sheet.saved).toBeVisible();
    await sheet.reload();
    await expect(draw.question).toHaveValue(drawn);
    const { followUp: smaller } = last.questions.find(({ text }) => text === drawn)!;
    await expect(page.getByText(followUp(smaller))).toBeVisible();
  });

  test.describe('without the net', () => {
    test.use({ expected: { messages: [/ERR_FAILED/] } });
    test('the page says that the bank cannot be had, and one’s own can be drawn all the same', async ({
      page,
    }) => {
      const own = await new OwnPage(page).open();
      await own.write(a, b);
      await page.route(/themes\.json/, (route) => route.abort());
      await new SheetPage(page, together).open();
      const draw = new Draw(page);
      // From all questions one's own is drawn where the bank is missing.
      expect([a, b]).toContain(await draw.first());
      await expect(page.getByRole('status').filter({ hasText: words.worksheet.notFetched })).toBeVisible();
      const asked = await draw.question.inputValue();
      await draw.from.selectOption({ label: themes[0]!.title });
      await draw.button.click();
      await expect(draw.question).toHaveValue(asked);
      expect([a, b]).toContain(await draw.another(words.draw.own));
      await expect(page.getByText(words.worksheet.notFetched)).toHaveCount(0);
      await page.unroute(/themes\.json/);
      const drawn = await draw.another(themes[0]!.title);
      expect(themes[0]!.questions.map(({ text }) => text)).toContain(drawn);
    });
  });
});
