// The job: print all the paper for a session, for twenty pairs, in one go.
import type { Locator, Page } from '@playwright/test';
import { counted } from '../../src/domain/words/count';
import { fill } from '../../src/domain/words/fill';
import { MOST_PAIRS } from '../../src/domain/facilitator/pack';
import { expectAccessible } from './support/axe';
import { beyondTheEdge } from './support/edges';
import { tabTo } from './support/keyboard';
import { printedPages, unspaced } from './support/pdf';
import { expect, test } from './support/test';
import { facilitatorPages, words, worksheets } from './support/words';

const labels = words.facilitate.pack;
const programme = words.programme.page;
const launch = facilitatorPages.find(({ session }) => session)!;
const NAMES = 'Riverside Mentors · Spring “2027” \\ <b>';

class PackPage {
  readonly pairs: Locator;
  readonly total: Locator;
  readonly print: Locator;
  constructor(readonly page: Page) {
    this.pairs = page.getByLabel(labels.pairs, { exact: true });
    this.total = page.locator('.total');
    this.print = page.getByRole('button', { name: labels.print, exact: true });
  }
  async open(): Promise<this> {
    await this.page.addInitScript(() => {
      const seen = window as unknown as { prints: number };
      seen.prints = 0;
      window.print = () => seen.prints++;
    });
    await this.page.goto('facilitate/programme/');
    await expect(this.print).toBeVisible();
    return this;
  }
  prints = () => this.page.evaluate(() => (window as unknown as { prints: number }).prints);
  /** The pages as the printer gets them. */
  async paper(): Promise<string[]> {
    return printedPages(this.page, { preferCSSPageSize: true });
  }
  /** Numbers in the line that says how much paper it takes: pages and sheets. */
  async counts(): Promise<number[]> {
    return [...(await this.total.innerText()).matchAll(/\d+/g)].map(Number);
  }
}

test.describe('on paper', () => {
  test.skip(({ isMobile }) => isMobile, 'paper is as wide on every screen');

  for (const format of [labels.a4, labels.letter]) {
    test(`twenty pairs, ${format}: as many of each as is said, each beginning on a sheet of its own`, async ({
      page,
    }) => {
      const pack = await new PackPage(page).open();
      await pack.pairs.fill('20');
      await page.getByLabel(programme.organisation, { exact: true }).fill('Riverside Mentors');
      await page.getByLabel(programme.name, { exact: true }).fill('Spring “2027” \\ <b>');
      await page.getByLabel(format, { exact: true }).check();
      const sheets = await pack.paper();
      const [pages, onBoth] = await pack.counts();
      expect(sheets).toHaveLength(pages!);
      expect(onBoth).toBe(Math.ceil(pages! / 2));
      // The name stands on each page, and in the contents every handout with its number and its true page.
      for (const [at, text] of sheets.entries()) expect(text, `page ${at + 1}`).toContain(unspaced(NAMES));
      const [contents = ''] = sheets;
      for (const { use } of launch.session!.handouts) {
        const title = worksheets.find(({ id }) => id === use)?.title ?? words.facilitate.onePage;
        const begins = sheets.flatMap((text, at) =>
          at > 0 &&
          text.includes(
            unspaced(
              use === 'one-page'
                ? 'On one page'
                : `${title}${worksheets.find(({ id }) => id === use)!.paper}`,
            ),
          )
            ? [at + 1]
            : [],
        );
        const who = worksheets.find(({ id }) => id === use)?.who;
        const copies = who === 'facilitator' ? 1 : who === 'both' ? 20 : 40;
        expect(begins, use).toHaveLength(copies);
        for (const begun of begins) expect(begun % 2, `${use} on page ${begun}`).toBe(1);
        const line = new RegExp(`${RegExp.escape(unspaced(title))}.*?${copies}${begins[0]}`);
        expect(contents).toMatch(line);
      }
      expect(contents).toContain(unspaced(counted(20, labels.madeFor)));
    });
  }

  test('everything there is, for one pair: no word of a blank sheet or a card is cut', async ({ page }) => {
    const pack = await new PackPage(page).open();
    await pack.pairs.fill('1');
    for (const box of await page.getByRole('checkbox').all()) await box.check();
    const sheets = await pack.paper();
    expect(sheets).toHaveLength((await pack.counts())[0]!);
    const all = sheets.join('');
    for (const { sections } of worksheets) {
      for (const field of sections.flatMap(({ fields, more }) => (more ? [] : fields)))
        expect(all).toContain(unspaced(field.label));
    }
    const cards = await page.evaluate(() =>
      ['question-cards', 'role-cards'].flatMap((id) =>
        [
          ...(document
            .querySelector<HTMLTemplateElement>(`template[data-handout="${id}"]`)
            ?.content.querySelectorAll('p') ?? []),
        ].map((one) => one.textContent.trim()),
      ),
    );
    expect(cards.length).toBeGreaterThan(200);
    for (const text of cards) expect(all).toContain(unspaced(text));
    // When all is printed the page is as it was.
    await expect(page.locator('.handout')).toHaveCount(0);
  });
});

