// Two tabs of one kit: both are kept, whoever writes when, and nothing moves under the hand that types.
import type { Page } from '@playwright/test';
import { fill } from '../../src/domain/words/fill';
import { expectAccessible } from './support/axe';
import { elsewhere, keyFor, KitPage, mentorship, sheet, store } from './support/kit';
import { beforeWeTalk, firstText, privateText, records, secondText, SheetPage } from './support/sheet';
import { expect, test } from './support/test';
import { words } from './support/words';

test.skip(({ isMobile }) => isMobile, 'the same on any screen');

const labels = words.worksheet;
const { trouble } = words;
const fields = beforeWeTalk.sections.flatMap((section) => section.fields);
const scale = fields.find(({ kind }) => kind === 'scale')!;
const boxes = fields.find(({ kind }) => kind === 'multiple-choice')!;

/** A kit with one sheet, open in a tab. */
async function begin(page: Page, text = 'Begun'): Promise<SheetPage> {
  await store(page, { ...mentorship('amira'), ...sheet('a', { [firstText.id]: text }) });
  return new SheetPage(page).open();
}

/** A tab that sleeps: it hears nothing of what the others write. */
async function asleep(page: Page): Promise<Page> {
  await page.addInitScript(() =>
    window.addEventListener('storage', (event) => event.stopImmediatePropagation(), true),
  );
  return page;
}

/** Waits until the sheet lies in storage with these words. */
const stored = (page: Page, text: string) =>
  expect.poll(async () => (await records(page))[keyFor('sheet', 'a')]).toContain(text);

/** The words of other tabs that wait beside a field, and the choice among them. */
const others = ({ page }: SheetPage, { label }: { label: string } = firstText) =>
  page.getByRole('group', { name: fill(labels.othersTitle, { question: label }) });

test.describe('what is written in different fields', () => {
  test('of three tabs is kept, and shown in each of them at once', async ({ page, context }) => {
    const tabs = [await begin(page)];
    for (let n = 0; n < 2; n++) tabs.push(await new SheetPage(await context.newPage()).open());
    const [one, two, three] = tabs as [SheetPage, SheetPage, SheetPage];
    await one.text(secondText).fill('From the first');
    await two.text(privateText).fill('From the second');
    await two.side('mentee').check();
    await three.answer({ [scale.id]: 4, [boxes.id]: ['focus', 'shape'] });
    const all = {
      [firstText.id]: 'Begun',
      [secondText.id]: 'From the first',
      [privateText.id]: 'From the second',
      [scale.id]: 4,
      [boxes.id]: ['focus', 'shape'],
    };
    for (const tab of tabs) {
      await tab.expectAnswers(all);
      await expect(tab.side('mentee')).toBeChecked();
    }
    // What is taken back in one is taken back in all.
    await one.text(firstText).fill('');
    for (const tab of tabs) await expect(tab.text(firstText)).toHaveValue('');
    for (const tab of [three, one, two]) {
      await tab.reload();
      await expect(tab.text(firstText)).toHaveValue('');
      await expect(tab.text(secondText)).toHaveValue('From the first');
    }
  });

  test('comes in without moving the hand that types', async ({ page, context }) => {
    const one = await begin(page);
    const two = await new SheetPage(await context.newPage()).open();
    await one.text(secondText).focus();
    await page.keyboard.type('We st late');
    for (let n = 0; n < 5; n++) await page.keyboard.press('ArrowLeft');
    await two.text(firstText).fill('Begun, and\nwent\non');
    await two.answer({ [scale.id]: 2 });
    await expect(one.text(firstText)).toHaveValue('Begun, and\nwent\non');
    await expect(one.group(scale).getByRole('radio').nth(1)).toBeChecked();
    await expect(one.text(secondText)).toBeFocused();
    await page.keyboard.type('art');
    await expect(one.text(secondText)).toHaveValue('We start late');
    await expect(two.text(secondText)).toHaveValue('We start late');
    // A blank that is to be followed by a word is not taken away either.
    await one.text(privateText).focus();
    await page.keyboard.type('  ');
    await two.answer({ [scale.id]: 3 });
    await expect(one.group(scale).getByRole('radio').nth(2)).toBeChecked();
    await page.keyboard.type('set in');
    await expect(one.text(privateText)).toHaveValue('  set in');
  });

  test('is kept although both tabs saved in the very same moment', async ({ page, context }) => {
    const one = await begin(page);
    await expect(one.saved).toBeVisible();
    const other = await context.newPage();
    await other.goto('guide/');
    // What another tab would store that has not seen the words typed next.
    const [key, unseen] = await other.evaluate(() => {
      const name = Object.keys(localStorage).find((one) => one.includes(':sheet:')) ?? '';
      return [name, localStorage.getItem(name) ?? ''] as const;
    });
    await one.text(secondText).fill('Saved in this tab');
    await expect.poll(async () => (await records(page))[key]).toContain('Saved in this tab');
    const record = JSON.parse(unseen) as { revision: number; data: { answers: Record<string, unknown> } };
    record.revision += 1;
    record.data.answers[firstText.id] = { asked: firstText.label, value: 'Saved in the other' };
    await other.evaluate(([name, text]) => localStorage.setItem(name, text), [
      key,
      JSON.stringify(record),
    ] as const);
    await expect(one.text(firstText)).toHaveValue('Saved in the other');
    await expect(one.text(secondText)).toHaveValue('Saved in this tab');
    await expect.poll(async () => (await records(page))[key]).toContain('Saved in this tab');
    expect((await records(page))[key]).toContain('Saved in the other');
  });

  test('reaches a tab that slept with its next word, before it writes there itself', async ({
    page,
    context,
  }) => {
    const one = await begin(await asleep(page));
    const two = await new SheetPage(await context.newPage()).open();
    await two.text(secondText).fill('From the tab that was awake');
    await expect(two.saved).toBeVisible();
    await one.text(firstText).fill('Slept');
    await expect(two.text(firstText)).toHaveValue('Slept');
    await expect(one.text(secondText)).toHaveValue('From the tab that was awake');
    await one.text(secondText).press('End');
    await page.keyboard.type(', and went on');
    await expect(two.text(secondText)).toHaveValue('From the tab that was awake, and went on');
  });
});

