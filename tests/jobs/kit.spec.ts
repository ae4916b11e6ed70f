// The job: look after what one has written. Find it, name it, say what came of it, copy it, delete it, get it back.
import type { Page } from '@playwright/test';
import { fill } from '../../src/domain/words/fill';
import { expectAccessible } from './support/axe';
import { enterLink, tabTo } from './support/keyboard';
import {
  allData,
  dataOf,
  dayText,
  downloaded,
  elsewhere,
  KitPage,
  keyFor,
  mentorship,
  settings,
  sheet,
  store,
  unfold,
} from './support/kit';
import { beforeWeTalk, firstText, privateText, records, secondText, SheetPage } from './support/sheet';
import { expect, test } from './support/test';
import { anyOf, site, words } from './support/words';

const labels = words.kit;
const secret = 'The job offer from Leeds.';

/** Two people, four sheets, three things agreed: a kit of some months. */
const agreed = [
  { id: 'start', what: 'Start with her question', who: 'Owen', by: '2026-03-01' },
  { id: 'text', what: 'Text in between', who: 'both', by: '2026-05-01' },
  { id: 'exam', what: 'Look at an old exam', who: 'Amira' },
];
const months = {
  ...mentorship('amira', { other: 'Amira' }),
  ...mentorship('owen', { other: 'Owen', started: '2026-01-20T09:00:00.000Z' }),
  ...sheet('first', { [firstText.id]: 'In January' }, { started: '2026-01-10T08:00:00.000Z' }),
  ...sheet(
    'talk',
    { [firstText.id]: 'In February', changes: agreed },
    { started: '2026-02-10T08:00:00.000Z', done: '2026-02-11T08:00:00.000Z' },
  ),
  ...sheet(
    'newest',
    { [firstText.id]: 'In March', [privateText.id]: secret },
    { started: '2026-03-10T08:00:00.000Z', savedAt: '2026-03-12T08:00:00.000Z' },
  ),
  ...sheet(
    'other',
    { [firstText.id]: 'With Owen' },
    { mentorship: 'owen', started: '2026-02-20T08:00:00.000Z' },
  ),
};
const withOne = (name: string) => fill(labels.with, { name });
const midMarch = new Date('2026-03-15T10:00:00Z');

/** The site's own records in the browser, as they lie there. */
const kept = async (page: Page) =>
  Object.fromEntries(
    Object.entries(await records(page)).filter(([key]) => key.startsWith(`${site.storage}:`)),
  );

test.describe('an empty kit', () => {
  test.skip(({ isMobile }) => isMobile, 'the same on any screen');

  test('offers a first sheet and a way to bring a copy back, and no more', async ({ page }) => {
    const kit = await new KitPage(page).open();
    await expect(page.getByText(labels.empty)).toBeVisible();
    await expect(kit.link(labels.bringBack)).toBeVisible();
    for (const name of [labels.copyNow, labels.another, labels.deleteMentorship]) {
      await expect(kit.button(name)).toHaveCount(0);
    }
    await expect(page.locator('.kit summary')).toHaveCount(0);
    await expectAccessible(page);
    await kit.link(labels.emptyBegin).click();
    await new SheetPage(page).alive();
  });
});

