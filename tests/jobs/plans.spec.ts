// The job: a plan of check-ins serves both, on every page: it goes to the other by a link, says what is next, and is
// made lighter when it is too much.
import { deflateRawSync } from 'node:zlib';
import type { Page } from '@playwright/test';
import { packPlan } from '../../src/domain/parcels/plan';
import { writeParcel } from '../../src/domain/parcels/envelope';
import type { Plan } from '../../src/domain/cadence/plan';
import { counted } from '../../src/domain/words/count';
import { fill } from '../../src/domain/words/fill';
import { expectAccessible } from './support/axe';
import {
  dataOf,
  dayText,
  elsewhere,
  KitPage,
  mentorship,
  OpenPage,
  plan,
  settings,
  sheet,
  store,
  unfold,
  type Stored,
} from './support/kit';
import { records, SheetPage } from './support/sheet';
import { expect, test } from './support/test';
import { words, worksheets } from './support/words';

const labels = words.plan;
const day = (text: string) => dayText(text);

/** The plan of a kit made by hand. */
const planIn = (stored: Stored): Plan => (JSON.parse(Object.values(stored)[0]!) as { data: Plan }).data;
const theirPlan = planIn(
  plan('p-theirs', { rhythm: { every: 'weeks', n: 2 }, checkInMinutes: 25, time: '17:30' }),
);
/** The link to a plan, as `planLink` makes it. */
const linkTo = (one: Plan): string => {
  const text = writeParcel(packPlan('their-kit', one, new Date('2026-11-20T09:00:00Z')));
  return `#parcel=${deflateRawSync(text).toString('base64url')}`;
};

test.describe('a link to a plan', () => {
  test('sets the plan in somebody else’s browser after a yes, and undo takes it out again', async ({
    page,
  }) => {
    const open = await new OpenPage(page).open(linkTo(theirPlan));
    await expect(open.heading(labels.came)).toBeFocused();
    for (const said of [
      counted(2, labels.every.weeks),
      `${day('2027-01-05')}, 17:30`,
      counted(8, labels.everyNth),
      counted(25, labels.minutes),
      day('2027-04-13'),
    ]) {
      await expect(open.preview).toContainText(said);
    }
    await expectAccessible(page);
    expect(await records(page)).toEqual({});
    await open.button(labels.putIn).click();
    await expect(open.heading(labels.done)).toBeFocused();
    const stored = await dataOf<Plan>(page, 'plan', 'p-theirs');
    expect(stored).toMatchObject({ inputs: theirPlan.inputs, shifts: {}, calendarRemembers: false });
    expect(await page.getByRole('link', { name: labels.toPlan }).getAttribute('href')).toBe('../cadence/');
    await open.button(words.open.undo).click();
    await expect(open.said).toHaveText(words.open.undone);
    expect(Object.keys(await records(page))).toEqual([]);
  });

  test('asks before it replaces a plan, saying how the two differ, and keeps mine when told so', async ({
    page,
  }) => {
    const here = { ...mentorship('amira', { other: 'Amira' }), ...plan('p-mine') };
    await store(page, here);
    const open = await new OpenPage(page).open(linkTo(theirPlan));
    await expect(open.preview).toContainText(labels.differs);
    await unfold(page, words.open.showDifference);
    const rows = open.preview.locator('.difference > div');
    await expect(rows).toHaveCount(4);
    await expect(rows.filter({ hasText: labels.rhythm }).first()).toContainText(labels.every.weeks.one);
    await expect(rows.filter({ hasText: labels.rhythm }).first()).toContainText(
      counted(2, labels.every.weeks),
    );
    await expectAccessible(page);
    await open.button(labels.keepMine).click();
    expect(await records(page)).toEqual(here);

    await page.goto(elsewhere);
    await open.open(linkTo(theirPlan));
    await open.button(labels.takeTheirs).click();
    await expect(open.heading(labels.done)).toBeFocused();
    expect((await dataOf<Plan>(page, 'plan', 'p-mine'))?.inputs).toEqual(theirPlan.inputs);
    await open.button(words.open.undo).click();
    await expect(open.said).toHaveText(words.open.undone);
    expect(await records(page)).toEqual(here);
  });

  test('with a plan that is here already has nothing to do', async ({ page }) => {
    await store(page, { ...mentorship('amira'), ...plan('p-mine') });
    const open = await new OpenPage(page).open(linkTo({ ...planIn(plan('p-mine')), id: 'other' }));
    await expect(open.preview).toContainText(labels.same);
    await expect(page.getByRole('link', { name: labels.toPlan })).toBeVisible();
  });

  test('asks for which mentorship it is where there are several', async ({ page }) => {
    await store(page, {
      ...mentorship('amira', { other: 'Amira' }),
      ...mentorship('ravi', { other: 'Ravi', started: '2026-01-20T09:00:00.000Z' }),
      ...plan('p-mine'),
      ...settings({ current: 'amira' }),
    });
    const open = await new OpenPage(page).open(linkTo(theirPlan));
    await expect(open.preview).toContainText(labels.differs);
    await page.getByLabel(labels.forWhich).selectOption({ label: fill(words.kit.with, { name: 'Ravi' }) });
    await expect(open.preview).not.toContainText(labels.differs);
    await open.button(labels.putIn).click();
    await expect(open.heading(labels.done)).toBeFocused();
    expect((await dataOf<Plan>(page, 'plan', 'p-theirs'))?.mentorship).toBe('ravi');
    expect((await dataOf<Plan>(page, 'plan', 'p-mine'))?.mentorship).toBe('amira');
    expect(await dataOf<{ current: string }>(page, 'settings', 'kit')).toMatchObject({ current: 'ravi' });
  });

  for (const [what, spoil] of [
    ['lost its end', (link: string) => link.slice(0, -30)],
    ['was mixed up', (link: string) => `#parcel=${link.slice(30)}`],
    ['is empty', () => '#parcel='],
  ] as const) {
    test(`that ${what} says so in one line and leads to a plan of one’s own`, async ({ page }) => {
      const open = await new OpenPage(page).open(spoil(linkTo(theirPlan)));
      await expect(open.refused).toHaveText(`${labels.wrongLink} ${labels.without}`);
      expect(await open.refused.getByRole('link').getAttribute('href')).toBe('../cadence/');
      expect(page.url()).toMatch(/\/open\/$/);
      expect(await records(page)).toEqual({});
    });
  }

  test('as a file is opened the same way', async ({ page }) => {
    const open = await new OpenPage(page).open();
    await open.file(writeParcel(packPlan('their-kit', theirPlan, new Date('2026-11-20T09:00:00Z'))));
    await expect(open.heading(labels.came)).toBeFocused();
  });
});