test.describe('what is written in the same field of two tabs', () => {
  const mine = 'We start late, and end in a rush';
  const theirs = 'It is the room, not the hour';

  /** Both write in one field before they hear of each other; the sleeper last, so that it finds the other's words. */
  async function collide(page: Page): Promise<[SheetPage, SheetPage]> {
    const sleeper = await begin(await asleep(page));
    const other = await new SheetPage(await page.context().newPage()).open();
    await other.text(firstText).fill(theirs);
    await stored(page, theirs);
    await sleeper.text(firstText).fill(mine);
    await expect(others(sleeper)).toContainText(theirs);
    return [sleeper, other];
  }

  const choices = {
    'keep both': { label: labels.othersBoth, text: `${mine}\n${theirs}` },
    'take the other': { label: labels.othersTake, text: theirs },
    'keep one’s own': { label: labels.othersLeave, text: mine },
  };
  for (const [choice, { label, text }] of Object.entries(choices)) {
    test(`is kept until the person chooses: ${choice}`, async ({ page }) => {
      const [sleeper, other] = await collide(page);
      await expect(sleeper.text(firstText)).toHaveValue(mine);
      await expect(others(sleeper)).toContainText(labels.others);
      // The other tab hears of it, with the words that came last in the field and its own beside it.
      await expect(others(other)).toContainText(theirs);
      await expect(other.text(firstText)).toHaveValue(mine);
      await sleeper.reload();
      await expect(others(sleeper)).toContainText(theirs);
      if (choice === 'keep both') await expectAccessible(page, 'form');
      await others(sleeper).getByRole('button', { name: label, exact: true }).click();
      for (const tab of [sleeper, other]) {
        await expect(tab.text(firstText)).toHaveValue(text);
        await expect(others(tab)).toHaveCount(0);
      }
      await other.reload();
      await other.expectAnswers({ [firstText.id]: text });
    });
  }

  test('stays beside the field while one types on, and leaves with the sheet when it is sent', async ({
    page,
    context,
  }) => {
    await context.grantPermissions(['clipboard-read', 'clipboard-write']);
    const [sleeper] = await collide(page);
    await sleeper.text(firstText).press('End');
    await page.keyboard.type('. Always.');
    await expect(sleeper.text(firstText)).toHaveValue(`${mine}. Always.`);
    await expect(others(sleeper)).toContainText(theirs);
    const copied = await sleeper.copied(sleeper.form.getByRole('button', { name: labels.copy }));
    for (const text of [`${mine}. Always.`, theirs]) expect(copied).toContain(text);
    await sleeper.markDone();
    for (const text of [`${mine}. Always.`, theirs]) await expect(sleeper.done).toContainText(text);
  });

  test('is one of two marks, of which one stays', async ({ page, context }) => {
    const sleeper = await begin(await asleep(page));
    const other = await new SheetPage(await context.newPage()).open();
    await other.answer({ [scale.id]: 5 });
    await stored(page, '"value":5');
    await sleeper.answer({ [scale.id]: 1 });
    await expect(others(sleeper, scale)).toContainText(fill(labels.scaleMark, { n: 5 }));
    await others(sleeper, scale).getByRole('button', { name: labels.othersTake }).click();
    await expect(sleeper.group(scale).getByRole('radio').nth(4)).toBeChecked();
    await expect(others(sleeper, scale)).toHaveCount(0);
    await sleeper.reload();
    await sleeper.expectAnswers({ [firstText.id]: 'Begun', [scale.id]: 5 });
  });
});