test.describe('one mentorship', () => {
  test('turns up by itself; a name given later shows on its sheets and on the first page', async ({
    page,
  }) => {
    const open = await new SheetPage(page).open();
    await open.text(firstText).fill('Half a thought');
    await expect(open.saved).toBeVisible();
    const kit = await new KitPage(page).open();
    await expect(kit.heading(labels.unnamed)).toBeVisible();
    await expect(kit.sheets).toHaveCount(1);
    await expect(kit.sheets).toContainText(anyOf(labels.stateOpen));
    // With one there is nothing to choose, to filter or to put away.
    await unfold(page, labels.name);
    for (const more of [
      kit.which,
      page.getByRole('combobox', { name: labels.show }),
      kit.button(labels.archive),
    ]) {
      await expect(more).toHaveCount(0);
    }

    await kit.write({ other: ' Amira ' });
    await expect(kit.heading(withOne('Amira'))).toBeVisible();
    await expect(kit.said).toHaveText(labels.saved);
    await kit.link(fill(labels.goOn, { title: beforeWeTalk.title })).click();
    await open.alive();
    await expect(open.text(firstText)).toHaveValue('Half a thought');
    await expect(page.getByText(fill(words.worksheet.withOne, { name: 'Amira' }))).toBeVisible();
    await page.goto('');
    await expect(page.getByText(fill(words.home.openWith, { name: 'Amira' }))).toBeVisible();
  });

  test('that would end before it begins is not saved, and nothing typed is lost', async ({
    page,
    isMobile,
  }) => {
    test.skip(isMobile, 'the same on any screen');
    await store(page, {
      ...mentorship('amira', { other: 'Amira' }),
      ...sheet('a', { [firstText.id]: 'So' }),
    });
    const kit = await new KitPage(page).open();
    const before = await records(page);
    await kit.write({ other: 'Amira K.', me: 'Owen', begins: '2026-05-02', ends: '2026-05-01' });
    await expect(page.getByText(labels.endsFirst)).toBeVisible();
    await expect(kit.field('ends')).toHaveAccessibleDescription(labels.endsFirst);
    await expect(kit.field('ends')).toBeFocused();
    expect(await records(page)).toEqual(before);
    await expectAccessible(page, '.kit');

    // A hand that slips types years which no calendar has.
    await kit.field('ends').evaluate((field: HTMLInputElement) => (field.max = ''));
    await kit.write({ ends: '202611-11-30' });
    await expect(kit.field('ends')).toHaveAccessibleDescription(labels.noYear);
    await kit.write({ ends: '2026-11-30' });
    await expect(page.getByText(labels.endsFirst)).toHaveCount(0);
    const said = { other: 'Amira K.', me: 'Owen', begins: '2026-05-02', ends: '2026-11-30' };
    await expect(kit.heading(withOne('Amira K.'))).toBeVisible();
    await kit.reload();
    await unfold(page, labels.name);
    for (const [name, value] of Object.entries(said)) {
      await expect(kit.field(name as 'other')).toHaveValue(value);
    }
    await kit.write({ ends: '' });
    await expect(kit.said).toHaveText(labels.saved);
    expect(await dataOf(page, 'mentorship', 'amira')).not.toHaveProperty('ends');
  });
});

test.describe('a second mentorship', () => {
  test.skip(({ isMobile }) => isMobile, 'the same on any screen');

  test('can be added; each worksheet then says whose sheet it is, and goes to the other’s', async ({
    page,
  }) => {
    const open = await new SheetPage(page).open();
    await open.text(firstText).fill('About Amira');
    const kit = await new KitPage(page).open();
    await kit.write({ other: 'Amira' });
    await expect(kit.heading(withOne('Amira'))).toBeVisible();
    await kit.button(labels.another).click();
    await expect(kit.which.locator('option')).toHaveCount(2);
    await expect(page.getByText(labels.noSheets)).toBeVisible();
    await kit.write({ other: 'Owen' });
    await expect(kit.heading(withOne('Owen'))).toBeVisible();

    await open.open();
    expect(await open.answers()).toEqual({});
    const whose = page.getByLabel(words.worksheet.with, { exact: true });
    await expect(whose.locator(':checked')).toHaveText('Owen');
    await open.text(firstText).fill('About Owen');
    await whose.selectOption('Amira');
    await expect(open.text(firstText)).toHaveValue('About Amira');
    await open.text(secondText).fill('And more');
    await whose.selectOption('Owen');
    await open.expectAnswers({ [firstText.id]: 'About Owen' });
    // Both are chosen for good: the next visit begins where one was.
    await open.reload();
    await expect(whose.locator(':checked')).toHaveText('Owen');
    await whose.selectOption('Amira');
    await open.reload();
    await open.expectAnswers({ [firstText.id]: 'About Amira', [secondText.id]: 'And more' });
    await kit.open();
    await expect(kit.heading(withOne('Amira'))).toBeVisible();
  });

  test('a worksheet opens the newest sheet that is not done, a link the one it names', async ({ page }) => {
    await store(page, { ...months, ...settings({ current: 'amira' }) });
    const open = await new SheetPage(page).open();
    await expect(open.text(firstText)).toHaveValue('In March');
    const kit = await new KitPage(page).open();
    await kit.sheets.last().getByRole('link').click();
    await open.alive();
    await expect(open.text(firstText)).toHaveValue('In January');
    await open.markDone();
    await kit.open();
    await kit.sheets.first().getByRole('link').click();
    await open.alive();
    await open.markDone();
    // Nothing is left open with Amira: a new sheet begins.
    await open.open();
    expect(await open.answers()).toEqual({});
    await page.getByLabel(words.worksheet.with, { exact: true }).selectOption('Owen');
    await expect(open.text(firstText)).toHaveValue('With Owen');
  });

  test('sheets stand by date, can be told open from done, and a mentorship can be put away', async ({
    page,
  }) => {
    await store(page, { ...months, ...settings({ current: 'amira' }) });
    const kit = await new KitPage(page).open();
    const open = (time: string) => fill(labels.stateOpen, { date: dayText(time) });
    const done = fill(labels.stateDone, { date: dayText('2026-02-11') });
    const [march, january] = [open('2026-03-10'), open('2026-01-10')];
    const states = kit.sheets.locator('.meta');
    await expect(states).toHaveText([march, done, january]);
    const show = page.getByRole('combobox', { name: labels.show, exact: true });
    await show.selectOption(labels.showOpen);
    await expect(states).toHaveText([march, january]);
    await show.selectOption(labels.showDone);
    await expect(states).toHaveText([done]);

    await kit.which.selectOption(withOne('Owen'));
    await expect(kit.heading(withOne('Owen'))).toBeVisible();
    await unfold(page, labels.name);
    await kit.button(labels.archive).click();
    await expect(kit.which.locator('option').last()).toHaveText(`${withOne('Owen')} (${labels.archived})`);
    const form = await new SheetPage(page).open();
    await expect(page.getByLabel(words.worksheet.with, { exact: true })).toHaveCount(0);
    await expect(form.text(firstText)).toHaveValue('In March');
    await kit.open();
    await kit.which.selectOption({ index: 1 });
    await unfold(page, labels.name);
    await kit.button(labels.unarchive).click();
    await form.open();
    await expect(page.getByLabel(words.worksheet.with, { exact: true }).locator('option')).toHaveCount(2);
  });
});

