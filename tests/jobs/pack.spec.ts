// The job: print several blank sheets as one pack, with script and without.
import type { Page } from '@playwright/test';
import { expectAccessible } from './support/axe';
import { printedPages, unspaced } from './support/pdf';
import { expect, test } from './support/test';
import { words, worksheets } from './support/words';

const labels = words.pack;
const first = ['before-we-talk', 'how-are-we-doing'];
const titled = (id: string) => worksheets.find((worksheet) => worksheet.id === id)!;

test.skip(({ isMobile }) => isMobile, 'paper is as wide on every screen');

/** Holds when the paper has just these worksheets, each beginning at the head of a page. */
async function expectPack(page: Page, format: 'A4' | 'Letter', ids: readonly string[]): Promise<void> {
  const pages = await printedPages(page, { format });
  const begun = pages.filter((text) =>
    worksheets.some(({ title, paper }) => text.startsWith(unspaced(title + paper))),
  );
  expect(begun.map((text) => ids.find((id) => text.startsWith(unspaced(titled(id).title))))).toEqual(ids);
  expect(pages[0]).toBe(begun[0]);
  const all = pages.join('');
  for (const { id, sections } of worksheets) {
    for (const field of sections.flatMap(({ fields, more }) => (more ? [] : fields))) {
      if (!ids.includes(id)) continue;
      expect(all).toContain(unspaced(field.label));
      if ('options' in field) for (const { label } of field.options) expect(all).toContain(unspaced(label));
    }
  }
  for (const word of [labels.title, labels.lede, labels.which]) expect(all).not.toContain(unspaced(word));
  // The last page holds something: no page is left over.
  expect(pages.at(-1)).toContain(unspaced(words.paper.whose));
}

test('the two usual sheets are ticked; what is ticked is printed, each on a page of its own', async ({
  page,
}) => {
  await page.addInitScript(() => {
    (window as unknown as { prints: number }).prints = 0;
    window.print = () => (window as unknown as { prints: number }).prints++;
  });
  const prints = () => page.evaluate(() => (window as unknown as { prints: number }).prints);
  await page.goto('worksheets/');
  await page.getByRole('link', { name: labels.link }).click();
  await expectAccessible(page);
  await expectPack(page, 'A4', first);
  const print = page.getByRole('button', { name: labels.print, exact: true });
  for (const id of first) await page.getByLabel(titled(id).title, { exact: true }).uncheck();
  await print.click();
  await expect(page.getByText(labels.none)).toBeVisible();
  expect(await prints()).toBe(0);
  for (const { title } of worksheets) await page.getByLabel(title, { exact: true }).check();
  await expect(page.getByText(labels.none)).toBeHidden();
  await print.click();
  expect(await prints()).toBe(1);
  const all = worksheets.map(({ id }) => id);
  await expectPack(page, 'A4', all);
  await expectPack(page, 'Letter', all);
});

test.describe('without script', () => {
  test.use({ javaScriptEnabled: false });
  test('the browser’s own command prints what is ticked', async ({ page }) => {
    await page.goto('worksheets/pack/');
    await expect(page.locator('main noscript p')).toHaveText(labels.noScript);
    await expect(page.getByRole('button', { name: labels.print })).toBeHidden();
    await page.getByLabel(titled('levels').title).check();
    await page.getByLabel(titled(first[0]!).title).uncheck();
    await expectPack(page, 'Letter', ['how-are-we-doing', 'levels']);
  });
});
