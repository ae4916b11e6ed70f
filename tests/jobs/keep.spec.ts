// What one writes is kept, or the page says at once that it is not: storage shut, full, damaged, or emptied.
import type { Page } from '@playwright/test';
import { answersFor, firstText, records, secondText, SheetPage } from './support/sheet';
import { expect, test } from './support/test';
import { anyOf, site, words } from './support/words';

const labels = words.worksheet;
const { trouble } = words;
/** A page of the site that touches no record, to prepare the storage from. */
const elsewhere = 'guide/';

test.beforeEach(({ context }) => context.grantPermissions(['clipboard-read', 'clipboard-write']));

/** The sheet can be written in and taken along, whatever the storage does. */
async function expectUsable(sheet: SheetPage): Promise<void> {
  await expect(sheet.text(firstText)).toBeEditable();
  const text = 'Written all the same';
  await sheet.text(secondText).fill(text);
  expect(await sheet.copied(sheet.form.getByRole('button', { name: labels.copy }))).toContain(text);
  await sheet.openTools();
  const file = await sheet.download(sheet.form.getByRole('button', { name: labels.download, exact: true }));
  expect(file.text).toContain(text);
  await expect(sheet.text(secondText)).toHaveValue(text);
}

test.describe('when storage is', () => {
  const kinds: Record<string, () => void> = {
    'shut: touching it fails': () => {
      Object.defineProperty(window, 'localStorage', {
        get() {
          throw new DOMException('The operation is insecure.', 'SecurityError');
        },
      });
    },
    'not there at all': () => Object.defineProperty(window, 'localStorage', { get: () => null }),
    'shut for writing': () => {
      Storage.prototype.setItem = () => {
        throw new DOMException('The operation is insecure.', 'SecurityError');
      };
    },
  };
  for (const [kind, breakIt] of Object.entries(kinds)) {
    test(`${kind}, the page says so at once and goes on`, async ({ page }) => {
      await page.addInitScript(breakIt);
      const sheet = await new SheetPage(page).open();
      await expect(sheet.trouble.getByRole('heading', { name: trouble.blockedTitle })).toBeVisible();
      await expect(sheet.trouble.getByText(trouble.blocked)).toBeVisible();
      await expectUsable(sheet);
      await expect(sheet.saved).toHaveCount(0);
      // The way out stands beside the warning too.
      expect(await sheet.copied(sheet.trouble.getByRole('button', { name: labels.copy }))).toContain(
        'Written all the same',
      );

      await sheet.markDone();
      await expect(sheet.done.getByText('Written all the same')).toBeVisible();
      await expect(sheet.trouble).toContainText(trouble.blockedTitle);
      await sheet.button(labels.startNew).click();
      expect(await sheet.answers()).toEqual({});
      await expect(sheet.trouble).toContainText(trouble.blockedTitle);
      await sheet.text(firstText).fill('Cleared too soon');
      await sheet.openTools();
      await sheet.button(labels.clear).click();
      await sheet.button(labels.undo).click();
      await expect(sheet.text(firstText)).toHaveValue('Cleared too soon');
      await expect(sheet.trouble).toContainText(trouble.blockedTitle);
      await expect(page.getByText(labels.notYet).or(sheet.saved)).toHaveCount(0);

      await page.goto('');
      await expect(page.getByRole('link', { name: words.home.begin })).toBeVisible();
    });
  }
});