test.describe('what two people agreed', () => {
  test('is open, overdue, kept, changed or dropped as they say, and the sheet stays as it was', async ({
    page,
    isMobile,
  }) => {
    test.skip(isMobile, 'the same on any screen');
    await page.clock.setFixedTime(midMarch);
    await store(page, { ...months, ...settings({ current: 'amira' }) });
    const record = (await records(page))[keyFor('sheet', 'talk')];
    const kit = await new KitPage(page).open();
    const row = (what: string) => kit.agreed.filter({ hasText: what });
    const outcome = (what: string) => page.getByLabel(`${labels.outcome} ${what}`, { exact: true });
    const [start, text, exam] = agreed.map(({ what }) => what) as [string, string, string];
    const [open, keptOnes, changed, dropped] = (['open', 'kept', 'changed', 'dropped'] as const).map(
      (one) => labels.outcomes[one],
    ) as [string, string, string, string];
    await expect(kit.agreed.locator('.agreed')).toHaveText([start, text, exam]);
    await expect(row(start)).toContainText(labels.overdue);
    for (const what of [text, exam]) await expect(row(what)).not.toContainText(labels.overdue);

    await outcome(start).selectOption(keptOnes);
    await outcome(text).selectOption(changed);
    await outcome(exam).selectOption(dropped);
    await expect(row(start)).not.toContainText(labels.overdue);
    await kit.reload();
    await expect(outcome(start).locator(':checked')).toHaveText(keptOnes);
    await expect(outcome(text).locator(':checked')).toHaveText(changed);
    await expect(outcome(exam).locator(':checked')).toHaveText(dropped);
    await outcome(start).selectOption(open);
    await expect(row(start)).toContainText(labels.overdue);
    await kit.reload();
    await expect(row(start)).toContainText(labels.overdue);
    await expect(row(text)).not.toContainText(labels.overdue);
    expect((await records(page))[keyFor('sheet', 'talk')]).toBe(record);
  });
});