test('a plan leads to its own handouts; other numbers are a fold away; one press prints', async ({
  page,
}) => {
  const pack = await new PackPage(page).open();
  const other = facilitatorPages.filter(({ session }) => session)[1]!;
  await page.goto(`facilitate/${other.id}/`);
  await page.getByRole('link', { name: labels.forPlan }).click();
  const ticked = page.getByRole('checkbox', { checked: true });
  await expect(ticked).toHaveCount(other.session!.handouts.length);
  await page.getByRole('link', { name: fill(labels.asFor, { title: launch.title }) }).click();
  await expect(ticked).toHaveCount(launch.session!.handouts.length);
  await page.getByText(labels.numbers, { exact: true }).click();
  const { title } = worksheets.find(({ id }) => id === 'session-log')!;
  const number = page.getByRole('textbox', { name: title, exact: true });
  await expect(number).toHaveValue('1');
  const [before] = await pack.counts();
  await number.fill('3');
  await expect.poll(async () => (await pack.counts())[0]).toBe(before! + 4);
  // What was changed by hand stays when the pairs change.
  await pack.pairs.fill('2');
  await expect(number).toHaveValue('3');
  await expectAccessible(page);
  await pack.print.click();
  expect(await pack.prints()).toBe(1);

  await number.fill('many');
  await expect(page.getByText(fill(labels.copiesProblem, { title, most: 2 * MOST_PAIRS }))).toBeVisible();
  await page.getByText(labels.numbers, { exact: true }).click();
  await pack.print.click();
  await expect(number).toBeFocused();
  expect(await pack.prints()).toBe(1);
});

test('a number of pairs that cannot be printed is said, and nothing is printed', async ({ page }) => {
  const pack = await new PackPage(page).open();
  const problem = page.getByText(fill(labels.pairsProblem, { most: MOST_PAIRS }));
  for (const wrong of ['0', '', '-4', '2.5', 'abc', '500', '999999999']) {
    await pack.pairs.fill(wrong);
    await expect(problem, wrong).toBeVisible();
    await pack.print.click();
    await expect(pack.pairs).toBeFocused();
  }
  expect(await pack.prints()).toBe(0);
  await expectAccessible(page);
  await pack.pairs.fill('1');
  await expect(problem).toBeHidden();
  for (const box of await page.getByRole('checkbox').all()) await box.uncheck();
  await expect(pack.total).toHaveText(labels.none);
  await pack.print.click();
  expect(await pack.prints()).toBe(0);
});

test('by keyboard alone, and nothing is wider than 320 pixels', async ({ page, isMobile }) => {
  const pack = await new PackPage(page).open();
  if (!isMobile) {
    await tabTo(page, pack.pairs);
    await page.keyboard.press('ControlOrMeta+A');
    await page.keyboard.type('3');
    await tabTo(page, pack.print);
    await page.keyboard.press('Enter');
    expect(await pack.prints()).toBe(1);
  }
  await page.setViewportSize({ width: 320, height: 640 });
  await page.getByText(labels.numbers, { exact: true }).click();
  expect(await beyondTheEdge(page)).toEqual([]);
});

test.describe('without script', () => {
  test.use({ javaScriptEnabled: false });
  test('says where the papers are', async ({ page }) => {
    await page.goto('facilitate/programme/');
    await expect(page.locator('main noscript p')).toHaveText(programme.noScript);
    await expect(page.getByRole('button', { name: labels.print })).toBeHidden();
  });
});
