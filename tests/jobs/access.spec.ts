// Every job is open to people who use a screen reader, the keyboard, other colours or no motion.
import { expectAccessible } from './support/axe';
import { answersFor, beforeWeTalk, fieldsWithDeeper, firstText, SheetPage } from './support/sheet';
import { sitePages } from './support/site';
import { expect, test } from './support/test';
import { site, words } from './support/words';

const labels = words.worksheet;
/** One page of each kind. */
const kinds = ['', 'guide/', 'guide/start/', 'questions/', 'search/', `worksheets/${beforeWeTalk.id}/`];

/** A mark as it is spoken: "1, I keep it to myself". */
const meaning = (mark: number, end: string) => new RegExp(`^${mark} ?, ${end}$`);

test.describe('axe finds nothing, in light and in dark,', () => {
  for (const path of sitePages()) {
    test(`on /${path}`, async ({ page }) => {
      await page.goto(path);
      await expectAccessible(page);
    });
  }

  test.describe('on a page that is not there', () => {
    test.use({ expected: { messages: [/404/] } });
    test('at all', async ({ page }) => {
      await page.goto('not/there');
      await expectAccessible(page);
    });
  });

  test('on a filled sheet with everything open', async ({ page }) => {
    const sheet = await new SheetPage(page).open();
    await sheet.side('mentee').check();
    await sheet.answer(answersFor());
    await page.getByText(labels.example).click();
    await sheet.openTools();
    await expectAccessible(page);
  });

  test('on a sheet with a deeper question, offered and taken', async ({ page }) => {
    const [first, second] = fieldsWithDeeper;
    const sheet = await new SheetPage(page).open();
    await sheet.side('mentor').check();
    for (const field of [first!, second!]) {
      await sheet.text(field).fill('Fine');
      await sheet.text(field).blur();
    }
    await expect(sheet.nudge).toHaveCount(2);
    await sheet.button(labels.nudgeTake).first().click();
    await expect(sheet.nudge).toHaveCount(1);
    await expectAccessible(page);
  });

  test('on a sheet that was called done too soon, and one that is cleared', async ({ page }) => {
    const sheet = await new SheetPage(page).open();
    await sheet.button(labels.done).click();
    await expect(page.getByText(labels.doneEmpty)).toBeVisible();
    await sheet.text(firstText).fill('Something');
    await sheet.openTools();
    await sheet.button(labels.clear).click();
    await expect(sheet.button(labels.undo)).toBeVisible();
    await expectAccessible(page);
  });

  test('on a done sheet, on the one after it, and on the first page then', async ({ page }) => {
    const sheet = await new SheetPage(page).open();
    await sheet.side('mentee').check();
    await sheet.answer(answersFor());
    await sheet.markDone();
    await expectAccessible(page);
    await sheet.button(labels.startNew).click();
    await expect(sheet.button(labels.earlierLook)).toBeVisible();
    await expectAccessible(page, 'main');
    await page.goto('');
    await expect(page.getByRole('region', { name: words.home.doneTitle })).toBeVisible();
    await expectAccessible(page);
  });

  test('while the page asks about the private part', async ({ page }) => {
    const sheet = await new SheetPage(page).open();
    await sheet.answer(answersFor());
    await sheet.button(labels.print).click();
    await expect(sheet.printQuestion).toBeVisible();
    await expectAccessible(page);
  });

  const troubles: Record<string, () => void> = {
    blockedTitle: () => Object.defineProperty(window, 'localStorage', { get: () => null }),
    fullTitle: () => {
      Storage.prototype.setItem = () => {
        throw new DOMException('Full', 'QuotaExceededError');
      };
    },
    damagedTitle: () => localStorage.setItem('{storage}:sheet:x', 'a wreck'),
    newerTitle: () =>
      localStorage.setItem(
        '{storage}:sheet:x',
        JSON.stringify({
          format: 9,
          revision: 1,
          savedAt: '2026-02-01T09:00:00Z',
          data: {
            id: 'x',
            worksheet: 'before-we-talk',
            mentorship: 'y',
            started: '2026-02-01T09:00:00Z',
            answers: { 'going-well': { asked: 'What?', value: 'Much' } },
            nudged: [],
          },
        }),
      ),
  };
  for (const [title, cause] of Object.entries(troubles)) {
    test(`when the sheet is in trouble: ${title}`, async ({ page }) => {
      await page.addInitScript(`(${String(cause).replaceAll('{storage}', site.storage)})()`);
      const sheet = await new SheetPage(page).open();
      await sheet.text(firstText).fill('Written all the same');
      await expect(sheet.trouble.getByRole('heading')).toHaveText(
        words.trouble[title as 'blockedTitle' | 'fullTitle' | 'damagedTitle' | 'newerTitle'],
      );
      await expectAccessible(page);
    });
  }
});