test.describe('deleting', () => {
  test.skip(({ isMobile }) => isMobile, 'the same on any screen');

  test('a sheet can be undone at once, and brought back on another day', async ({ page }) => {
    await store(page, { ...months, ...settings({ current: 'amira' }) });
    const before = await allData(page);
    const kit = await new KitPage(page).open();
    await kit.delete(kit.sheets.first());
    await expect(kit.said).toContainText(fill(labels.deleted, { what: beforeWeTalk.title }));
    await expect(kit.sheets).toHaveCount(2);
    await kit.button(labels.undo).click();
    await expect(kit.said).toHaveText(labels.undone);
    await expect(kit.sheets).toHaveCount(3);
    expect(await allData(page)).toEqual(before);

    await kit.delete(kit.sheets.first());
    await kit.reload();
    await unfold(page, labels.trash);
    await expect(kit.trash).toHaveCount(1);
    await kit.trash.getByRole('button', { name: labels.restore }).click();
    await expect(kit.sheets).toHaveCount(3);
    await expect(kit.trash).toHaveCount(0);
    expect(await allData(page)).toEqual(before);
  });

  test('a mentorship takes its sheets along, and brings them back', async ({ page }) => {
    await store(page, { ...months, ...settings({ current: 'amira' }) });
    const before = await allData(page);
    const kit = await new KitPage(page).open();
    await unfold(page, labels.name);
    await kit.button(labels.deleteMentorship).click();
    await expect(kit.said).toContainText(fill(labels.deleted, { what: withOne('Amira') }));
    await expect(kit.heading(withOne('Owen'))).toBeVisible();
    await expect(kit.which).toHaveCount(0);
    await page.goto('');
    await expect(page.getByText(fill(words.home.openWith, { name: 'Owen' }))).toBeVisible();

    await kit.open();
    await unfold(page, labels.trash);
    await expect(kit.trash).toHaveCount(1);
    await kit.trash.getByRole('button', { name: labels.restore }).click();
    await kit.which.selectOption(withOne('Amira'));
    await expect(kit.sheets).toHaveCount(3);
    expect(await allData(page)).toEqual(before);
  });

  test('for good takes every word of it away, and nothing else', async ({ page }) => {
    await store(page, { ...months, ...settings({ current: 'amira' }) });
    const kit = await new KitPage(page).open();
    await kit.delete(kit.sheets.first());
    await unfold(page, labels.trash);
    await kit.trash.getByRole('button', { name: labels.purge }).click();
    await expect(kit.trash).toHaveCount(0);
    const left = JSON.stringify(await records(page));
    expect(left).not.toContain(secret);
    for (const text of ['In January', 'In February', 'With Owen']) expect(left).toContain(text);
  });

  test('everything asks first, offers a copy, and leaves nothing of the site', async ({ page }) => {
    await store(page, { ...months, 'other-site:note': 'not ours' });
    const kit = await new KitPage(page).open();
    await kit.delete(kit.sheets.first());
    await unfold(page, labels.all);
    const before = await kept(page);
    await kit.button(labels.all).click();
    await expect(kit.ask).toBeVisible();
    await expectAccessible(page);
    await page.keyboard.press('Escape');
    await expect(kit.ask).toBeHidden();
    expect(await kept(page)).toEqual(before);

    await kit.button(labels.all).click();
    const copy = await downloaded(page, kit.ask.getByRole('button', { name: labels.allCopy }));
    expect(copy.text).toContain('In January');
    await kit.ask.getByRole('button', { name: labels.allYes }).click();
    await expect(kit.said).toHaveText(labels.allDone);
    await expect(page.getByText(labels.empty)).toBeVisible();
    expect(await records(page)).toEqual({ 'other-site:note': 'not ours' });
    await kit.reload();
    await page.goto('');
    expect(await records(page)).toEqual({ 'other-site:note': 'not ours' });
  });
});