test.describe('when storage is full', () => {
  /** Fills what room there is, down to the last letter; returns how to make room again. */
  async function fillStorage(page: Page): Promise<() => Promise<void>> {
    await page.evaluate(() => {
      let at = 0;
      for (let size = 4 << 20; size >= 1;) {
        try {
          localStorage.setItem(`other-site:${at}`, 'x'.repeat(size));
          at++;
        } catch {
          size = Math.floor(size / 2);
        }
      }
    });
    return () =>
      page.evaluate(() => {
        for (const key of Object.keys(localStorage)) {
          if (key.startsWith('other-site:')) localStorage.removeItem(key);
        }
      });
  }

  test('from the start, the page says so before a word is written, and saves once there is room', async ({
    page,
  }) => {
    await page.goto(elsewhere);
    await fillStorage(page);
    const sheet = await new SheetPage(page).open();
    await expect(sheet.trouble.getByRole('heading', { name: trouble.fullTitle })).toBeVisible();
    await expect(sheet.trouble.getByText(trouble.full)).toBeVisible();
    await expectUsable(sheet);

    await page.evaluate(() => localStorage.clear());
    await sheet.text(firstText).fill('Room again');
    await expect(sheet.saved).toBeVisible();
    await expect(sheet.trouble).toBeEmpty();
    await sheet.reload();
    await sheet.expectAnswers({ [firstText.id]: 'Room again', [secondText.id]: 'Written all the same' });
  });

  test('in the middle of a sentence, the page says so at once; with room again all of it is saved', async ({
    page,
  }) => {
    const sheet = await new SheetPage(page).open();
    await sheet.text(firstText).fill('We start late, ');
    await expect(sheet.saved).toBeVisible();
    const makeRoom = await fillStorage(page);

    await sheet.text(firstText).pressSequentially('and then the end is rushed');
    await expect(sheet.trouble.getByRole('heading', { name: trouble.fullTitle })).toBeVisible();
    await expect(sheet.saved).toHaveCount(0);
    await expect(sheet.text(firstText)).toBeFocused();
    await page.keyboard.type(', so my questions');
    await expect(sheet.text(firstText)).toHaveValue(
      'We start late, and then the end is rushed, so my questions',
    );
    await expectUsable(sheet);

    await makeRoom();
    await sheet.text(firstText).press('End');
    await page.keyboard.type(' drop off.');
    await expect(sheet.saved).toBeVisible();
    await expect(sheet.trouble).toBeEmpty();
    await sheet.reload();
    await sheet.expectAnswers({
      [firstText.id]: 'We start late, and then the end is rushed, so my questions drop off.',
      [secondText.id]: 'Written all the same',
    });
  });

  test('a sheet can still be cleared, and the way back holds', async ({ page }) => {
    const sheet = await new SheetPage(page).open();
    const answers = answersFor();
    await sheet.answer(answers);
    await sheet.reload();
    await fillStorage(page);
    await sheet.openTools();
    await sheet.button(labels.clear).click();
    // Either it was cleared and comes back, or it was not cleared and the page says why.
    if (await page.getByText(labels.cleared).isVisible()) await sheet.button(labels.undo).click();
    else await expect(page.getByText(labels.clearFailed)).toBeVisible();
    await sheet.expectAnswers(answers);
    await sheet.reload();
    await sheet.expectAnswers(answers);
  });
});

