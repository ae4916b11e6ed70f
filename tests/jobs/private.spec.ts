// What a person calls private stays in its form and in their own copy, whatever way words leave the page.
import type { Locator, Page } from '@playwright/test';
import { expectAccessible } from './support/axe';
import { KitPage, mentorship, OpenPage, sheet, store } from './support/kit';
import { printedPages, unspaced } from './support/pdf';
import { beforeWeTalk, firstText, privateText, records, secondText, SheetPage } from './support/sheet';
import { expect, test } from './support/test';
import { words } from './support/words';

const labels = words.worksheet;
const fields = beforeWeTalk.sections.flatMap((section) => section.fields);
type Field = (typeof fields)[number];
const scale = fields.find(({ kind }) => kind === 'scale')!;
const boxes = fields.find(({ kind }) => kind === 'multiple-choice')!;
const [box] = 'options' in boxes ? boxes.options : [];

/** One field of each kind, each with an answer; the first stays for all to see. */
const answers = {
  [firstText.id]: 'The Thursday with the fuse board',
  [secondText.id]: 'I dread the stairs to the site office',
  [scale.id]: 2,
  [boxes.id]: [box!.id],
};
const hidden = [secondText, scale, boxes];
/** Words that stand nowhere but in the private answers and their questions. */
const secrets = [answers[secondText.id] as string, ...hidden.map(({ label }) => label), box!.label];

/** The choice to keep an answer private. */
const keepPrivate = ({ form }: SheetPage, field: Field): Locator =>
  form.locator('.field').filter({ hasText: field.label }).getByLabel(labels.keepPrivate, { exact: true });

async function writePrivately(page: Page): Promise<SheetPage> {
  const form = await new SheetPage(page).open();
  await form.side('mentee').check();
  for (const [id, answer] of Object.entries(answers)) {
    await form.answer({ [id]: answer });
    const field = hidden.find((one) => one.id === id);
    if (field) await keepPrivate(form, field).check();
  }
  await expect(form.saved).toBeVisible();
  return form;
}

/** Fails when a text holds anything private, or lacks what is for all. */
function expectOpenPart(text: string, where: string): void {
  expect(text, where).toContain(answers[firstText.id]);
  for (const secret of secrets) expect(text, where).not.toContain(secret);
}

const paper = async (page: Page) => (await printedPages(page)).join('');

test.describe('any answer', () => {
  test('can be kept private where it is given: a text, a mark, a choice; and stays so', async ({ page }) => {
    const form = await writePrivately(page);
    await form.reload();
    await form.expectAnswers(answers);
    for (const field of hidden) await expect(keepPrivate(form, field)).toBeChecked();
    await expect(keepPrivate(form, firstText)).not.toBeChecked();
    // Who can open it stands beside it.
    await expect(form.form.getByText(labels.privateNote).and(page.locator(':visible'))).toHaveCount(4);
    await expectAccessible(page, 'form');
    // One that is private for everybody asks nothing.
    await expect(keepPrivate(form, privateText)).toHaveCount(0);
  });

  test('can be kept private with the keyboard, and before the page has come alive', async ({
    page,
    isMobile,
  }) => {
    test.skip(isMobile, 'a phone has no Tab key');
    let letGo = (): void => undefined;
    const gate = new Promise<void>((resolve) => (letGo = resolve));
    await page.route('**/*.js', async (route) => {
      await gate;
      await route.continue();
    });
    await page.goto(`worksheets/${beforeWeTalk.id}/`, { waitUntil: 'commit' });
    const form = new SheetPage(page);
    await form.text(secondText).fill(String(answers[secondText.id]));
    await page.keyboard.press('Tab');
    await expect(keepPrivate(form, secondText)).toBeFocused();
    await page.keyboard.press('Space');
    await expect(page.locator('[data-alive]')).not.toBeAttached();
    letGo();
    await form.alive();
    await expect(keepPrivate(form, secondText)).toBeChecked();
    await form.text(firstText).fill(String(answers[firstText.id]));
    await expect(form.saved).toBeVisible();
    await form.reload();
    await expect(keepPrivate(form, secondText)).toBeChecked();
    await form.markDone();
    await expect(form.done).toContainText(answers[firstText.id]!.toString());
    await expect(form.done).not.toContainText(secondText.label);
  });
});