const next = labels.next;
/** A kit with a plan whose check-ins are on 16 March, 1 June, 17 August and 2 November 2027. */
const planned: Stored = { ...mentorship('amira', { other: 'Amira' }), ...plan('p-mine') };
const label = fill(next.labelWith, { name: 'Amira' });
const inTwelveDays = fill(next.line, { label, when: fill(next.inDays, { n: 12, date: day('2027-03-16') }) });
const isOverdue = fill(next.overdueWith, { name: 'Amira', date: day('2027-03-16') });
const line = (page: Page) => page.locator('.next-check-in');
const setToday = (page: Page, date: string) => page.clock.setFixedTime(`${date}T10:00:00`);
/** A check-in that was held. */
const heldOn = (date: string): Stored =>
  sheet(
    `held-${date}`,
    { 'goes-well--mentor': 'The walks.' },
    { worksheet: 'how-are-we-doing', done: `${date}T10:00:00.000Z`, started: `${date}T09:00:00.000Z` },
  );

test.describe('the next check-in', () => {
  for (const path of ['', 'kit/']) {
    test.describe(path === '' ? 'on the home page' : 'in My kit', () => {
      test('is said in one line, with the days to it, and leads to its dates', async ({ page }) => {
        await setToday(page, '2027-03-04');
        await store(page, planned);
        await page.goto(path);
        await expect(line(page)).toContainText(inTwelveDays);
        await expect(line(page).getByRole('link', { name: next.see })).toHaveAttribute('href', /cadence\/$/);
        await expect(line(page).getByRole('button', { name: next.skip })).toHaveCount(0);
        await expectAccessible(page);
      });

      test('on its day leads to the check-in', async ({ page }) => {
        await setToday(page, '2027-03-16');
        await store(page, planned);
        await page.goto(path);
        await line(page).getByRole('link', { name: next.begin }).click();
        await expect(page).toHaveURL(/worksheets\/how-are-we-doing\/$/);
      });

      test('that was held moves on to the one after it', async ({ page }) => {
        await setToday(page, '2027-03-17');
        await store(page, { ...planned, ...heldOn('2027-03-15') });
        await page.goto(path);
        await expect(line(page)).toContainText(day('2027-06-01'));
      });

      test('whose day passed is planned anew, or skipped, and undo brings it back', async ({ page }) => {
        await setToday(page, '2027-03-20');
        await store(page, planned);
        await page.goto(path);
        await expect(line(page)).toContainText(isOverdue);
        await expect(line(page).getByRole('link', { name: next.replan })).toHaveAttribute(
          'href',
          /cadence\/$/,
        );
        await expectAccessible(page);
        const skip = line(page).getByRole('button', { name: next.skip });
        const undo = line(page).getByRole('button', { name: next.undo });
        await skip.click();
        await expect(line(page)).toContainText(fill(next.skipped, { date: day('2027-06-01') }));
        await expect(undo).toBeFocused();
        await undo.click();
        await expect(line(page)).toContainText(isOverdue);
        expect((await dataOf<Plan>(page, 'plan', 'p-mine'))?.skipped).toBeUndefined();
        await skip.click();
        await expect(undo).toBeFocused();
        await page.reload();
        await expect(line(page)).toContainText(day('2027-06-01'));
        await expect(skip).toHaveCount(0);
      });
    });
  }

  test('comes after the open sheet, and of several the nearest', async ({ page }) => {
    await setToday(page, '2027-03-04');
    await store(page, {
      ...planned,
      ...mentorship('ravi', { other: 'Ravi' }),
      ...plan('p-ravi', { next: '2026-12-29' }, { mentorship: 'ravi' }),
      ...sheet('open', { 'would-help': ['focus'] }),
      ...settings({ current: 'amira' }),
    });
    await page.goto('');
    const welcome = page.locator('#welcome');
    await expect(welcome.getByRole('heading')).toHaveText(words.home.openTitle);
    await expect(welcome.getByRole('link').first()).toHaveText(words.home.openGoOn);
    const ravi = fill(next.labelWith, { name: 'Ravi' });
    await expect(line(page)).toContainText(
      fill(next.line, { label: ravi, when: fill(next.inDays, { n: 5, date: day('2027-03-09') }) }),
    );
    // The page that is led to is about that pair.
    await line(page)
      .getByRole('link')
      .evaluate((link: HTMLAnchorElement) => {
        link.addEventListener('click', (event) => event.preventDefault());
        link.click();
      });
    expect(await dataOf<{ current: string }>(page, 'settings', 'kit')).toMatchObject({ current: 'ravi' });
  });

  test('takes no script on the home page where there is no plan', async ({ page }) => {
    const fetched: string[] = [];
    page.on('request', (request) => fetched.push(request.url()));
    await store(page, { ...mentorship('amira'), ...sheet('open', { 'would-help': ['focus'] }) });
    fetched.length = 0;
    await page.goto('');
    await expect(page.locator('#welcome')).toBeVisible();
    await page.waitForLoadState('networkidle');
    expect(fetched.filter((url) => /next-|plan/.test(url))).toEqual([]);
    await expect(line(page)).toBeHidden();
  });

  test('without a plan, My kit offers to make one', async ({ page }) => {
    await store(page, mentorship('amira'));
    await new KitPage(page).open();
    await expect(line(page).getByRole('link', { name: next.plan })).toHaveAttribute('href', '../cadence/');
  });
});

