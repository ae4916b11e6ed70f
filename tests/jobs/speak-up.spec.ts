// The job: get one hard thing ready. All of it is private, but for the one sentence the person chooses to copy.
import { expectAccessible } from './support/axe';
import { tabTo } from './support/keyboard';
import { SheetPage } from './support/sheet';
import { expect, test } from './support/test';
import { words, worksheets } from './support/words';

const labels = words.speakUp;
const speakUp = worksheets.find(({ id }) => id === 'speak-up')!;
const fields = speakUp.sections.flatMap((section) => section.fields);
const field = (id: string) => fields.find((one) => one.id === id)!;

test('the sentence that is chosen has a button that copies just it', async ({ page, context }) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  const sheet = await new SheetPage(page, speakUp).open();
  const button = sheet.button(labels.copy);
  const choice = sheet.group(field('which'));
  await sheet.text(field('what-is-wrong')).fill('A secret');
  await choice.getByRole('radio').nth(1).check();
  // Nothing is written there yet.
  await expect(button).toHaveCount(0);
  await sheet.text(field('opening-1')).fill('The first way');
  await sheet.text(field('opening-2')).fill('  I said yes,\nand meant no.  ');
  await expect(sheet.form.locator('.written')).toHaveText(/I said yes,\s+and meant no\./);
  await expectAccessible(page, 'main');
  await tabTo(page, button);
  await page.keyboard.press('Enter');
  await expect(page.getByRole('status').filter({ hasText: labels.copied })).toBeVisible();
  expect(await page.evaluate(() => navigator.clipboard.readText())).toBe('I said yes,\nand meant no.');
  await choice.getByRole('radio').first().check();
  await expect(page.getByText(labels.copied)).toHaveCount(0);
  await button.click();
  await expect(page.getByText(labels.copied)).toBeVisible();
  expect(await page.evaluate(() => navigator.clipboard.readText())).toBe('The first way');
  await choice.getByRole('radio').last().check();
  await expect(button).toHaveCount(0);
  await choice.getByRole('radio').nth(1).check();
  await expect(sheet.saved).toBeVisible();
  await sheet.reload();
  await expect(button).toBeVisible();
  // It is there still when all of it is done, and the form is away.
  await sheet.markDone();
  await sheet.done.getByRole('button', { name: labels.copy }).click();
  await expect(sheet.done.getByText(labels.copied)).toBeVisible();
  expect(await page.evaluate(() => navigator.clipboard.readText())).toBe('I said yes,\nand meant no.');
  // No contact is set as the site is shipped.
  await expect(page.getByText(labels.contact.replace(/\{.*/, ''))).toHaveCount(0);
});

test.describe('where the browser does not let a page copy', () => {
  test('the page says how to do it by hand', async ({ page }) => {
    await page.addInitScript(() => {
      Object.defineProperty(navigator, 'clipboard', { value: undefined });
      Object.assign(document, { execCommand: () => false });
    });
    const sheet = await new SheetPage(page, speakUp).open();
    await sheet.text(field('opening-3')).fill('May I ask for one thing?');
    await sheet.group(field('which')).getByRole('radio').nth(2).check();
    await sheet.button(labels.copy).click();
    await expect(page.getByText(labels.copyFailed)).toBeVisible();
  });
});