test.describe('a record that cannot be read', () => {
  const wellFormed = JSON.stringify({
    format: 1,
    revision: 3,
    savedAt: '2026-02-01T09:00:00.000Z',
    data: {
      id: 'sheet-of-old',
      worksheet: 'before-we-talk',
      mentorship: 'the-one',
      started: '2026-02-01T08:00:00.000Z',
      answers: { 'going-well': { asked: 'What?', value: 'Words I would miss: “été” 🙂' } },
      nudged: [],
    },
  });
  const key = `${site.storage}:sheet:sheet-of-old`;
  const damage: Record<string, string> = {
    'was cut short': wellFormed.slice(0, -60),
    'is no JSON': 'Ines, Tuesday: we start late\n\nand “I” say nothing.',
    'is empty': '',
    'is of another type': '"just a sentence"',
    'lacks its envelope': JSON.stringify({ note: 'what I wrote' }),
    'holds wrong data': wellFormed.replace('"answers":{', '"answers":null,"once":{'),
    'holds a date that is none': wellFormed.replace('2026-02-01T08:00:00.000Z', 'last Tuesday'),
  };

  const store = (page: Page, entries: Record<string, string>) =>
    page.evaluate((all) => {
      for (const [name, text] of Object.entries(all)) localStorage.setItem(name, text);
    }, entries);

  for (const [kind, text] of Object.entries(damage)) {
    test(`because it ${kind} is set aside, said, and offered whole`, async ({ page, isMobile }) => {
      test.skip(isMobile && kind !== 'is no JSON', 'one of them shows how it looks');
      await page.goto(elsewhere);
      await store(page, { [key]: text });
      const sheet = await new SheetPage(page).open();
      await expect(sheet.trouble.getByRole('heading', { name: trouble.damagedTitle })).toBeVisible();
      await expect(sheet.trouble.getByText(trouble.damaged)).toBeVisible();
      expect(await sheet.answers()).toEqual({});
      expect(await records(page)).not.toHaveProperty([key]);

      const file = await sheet.download(sheet.button(trouble.damagedDownload));
      expect(file.text).toBe(text);
      expect(file.name).toMatch(/^[\w-]+\.txt$/);

      await sheet.text(firstText).fill('A new sheet');
      await expect(sheet.saved).toBeVisible();
      await sheet.reload();
      await expect(sheet.text(firstText)).toHaveValue('A new sheet');
      // Told again until it is taken away.
      await expect(sheet.trouble).toContainText(trouble.damagedTitle);
      await sheet.button(trouble.damagedForget).click();
      await expect(sheet.trouble).toBeEmpty();
      await sheet.reload();
      await expect(sheet.trouble).toBeEmpty();
      await expect(sheet.text(firstText)).toHaveValue('A new sheet');
      if (text !== '') expect(Object.values(await records(page))).not.toContain(text);
    });
  }

  test('hides no other sheet, and each one is offered', async ({ page }) => {
    await page.goto(elsewhere);
    await store(page, {
      [key]: wellFormed,
      [`${site.storage}:sheet:a`]: 'first wreck',
      [`${site.storage}:sheet:b`]: '{"second":"wreck"',
    });
    const sheet = await new SheetPage(page).open();
    await expect(sheet.text(firstText)).toHaveValue('Words I would miss: “été” 🙂');
    const buttons = sheet.button(trouble.damagedDownload);
    await expect(buttons).toHaveCount(2);
    const texts = [await sheet.download(buttons.first()), await sheet.download(buttons.last())];
    expect(texts.map(({ text }) => text).sort()).toEqual(['first wreck', '{"second":"wreck"']);
    await sheet.button(trouble.damagedForget).first().click();
    await expect(buttons).toHaveCount(1);
  });

  test('does not stop the first page', async ({ page }) => {
    await page.goto(elsewhere);
    await store(page, { [key]: 'a wreck' });
    await page.goto('');
    await expect(page.getByRole('link', { name: words.home.begin })).toBeVisible();
    const sheet = await new SheetPage(page).open();
    expect((await sheet.download(sheet.button(trouble.damagedDownload))).text).toBe('a wreck');
  });

  test.describe('because a newer version of the site wrote it', () => {
    const newer = wellFormed
      .replace('"format":1', '"format":9')
      .replace('"nudged"', '"mood":"hopeful","nudged"');

    test('is shown as far as it can be read, and nothing in it is changed', async ({ page }) => {
      await page.goto(elsewhere);
      await store(page, { [key]: newer });
      const sheet = await new SheetPage(page).open();
      await expect(sheet.trouble.getByRole('heading', { name: trouble.newerTitle })).toBeVisible();
      await expect(sheet.text(firstText)).toHaveValue('Words I would miss: “été” 🙂');
      await sheet.text(firstText).fill('Overwritten');
      await sheet.text(secondText).fill('And more');
      await expect(sheet.trouble.getByText(trouble.newer)).toBeVisible();
      await expect(sheet.saved).toHaveCount(0);
      await sheet.markDone();
      await page.goto('');
      expect((await records(page))[key]).toBe(newer);
    });

    test('in a way that cannot be read at all, stays as it is too', async ({ page }) => {
      await page.goto(elsewhere);
      const strange = newer.replace('"answers":{', '"answers":7,"pages":{');
      await store(page, { [key]: strange });
      const sheet = await new SheetPage(page).open();
      await sheet.text(firstText).fill('My own');
      await expect(sheet.saved).toBeVisible();
      await sheet.markDone();
      await page.goto('');
      expect((await records(page))[key]).toBe(strange);
    });
  });
});

test.describe('when storage is emptied while the sheet is open', () => {
  test('one types on, and all of it is saved again', async ({ page, context }) => {
    const sheet = await new SheetPage(page).open();
    const answers = answersFor();
    await sheet.side('mentee').check();
    await sheet.answer(answers);
    await expect(sheet.saved).toBeVisible();
    const other = await context.newPage();
    await other.goto(elsewhere);
    await other.evaluate(() => localStorage.clear());
    await other.close();

    await sheet.text(firstText).fill('Still here');
    await sheet.reload();
    await sheet.expectAnswers({ ...answers, [firstText.id]: 'Still here' });
    await expect(sheet.side('mentee')).toBeChecked();
  });

  test('a done sheet can still be changed, and is saved again', async ({ page }) => {
    const sheet = await new SheetPage(page).open();
    await sheet.text(firstText).fill('Ready');
    await sheet.markDone();
    await page.evaluate(() => localStorage.clear());
    await sheet.button(labels.reopen).click();
    await sheet.text(secondText).fill('One more');
    await sheet.reload();
    await sheet.expectAnswers({ [firstText.id]: 'Ready', [secondText.id]: 'One more' });
  });
});

test('a sheet of an earlier day says which day it was saved', async ({ page }) => {
  await page.clock.install({ time: new Date('2026-03-02T18:30:00Z') });
  const sheet = await new SheetPage(page).open();
  await sheet.text(firstText).fill('On a Monday');
  await page.clock.runFor(2000);
  await expect(sheet.saved).toHaveText(labels.saved.replace('{time}', '18:30'));
  await page.clock.setFixedTime(new Date('2026-03-04T09:00:00Z'));
  await sheet.reload();
  await expect(sheet.saved).toHaveText(anyOf(labels.saved));
  await expect(sheet.saved).toContainText('2 Mar 2026');
});