test.describe('what cannot be read or kept', () => {
  test.skip(({ isMobile }) => isMobile, 'the same on any screen');

  test('a damaged record is offered whole, a newer one is named and left alone', async ({ page }) => {
    const wreck = '{"format":2,"revision":1,"data":{"answers":"Words I would miss';
    const newer = Object.values(sheet('later', { [firstText.id]: 'From next year' }))[0]!.replace(
      /"format":\d+/,
      '"format":99',
    );
    await store(page, {
      ...months,
      [keyFor('sheet', 'wreck')]: wreck,
      [keyFor('sheet', 'later')]: newer,
    });
    const kit = await new KitPage(page).open();
    await expect(page.getByRole('heading', { name: labels.unread })).toBeVisible();
    await expect(page.getByText(labels.newer)).toBeVisible();
    await expectAccessible(page, '.kit');
    const file = await downloaded(page, kit.button(labels.unreadDownload));
    expect(file.text).toBe(wreck);
    // Both go along in a copy.
    const copy = await kit.copy();
    expect(copy.text).toContain(JSON.stringify(wreck));
    expect(copy.text).toContain('From next year');
    await kit.button(labels.unreadForget).click();
    await expect(page.getByRole('heading', { name: labels.unread })).toHaveCount(0);
    await kit.reload();
    expect(Object.values(await records(page))).not.toContain(wreck);
    expect((await records(page))[keyFor('sheet', 'later')]).toBe(newer);
  });

  test('a browser that keeps nothing is said, and the page still opens', async ({ page }) => {
    await page.addInitScript(() => {
      Object.defineProperty(window, 'localStorage', {
        get() {
          throw new DOMException('The operation is insecure.', 'SecurityError');
        },
      });
    });
    const kit = await new KitPage(page).open();
    await expect(page.getByRole('heading', { name: words.trouble.blockedTitle })).toBeVisible();
    await expect(page.getByText(labels.empty)).toBeVisible();
    await expect(kit.link(labels.bringBack)).toBeVisible();
  });

  test('when there is no room, a name is not called saved, and stays in its field', async ({ page }) => {
    await store(page, months);
    const kit = await new KitPage(page).open();
    const before = await records(page);
    await page.evaluate(() => {
      Storage.prototype.setItem = () => {
        throw new DOMException('Full', 'QuotaExceededError');
      };
    });
    await kit.write({ other: 'Amira K.' });
    await expect(kit.said).toHaveText(labels.unsaved);
    await expect(kit.field('other')).toHaveValue('Amira K.');
    await kit.delete(kit.sheets.first());
    await expect(kit.said).toHaveText(labels.deleteFailed);
    await expect(kit.sheets).toHaveCount(3);
    expect(await records(page)).toEqual(before);
  });
});

test.describe('a copy', () => {
  test.describe('from any page', () => {
    test.use({ expected: { messages: [/404/] } });

    test('is two clicks away', async ({ page }) => {
      await store(page, months);
      for (const path of ['', 'guide/start/', `worksheets/${beforeWeTalk.id}/`, 'questions/', 'not/there']) {
        await page.goto(path);
        await page.getByRole('navigation').getByRole('link', { name: words.site.kit, exact: true }).click();
        const kit = await new KitPage(page).alive();
        const { name, text } = await kit.copy();
        expect(name, path).toMatch(new RegExp(`^${site.storage}-\\d{4}-\\d\\d-\\d\\d\\.json$`));
        for (const part of ['In January', 'With Owen', secret]) expect(text, path).toContain(part);
        await expect(kit.said).toHaveText(fill(labels.copied, { file: name }));
      }
    });
  });

  const lastCopies = {
    'was never made': { copied: undefined, says: labels.copyNever, isOld: false },
    'is fresh': { copied: '2026-03-10T10:00:00Z', says: labels.copyOn, isOld: false },
    'is weeks old, but nothing was written since': {
      copied: '2026-03-12T10:00:00Z',
      at: new Date('2026-06-01T10:00:00Z'),
      says: labels.copyOn,
      isOld: false,
    },
    'is old, with words written since': { copied: '2026-02-20T10:00:00Z', says: labels.copyOn, isOld: true },
  };
  for (const [state, { copied, says, isOld, ...more }] of Object.entries(lastCopies)) {
    test(`that ${state} ${isOld ? 'is asked for, gently' : 'is not asked for'}`, async ({
      page,
      isMobile,
    }) => {
      test.skip(isMobile, 'the same on any screen');
      await page.clock.setFixedTime('at' in more ? more.at : midMarch);
      await store(page, { ...months, ...(copied && settings({ copied })) });
      await new KitPage(page).open();
      const said = fill(says, { date: copied ? dayText(copied) : '' });
      await expect(page.locator('.copies .small')).toHaveText(isOld ? `${said} ${labels.copyOld}` : said);
    });
  }
});