test.describe('when what is kept goes while a tab is open', () => {
  test('because another tab emptied the storage, it is said, and typing on saves all again', async ({
    page,
    context,
  }) => {
    await context.grantPermissions(['clipboard-read', 'clipboard-write']);
    const form = await begin(page);
    await form.answer({ [scale.id]: 2, [secondText.id]: 'We start late' });
    await stored(page, 'We start late');
    const other = await context.newPage();
    await other.goto(elsewhere);
    await other.evaluate(() => localStorage.clear());
    await expect(form.trouble.getByRole('heading', { name: trouble.goneTitle })).toBeVisible();
    await expectAccessible(page, '.desk');
    const copied = await form.copied(form.trouble.getByRole('button', { name: labels.copy }));
    expect(copied).toContain('We start late');
    const file = await form.download(form.trouble.getByRole('button', { name: labels.download }));
    expect(file.text).toContain('We start late');

    await form.text(firstText).fill('Begun again');
    await expect(form.saved).toBeVisible();
    await expect(form.trouble).toBeEmpty();
    await form.reload();
    const all = { [firstText.id]: 'Begun again', [secondText.id]: 'We start late', [scale.id]: 2 };
    await form.expectAnswers(all);
    await expect((await new KitPage(other).open()).sheets).toHaveCount(1);
  });

  test('because it was deleted in My kit, it is said, and typing on brings it back', async ({
    page,
    context,
  }) => {
    const form = await begin(page);
    const kit = await new KitPage(await context.newPage()).open();
    await kit.delete(kit.sheets);
    await expect(form.trouble).toContainText(trouble.goneTitle);
    await expect(form.text(firstText)).toHaveValue('Begun');
    await form.text(secondText).fill('And went on');
    await expect(form.trouble).toBeEmpty();
    await expect(kit.sheets).toHaveCount(1);
    await form.reload();
    await form.expectAnswers({ [firstText.id]: 'Begun', [secondText.id]: 'And went on' });
    // With its mentorship as well.
    await kit.page.locator('summary', { hasText: words.kit.name }).click();
    await kit.button(words.kit.deleteMentorship).click();
    await expect(form.trouble).toContainText(trouble.goneTitle);
    await form.text(secondText).fill('And on');
    await expect(kit.sheets).toHaveCount(1);
    await form.reload();
    await form.expectAnswers({ [firstText.id]: 'Begun', [secondText.id]: 'And on' });
  });

  test('and comes back by undo in the other tab, both are the same again', async ({ page, context }) => {
    const form = await begin(page);
    const kit = await new KitPage(await context.newPage()).open();
    await kit.delete(kit.sheets);
    await expect(form.trouble).toContainText(trouble.goneTitle);
    await kit.button(words.kit.undo).click();
    await expect(form.trouble).toBeEmpty();
    await expect(form.saved).toBeVisible();
  });
});

test('a tab that is killed while one types loses at most the last second', async ({ page, context }) => {
  const form = await begin(page);
  await form.text(secondText).fill('Typed a second ago');
  await stored(page, 'a second ago');
  // Without a pause in which it could save.
  await form.text(secondText).press('End');
  await page.keyboard.type(', and on, and on, and on', { delay: 60 });
  const crashed = page.waitForEvent('crash');
  const devTools = await context.newCDPSession(page);
  void devTools.send('Page.crash').catch(() => undefined);
  await crashed;
  const again = await new SheetPage(await context.newPage()).open();
  await expect(again.text(secondText)).toHaveValue(/^Typed a second ago, and on/);
});

test('a clock that was set back loses nothing', async ({ page, context }) => {
  await page.clock.setFixedTime(new Date('2026-03-15T10:00:00Z'));
  const form = await begin(page);
  await form.text(secondText).fill('On Sunday');
  await expect(form.saved).toBeVisible();
  await form.reload();
  await page.clock.setFixedTime(new Date('2026-03-14T10:00:00Z'));
  await form.reload();
  await form.text(firstText).fill('Begun, and Saturday again');
  await form.reload();
  const all = { [firstText.id]: 'Begun, and Saturday again', [secondText.id]: 'On Sunday' };
  await form.expectAnswers(all);
  // The other tab has the other day, and hears of it all the same.
  const two = await new SheetPage(await context.newPage()).open();
  await two.text(privateText).fill('Today');
  await expect(form.text(privateText)).toHaveValue('Today');
  await form.markDone();
  await form.button(labels.startNew).click();
  await form.text(firstText).fill('The next');
  await expect(form.saved).toBeVisible();
  const kit = await new KitPage(page).open();
  await expect(kit.sheets).toHaveCount(2);
});