test.describe('what is private', () => {
  test.skip(({ isMobile }) => isMobile, 'the same on any screen');
  test.beforeEach(({ context }) => context.grantPermissions(['clipboard-read', 'clipboard-write']));

  test('leaves by no way but one’s own copy, and is public again when one says so', async ({ page }) => {
    const form = await writePrivately(page);
    await form.openTools();
    const leaves = async () => ({
      'copied text': await form.copied(form.form.getByRole('button', { name: labels.copy })),
      ...Object.fromEntries(
        await Promise.all(
          [labels.download, labels.markdown, labels.send].map(
            async (name) =>
              [
                name,
                (await form.download(form.form.getByRole('button', { name, exact: true }))).text,
              ] as const,
          ),
        ),
      ),
    });
    for (const [where, text] of Object.entries(await leaves())) expectOpenPart(text, where);
    await form.markDone();
    expectOpenPart(await form.done.innerText(), 'done');
    // The copy of the kit has it all.
    const copy = await form.download(form.button(labels.keepCopy));
    expect(copy.text).toContain(answers[secondText.id]);

    await form.button(labels.reopen).click();
    for (const field of hidden) {
      await expect(keepPrivate(form, field)).toBeChecked();
      await keepPrivate(form, field).uncheck();
    }
    await form.openTools();
    for (const [where, text] of Object.entries(await leaves())) {
      for (const secret of [answers[secondText.id], scale.label]) expect(text, where).toContain(secret);
    }
    await form.markDone();
    for (const secret of secrets) await expect(form.done).toContainText(secret);
  });

  test('is on paper only when one says so, that once', async ({ page }) => {
    await page.addInitScript(() => (window.print = () => undefined));
    const form = await writePrivately(page);
    const expectWithout = async () => {
      const text = await paper(page);
      expect(text).toContain(unspaced(String(answers[firstText.id])));
      for (const secret of secrets) expect(text).not.toContain(unspaced(secret));
    };
    await expectWithout();
    await form.button(labels.print).click();
    await form.button(labels.printWithout).click();
    await expectWithout();
    await form.button(labels.print).click();
    await form.button(labels.printWith).click();
    const text = await paper(page);
    for (const secret of secrets) expect(text).toContain(unspaced(secret));
    await expectWithout();
  });

  test('is not beside the other person’s answers, not on the first page, in My kit or in a preview', async ({
    page,
    somebodyElse,
  }) => {
    const theirs = { [firstText.id]: 'Their first', [secondText.id]: 'Their second', [scale.id]: 5 };
    const from = { kit: 'elsewhere', at: '2026-02-03T09:00:00.000Z' };
    await store(page, {
      ...mentorship('amira'),
      ...sheet('theirs', theirs, { from, side: 'mentor', done: '2026-02-03T08:00:00.000Z' }),
      ...sheet(
        'agreed',
        { changes: [{ id: 'x', what: 'Ask for another mentor', who: 'me' }] },
        { hidden: ['changes'], done: '2026-02-04T08:00:00.000Z' },
      ),
    });
    const form = await writePrivately(page);
    await form.markDone();
    const both = page.locator('.both');
    await expect(both).toContainText('Their second');
    await expect(both.getByRole('region', { name: secondText.label })).toContainText(labels.noAnswer);
    const shown = await both.innerText();
    expect(shown).toContain(answers[firstText.id]);
    for (const secret of [answers[secondText.id] as string, box!.label, boxes.label]) {
      expect(shown).not.toContain(secret);
    }

    /** Every word of a page, in folds as well. */
    const wordsOf = (page: Page) => page.locator('main').evaluate((main) => main.textContent);
    await page.goto('');
    await expect(page.getByRole('region', { name: words.home.doneTitle })).toBeVisible();
    const seen = [await wordsOf(page)];
    const kit = await new KitPage(page).open();
    await expect(kit.sheets).toHaveCount(3);
    seen.push(await wordsOf(page));
    const copy = await kit.copy();
    for (const text of [answers[secondText.id] as string, 'Ask for another mentor']) {
      expect(copy.text).toContain(text);
    }

    const elsewhere = await (await somebodyElse()).newPage();
    const open = await new OpenPage(elsewhere).open();
    await open.file(copy.text);
    await expect(open.preview).toBeVisible();
    seen.push(await wordsOf(elsewhere));
    for (const text of seen) {
      for (const secret of [answers[secondText.id] as string, box!.label, 'Ask for another mentor']) {
        expect(text).not.toContain(secret);
      }
    }
    await open.putIn();
    const again = await new SheetPage(elsewhere).open(`#${await ownSheet(elsewhere)}`);
    await again.button(labels.reopen).click();
    await again.expectAnswers(answers);
    for (const field of hidden) await expect(keepPrivate(again, field)).toBeChecked();
  });
});

/** The id of the sheet that was written in the page, and not by hand. */
async function ownSheet(page: Page): Promise<string> {
  const [, id] = Object.keys(await records(page))
    .map((key) => /:sheet:(.+)$/.exec(key) ?? [])
    .find(([, id]) => id !== undefined && !['theirs', 'agreed'].includes(id))!;
  return id!;
}