test.describe('the end of a check-in', () => {
  const together = worksheets.find(({ id }) => id === 'how-are-we-doing')!;
  const fields = together.sections.flatMap((section) => section.fields);
  const nextDate = fields.find(({ id }) => id === 'next-date')!;
  const goesWell = fields.find(({ id }) => id === 'goes-well--mentor')!;
  const asPlanned = fill(next.planned, { date: day('2027-06-01') });

  test('offers the plan’s next date in one press, and says until when that is all', async ({ page }) => {
    await setToday(page, '2027-03-16');
    await store(page, planned);
    const talk = await new SheetPage(page, together).open();
    await talk.text(goesWell).fill('We laugh more.');
    await talk.text(nextDate).scrollIntoViewIfNeeded();
    await talk.button(asPlanned).click();
    await expect(talk.text(nextDate)).toHaveValue('2027-06-01');
    await expect(talk.text(nextDate)).toBeFocused();
    await expect(talk.button(asPlanned)).toHaveCount(0);
    await expectAccessible(page);
    await talk.markDone();
    await expect(talk.done).toContainText(fill(words.worksheet.allUntil, { date: day('2027-06-01') }));
    const [stored] = Object.values(await records(page)).filter((text) => text.includes('"next-date"'));
    expect(stored).toContain('2027-06-01');
  });

  test('knows the plan’s next date also where none was written down', async ({ page }) => {
    await setToday(page, '2027-03-16');
    await store(page, planned);
    const talk = await new SheetPage(page, together).open();
    await talk.text(goesWell).fill('We laugh more.');
    await talk.markDone();
    await expect(talk.done).toContainText(fill(words.worksheet.allUntil, { date: day('2027-06-01') }));
    await page.goto('');
    await expect(line(page)).toContainText(day('2027-06-01'));
  });

  test('leads to a plan where there is none', async ({ page }) => {
    const talk = await new SheetPage(page, together).open();
    await talk.text(nextDate).scrollIntoViewIfNeeded();
    await expect(page.getByRole('link', { name: next.noPlan })).toHaveAttribute('href', '../../cadence/');
    await talk.text(goesWell).fill('We laugh more.');
    await talk.markDone();
    await expect(talk.done).toContainText(words.worksheet.allUntilYouMeet);
  });
});