test.describe('what changes is told to who cannot see it', () => {
  test('trouble at once, the rest in its turn', async ({ page }) => {
    const sheet = await new SheetPage(page).open();
    await sheet.text(firstText).fill('Fine');
    await sheet.text(firstText).blur();
    // The place was there before its words, or a screen reader would not speak them.
    await expect(page.getByRole('status').filter({ hasText: labels.nudgeStart })).toBeVisible();
    await expect(page.getByRole('alert')).toBeAttached();
    await sheet.openTools();
    await sheet.button(labels.clear).click();
    await expect(page.getByRole('status').filter({ hasText: labels.cleared })).toBeVisible();
    await sheet.button(labels.done).click();
    await expect(page.getByRole('status').filter({ hasText: labels.doneEmpty })).toBeVisible();
    await expect(sheet.button(labels.done)).toHaveAccessibleDescription(labels.doneEmpty);
  });

  test('each question has its hint, and a mark says what it means', async ({ page }) => {
    const sheet = await new SheetPage(page).open();
    for (const field of beforeWeTalk.sections.flatMap(({ fields, more }) => (more ? [] : fields))) {
      const named = field.kind === 'scale' || 'options' in field ? sheet.group(field) : sheet.text(field);
      await expect(named).toHaveAccessibleName(field.label);
      if (field.hint) await expect(named).toHaveAccessibleDescription(field.hint);
      if (field.kind === 'scale') {
        const marks = named.getByRole('radio');
        await expect(marks).toHaveCount(5);
        await expect(marks.first()).toHaveAccessibleName(meaning(1, field.ends.low));
        await expect(marks.last()).toHaveAccessibleName(meaning(5, field.ends.high));
      }
    }
  });
});

test.describe('in colours of one’s own', () => {
  test.use({ contextOptions: { forcedColors: 'active' } });

  test('a choice, the focus and the private part can still be told', async ({ page }) => {
    const sheet = await new SheetPage(page).open();
    const look = (selector: string) =>
      page
        .locator(selector)
        .first()
        .evaluate((element) => {
          const { backgroundColor, borderTopWidth, borderTopStyle, outlineStyle } = getComputedStyle(element);
          return { backgroundColor, borderTopWidth, borderTopStyle, outlineStyle };
        });
    await sheet.side('mentee').check();
    const [chosen, not] = [await look('[name=side]:checked'), await look('[name=side]:not(:checked)')];
    expect(chosen.backgroundColor).not.toBe(not.backgroundColor);
    const ticks = sheet.page.getByRole('checkbox');
    await ticks.first().check();
    expect((await look('[type=checkbox]:checked')).backgroundColor).not.toBe(
      (await look('[type=checkbox]:not(:checked)')).backgroundColor,
    );
    await page.keyboard.press('Tab');
    expect((await look(':focus')).outlineStyle).not.toBe('none');
    for (const part of ['.field.private', '.button.first', 'textarea']) {
      expect((await look(part)).borderTopStyle, part).not.toBe('none');
    }
  });

  test('every kind of page can be read', async ({ page }) => {
    for (const path of kinds) {
      await page.goto(path);
      await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
    }
  });
});

test.describe('without motion', () => {
  test.use({ contextOptions: { reducedMotion: 'reduce' } });

  test('nothing moves, and the job is the same', async ({ page }) => {
    const moving = () =>
      page.evaluate(() =>
        document.getAnimations().map((one) => (one.effect?.getComputedTiming().duration ?? 0) !== 0),
      );
    for (const path of kinds) {
      await page.goto(path);
      expect(await moving(), path).not.toContain(true);
    }
    const sheet = await new SheetPage(page).open();
    await sheet.answer(answersFor());
    await sheet.markDone();
    expect(await moving()).not.toContain(true);
  });
});