test('what another tab does shows here at once, and what is being typed stays', async ({
  page,
  context,
  isMobile,
}) => {
  test.skip(isMobile, 'the same on any screen');
  await store(page, { ...mentorship('amira'), ...sheet('a', { [firstText.id]: 'So' }) });
  const kit = await new KitPage(page).open();
  const two = await new KitPage(await context.newPage()).open();
  await two.write({ other: 'Amira', me: 'Owen' });
  await expect(kit.heading(withOne('Amira'))).toBeVisible();
  await unfold(page, labels.name);
  await expect(kit.field('me')).toHaveValue('Owen');

  await kit.field('me').fill('Owen B');
  await two.write({ other: 'Amira K.' });
  await expect(kit.field('other')).toHaveValue('Amira K.');
  await expect(kit.field('me')).toHaveValue('Owen B');
  await kit.button(labels.save).click();
  await expect(two.field('me')).toHaveValue('Owen B');
  expect(await dataOf(page, 'mentorship', 'amira')).toMatchObject({ other: 'Amira K.', me: 'Owen B' });

  // What was saved here is no longer being typed: it follows the other tab too, and does not undo it.
  await two.write({ me: 'Mr Bell' });
  await expect(kit.field('me')).toHaveValue('Mr Bell');
  await kit.write({ begins: '2026-02-01' });
  await expect(two.field('begins')).toHaveValue('2026-02-01');
  expect(await dataOf(page, 'mentorship', 'amira')).toMatchObject({ me: 'Mr Bell', begins: '2026-02-01' });

  const form = await new SheetPage(two.page).open();
  await form.markDone();
  await expect(kit.sheets).toContainText(anyOf(labels.stateDone));
  await two.open();
  await two.delete(two.sheets);
  await expect(page.getByText(labels.noSheets)).toBeVisible();
  await two.button(labels.undo).click();
  await expect(kit.sheets).toHaveCount(1);
});

test('the whole job is done with the keyboard alone', async ({ page, isMobile }) => {
  test.skip(isMobile, 'a phone has no Tab key');
  test.slow();
  await store(page, { ...mentorship('amira'), ...sheet('a', { [firstText.id]: 'So' }) });
  await page.goto(elsewhere);
  const { keyboard } = page;
  await enterLink(
    page,
    page.getByRole('navigation').getByRole('link', { name: words.site.kit, exact: true }),
  );
  const kit = await new KitPage(page).alive();

  await tabTo(page, page.locator('summary', { hasText: labels.name }));
  await keyboard.press('Enter');
  // At once, as somebody does who knows the page.
  await keyboard.press('Tab');
  await expect(kit.field('other')).toBeFocused();
  await keyboard.type('Amira');
  await keyboard.press('Enter');
  await expect(kit.heading(withOne('Amira'))).toBeVisible();
  await expect(kit.field('other')).toBeFocused();

  await tabTo(page, kit.sheets.getByRole('button'));
  await keyboard.press('Enter');
  await expect(kit.sheets).toHaveCount(0);
  await tabTo(page, kit.button(labels.undo));
  await keyboard.press('Enter');
  await expect(kit.sheets).toHaveCount(1);

  await tabTo(page, kit.button(labels.copyNow));
  const offered = page.waitForEvent('download');
  await keyboard.press('Enter');
  await offered;
  await expect(kit.button(labels.copyNow)).toBeFocused();

  await tabTo(page, page.locator('summary', { hasText: labels.all }));
  await keyboard.press('Enter');
  await tabTo(page, kit.button(labels.all));
  await keyboard.press('Enter');
  await expect(kit.ask).toBeVisible();
  await keyboard.press('Escape');
  await expect(kit.button(labels.all)).toBeFocused();
});

test('axe finds nothing with everything open, and nothing is wider than a small phone', async ({ page }) => {
  const long = 'Wolfeschlegelsteinhausenbergerdorff'.repeat(2);
  await page.clock.setFixedTime(midMarch);
  await store(page, {
    ...months,
    ...mentorship('amira', { other: long }),
    ...sheet('theirs', {}, { from: { kit: 'elsewhere', at: '2026-03-01T09:00:00Z' }, side: 'mentee' }),
    ...sheet('long', { changes: [{ id: 'l', what: long, who: long }] }),
    ...settings({ current: 'amira', copied: '2026-02-20T10:00:00Z' }),
  });
  const kit = await new KitPage(page).open();
  await kit.delete(kit.sheets.filter({ hasText: dayText('2026-03-10') }));
  for (const fold of [labels.name, labels.phone, labels.trash]) await unfold(page, fold);
  await page.locator('summary', { hasText: labels.all }).click();
  await expect(kit.button(labels.undo)).toBeVisible();
  await expectAccessible(page);
  await page.setViewportSize({ width: 320, height: 640 });
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(320);
});