test.describe('the burden check', () => {
  const burden = labels.burden;
  const answer = async (page: Page, said: Record<keyof typeof burden.signs, boolean>) => {
    for (const [sign, is] of Object.entries(said)) {
      const group = page.getByRole('group', { name: burden.signs[sign as keyof typeof said], exact: true });
      await group.getByLabel(is ? burden.yes : burden.no, { exact: true }).check();
    }
  };
  const no = (date: string): Stored =>
    sheet(
      `no-${date}`,
      { 'worth-it--mentor': 'no', 'worth-it--mentee': 'partly' },
      { worksheet: 'how-are-we-doing', done: `${date}T12:00:00.000Z`, started: `${date}T11:00:00.000Z` },
    );
  const inputsOf = async (page: Page) => (await dataOf<Plan>(page, 'plan', 'p-mine'))?.inputs;

  test('on request shows what was said, and changes the plan by one press that can be taken back', async ({
    page,
  }) => {
    await setToday(page, '2027-03-20');
    await store(page, { ...planned, ...no('2027-03-16') });
    await new KitPage(page).open();
    const check = page.locator('section.burden');
    await page.getByRole('button', { name: burden.open }).click();
    await expect(check).toContainText(
      fill(burden.saidOn, { date: day('2027-03-16'), said: 'mentor, no; mentee, partly' }),
    );
    const change = page.getByRole('button', { name: burden.change });
    const undo = page.getByRole('button', { name: burden.undo });
    await expect(change).toHaveCount(0);
    const before = await inputsOf(page);

    await answer(page, { mainEvent: false, dreaded: true, lessSaid: false });
    await expect(check).toContainText(fill(burden.lighter, { n: 13, date: day('2027-06-29') }));
    await expectAccessible(page);
    expect(await inputsOf(page)).toEqual(before);
    await change.click();
    await expect(undo).toBeFocused();
    expect(await inputsOf(page)).toEqual({ ...before, choice: { kind: 'lighter' } });
    await expect(line(page)).toContainText(day('2027-06-29'));
    await undo.click();
    await expect(check).toContainText(burden.undone);
    expect(await inputsOf(page)).toEqual(before);
    await expect(line(page)).toContainText(day('2027-06-01'));

    await answer(page, { mainEvent: true, dreaded: false, lessSaid: false });
    await expect(check).toContainText(fill(burden.shorter, { minutes: counted(20, labels.minutes) }));
    await answer(page, { mainEvent: false, dreaded: false, lessSaid: true });
    await expect(check).toContainText(fill(burden.pause, { date: day('2027-08-17') }));
    await change.click();
    await expect(undo).toBeFocused();
    await expect(line(page)).toContainText(day('2027-08-17'));
    await page.reload();
    await expect(line(page)).toContainText(day('2027-08-17'));
    // The answers to the three questions are nowhere.
    expect(Object.values(await records(page)).join()).not.toMatch(/lessSaid|dreaded|mainEvent/);
  });

  test('without a sign leaves the plan as it is', async ({ page }) => {
    await setToday(page, '2027-03-04');
    await store(page, planned);
    await new KitPage(page).open();
    await page.getByRole('button', { name: burden.open }).click();
    await answer(page, { mainEvent: false, dreaded: false, lessSaid: false });
    await expect(page.locator('section.burden')).toContainText(burden.keep);
    await expect(page.getByRole('button', { name: burden.change })).toHaveCount(0);
  });

  test('opens after a check-in that one of the two found not worth the time, and not after others', async ({
    page,
  }) => {
    await setToday(page, '2027-03-16');
    await store(page, { ...planned, ...no('2027-03-15') });
    const together = worksheets.find(({ id }) => id === 'how-are-we-doing')!;
    const talk = await new SheetPage(page, together).open('#no-2027-03-15');
    const check = page.locator('section.burden');
    await expect(check).toBeVisible();
    await expectAccessible(page);
    await answer(page, { mainEvent: true, dreaded: false, lessSaid: false });
    await page.getByRole('button', { name: burden.change }).click();
    await expect(page.getByRole('button', { name: burden.undo })).toBeFocused();
    expect((await inputsOf(page))?.checkInMinutes).toBe(20);

    await store(page, heldOn('2027-03-14'));
    await talk.open('#held-2027-03-14');
    await expect(talk.done).toBeVisible();
    await expect(check).toHaveCount(0);
  });
});
