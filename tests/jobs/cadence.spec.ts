// The job: choose when the next check-ins are, and take the dates along.
import { readFileSync } from 'node:fs';
import type { Locator, Page } from '@playwright/test';
import type { Plan } from '../../src/domain/cadence/plan';
import { counted } from '../../src/domain/words/count';
import { fill } from '../../src/domain/words/fill';
import { expectAccessible } from './support/axe';
import { tabTo } from './support/keyboard';
import { keyFor, mentorship, settings, sheet, store } from './support/kit';
import { printedPages, unspaced } from './support/pdf';
import { records } from './support/sheet';
import { expect, test } from './support/test';
import { anyOf, words } from './support/words';

const labels = words.cadence;

/** Wednesday. The clock stands still, but what waits goes on. */
const NOW = new Date('2026-11-25T10:00:00Z');
const TODAY = '2026-11-25';

/** The page as a person uses it. */
class PlanPage {
  readonly answer: Locator;
  readonly next: Locator;
  readonly rows: Locator;
  readonly kept: Locator;
  readonly undo: Locator;
  readonly said: Locator;
  readonly stale: Locator;
  readonly marks: Locator;

  constructor(readonly page: Page) {
    this.answer = page.locator('.answer-words');
    this.next = page.locator('.next-date time');
    this.rows = page.locator('.dates tbody tr');
    this.kept = page.locator('.answer .kept');
    this.undo = page.getByRole('button', { name: labels.undo, exact: true });
    this.said = page.locator('.plan-said');
    this.stale = page.locator('.stale');
    this.marks = page.locator('.year .check');
  }

  async open(): Promise<this> {
    await this.page.clock.setFixedTime(NOW);
    await this.page.goto('cadence/');
    return this.awake();
  }

  async awake(): Promise<this> {
    await expect(this.page.locator('#plan[data-awake]')).toBeVisible();
    return this;
  }

  field = (name: string): Locator => this.page.locator(`#plan-${name}`);
  problem = (name: string): Locator => this.page.locator(`#plan-${name}-problem`);
  button = (name: string): Locator => this.page.getByRole('button', { name, exact: true });
  ring = (choice: string): Locator => this.page.locator(`.rings [data-choice=${choice}]`);
  more = (): Promise<void> => this.page.locator('.plan-more > summary').click();
  /** The days in the table, as the machine reads them. */
  dates = (): Promise<(string | null)[]> =>
    this.rows.locator('th time').evaluateAll((all) => all.map((time) => time.getAttribute('datetime')));

  async expectDates(...dates: string[]): Promise<void> {
    await expect.poll(this.dates).toEqual(dates);
  }

  /** The plan in storage. */
  async stored(): Promise<Plan | undefined> {
    const all = Object.entries(await records(this.page));
    const found = all.find(([key]) => key.startsWith(keyFor('plan', '')));
    return found && (JSON.parse(found[1]) as { data: Plan }).data;
  }

  async calendar(): Promise<string> {
    const [download] = await Promise.all([
      this.page.waitForEvent('download'),
      this.button(labels.toCalendar).click(),
    ]);
    expect(download.suggestedFilename()).toBe(`${labels.file}.ics`);
    return readFileSync(await download.path(), 'utf8').replace(/\r\n /g, '');
  }
}

/** A property's values in a calendar file, in order. */
const valuesOf = (file: string, name: string): string[] =>
  [...file.matchAll(new RegExp(`^${name}[^:\r\n]*:(.*?)\r?$`, 'gm'))].map(([, value = '']) => value);

/** The answer's words as they stand, spaces made plain. */
const WEEKLY =
  'You meet every week. Check in at every 11th meeting, about every two and a half months. That is 5 % of your time together.';

test('a result stands before anything is typed: weekly, from today, and nothing is stored', async ({
  page,
}) => {
  const plan = await new PlanPage(page).open();
  await expect(plan.answer).toHaveText(WEEKLY);
  await expect(plan.field('howOften')).toHaveValue('weekly');
  await expect(plan.field('next')).toHaveValue(TODAY);
  await expect(plan.next).toHaveAttribute('datetime', '2026-12-02');
  await plan.expectDates('2026-12-02', '2027-02-17', '2027-05-05', '2027-07-21', '2027-10-06');
  await expect(plan.marks).toHaveCount(5);
  await expect(plan.undo).toBeHidden();
  await expect(page.locator('.plan-more')).not.toHaveAttribute('open');
  // The answer is on the first screen of a phone too.
  await expect(plan.answer.locator('.every')).toBeInViewport({ ratio: 1 });
  expect(await records(page)).toEqual({});
});

test.describe('each question', () => {
  const changes: [string, (plan: PlanPage) => Promise<unknown>, RegExp, string][] = [
    [
      'monthly',
      (plan) => plan.field('howOften').selectOption('monthly'),
      /every month\..*5th.*five months.*10\s%/,
      '2026-12-23',
    ],
    [
      'twice a week',
      (plan) => plan.field('howOften').selectOption('twice-a-week'),
      /twice a week.*15th/,
      '2026-12-01',
    ],
    ['the next meeting', (plan) => plan.field('next').fill('2027-01-05'), /11th/, '2027-01-12'],
    ['minutes', (plan) => plan.field('checkInMinutes').fill('60'), /9\s%/, '2026-12-02'],
    ['a new pair', (plan) => plan.field('newPair').check(), /11th/, '2027-02-03'],
    ['the last check-in', (plan) => plan.field('lastCheckIn').fill('2026-11-18'), /11th/, '2027-02-03'],
    [
      'lighter',
      (plan) => plan.field('choice').selectOption('lighter'),
      /13th.*three months.*4\s%/,
      '2026-12-02',
    ],
  ];
  for (const [what, change, answer, next] of changes) {
    test(`${what} changes the answer at once`, async ({ page, isMobile }) => {
      test.skip(isMobile, 'the same on any screen');
      const plan = await new PlanPage(page).open();
      await plan.more();
      await change(plan);
      await expect(plan.answer).toHaveText(answer);
      await expect(plan.next).toHaveAttribute('datetime', next);
      await expect(plan.rows.first().locator('th time')).toHaveAttribute('datetime', next);
    });
  }

  test('“another rhythm” asks what it is counted in, and one without fixed days speaks of weeks', async ({
    page,
  }) => {
    const plan = await new PlanPage(page).open();
    await expect(plan.field('n')).toBeHidden();
    await plan.field('howOften').selectOption('other');
    await expect(plan.answer).toHaveText(/every 10 days\./);
    await plan.field('unit').selectOption('about');
    await plan.field('n').fill('5');
    await expect(plan.answer).toHaveText(/about 5 times in three months\./);
    await expect(plan.next).toHaveText(anyOf(labels.nextWeekOf));
  });

  test('weekdays are asked twice a week only, the day of the month by the month only', async ({ page }) => {
    const plan = await new PlanPage(page).open();
    await plan.more();
    for (const name of ['weekday1', 'weekday2', 'sameDay']) await expect(plan.field(name)).toBeHidden();
    await plan.field('howOften').selectOption('twice-a-week');
    await expect(plan.field('weekday2')).toBeVisible();
    await plan.field('howOften').selectOption('monthly');
    await expect(plan.field('weekday2')).toBeHidden();
    await plan.field('sameDay').check();
    await expect(plan.next).toHaveAttribute('datetime', '2026-12-25');
  });

  test('what was chosen beside a closed fold is in it when it opens, by a press or a search in the page', async ({
    page,
  }) => {
    const plan = await new PlanPage(page).open();
    await plan.field('howOften').selectOption('monthly');
    await plan.more();
    await expect(plan.field('sameDay')).toBeVisible();
    await plan.more();
    await plan.field('howOften').selectOption('weekly');
    await page.locator('.plan-more').evaluate((fold: HTMLDetailsElement) => (fold.open = true));
    await expect(plan.field('newPair')).toBeVisible();
    await expect(plan.field('sameDay')).toBeHidden();
  });

  test('how they meet changes nothing, and the page says so', async ({ page }) => {
    const plan = await new PlanPage(page).open();
    await plan.more();
    for (const how of ['in-person', 'remote', 'both']) {
      await plan.field('how').selectOption(how);
      await expect(plan.answer).toHaveText(WEEKLY);
    }
    await expect(page.getByText(labels.howHint)).toBeVisible();
    await page.getByText(labels.why, { exact: true }).click();
    await expect(page.getByText(labels.reasons.how)).toBeVisible();
  });

  test('an early look is offered to a new pair that would wait long', async ({ page }) => {
    const plan = await new PlanPage(page).open();
    await plan.more();
    await expect(plan.field('earlyLook')).toBeHidden();
    await plan.field('newPair').check();
    await plan.field('earlyLook').check();
    await expect(plan.rows.first()).toContainText(labels.kinds['early-look']);
    await plan.field('howOften').selectOption('monthly');
    await expect(plan.field('earlyLook')).toBeHidden();
  });

  test('a range without meetings moves what lies in it, is hatched, and can be taken out', async ({
    page,
  }) => {
    const plan = await new PlanPage(page).open();
    await plan.more();
    await plan.button(labels.awayAdd).click();
    await expect(page.locator('#plan-away-0-from')).toBeFocused();
    await page.locator('#plan-away-0-from').fill('2026-12-01');
    await page.locator('#plan-away-0-to').fill('2026-12-10');
    await expect(plan.next).toHaveAttribute('datetime', '2026-12-16');
    await plan.expectDates(
      '2026-12-01',
      '2026-12-16',
      '2027-02-17',
      '2027-05-05',
      '2027-07-21',
      '2027-10-06',
    );
    await expect(page.locator('.year .hatch')).toHaveCount(1);
    await plan.button(labels.awayRemove).click();
    await expect(plan.next).toHaveAttribute('datetime', '2026-12-02');
    await expect(plan.button(labels.awayAdd)).toBeFocused();
  });

  test('an end brings a closing review, which is ringed', async ({ page }) => {
    const plan = await new PlanPage(page).open();
    await plan.more();
    await plan.field('ends').fill('2027-04-30');
    await expect(plan.rows.last()).toContainText(labels.kinds['closing-review']);
    await expect(page.locator('.year .ringed')).toHaveCount(1);
    await expect(page.locator('.year > li')).toHaveCount(6);
  });
});

test.describe('the alternatives', () => {
  test('show what each costs, and one press chooses', async ({ page }) => {
    const plan = await new PlanPage(page).open();
    await expect(plan.ring('closer').locator('.cost')).toHaveText(
      'Every 9th meeting, about every two months. 6 % of your time.',
    );
    const button = plan.ring('closer').getByRole('button');
    await expect(plan.ring('balanced').getByRole('button')).toHaveAttribute('aria-pressed', 'true');
    await button.click();
    await expect(plan.answer).toHaveText(/9th/);
    await expect(button).toHaveAttribute('aria-pressed', 'true');
    await expect(button).toBeFocused();
    await expect(plan.field('choice')).toHaveValue('closer');
  });

  test('take any number of one’s own, and nobody is told off', async ({ page }) => {
    const plan = await new PlanPage(page).open();
    await plan.field('own').fill('4');
    await expect(plan.answer).toHaveText(/4th meeting, about every four weeks\. That is 13\s%/);
    await expect(page.locator('.own-place')).toHaveText(anyOf(`${labels.window} ${labels.own.closer}`));
    await plan.field('own').fill('53');
    await expect(page.locator('.own-place')).toContainText(labels.own.lighter);
    await expect(page.locator('.exceeds')).toBeVisible();
    await plan.field('own').fill('1');
    await expect(plan.answer).toHaveText(/at every meeting\.\s+That is 50\s%/);
    await expect(page.locator('.burden')).toContainText(labels.heavy);
    await plan.ring('balanced').getByRole('button').click();
    await expect(page.locator('.own-place')).toBeHidden();
    await expect(page.locator('.burden')).toBeHidden();
    await expect(page.locator('.exceeds')).toBeHidden();
  });

  test('a recommendation that is heavy proposes a shorter check-in first', async ({ page }) => {
    const plan = await new PlanPage(page).open();
    await plan.field('howOften').selectOption('quarterly');
    await expect(plan.answer).toHaveText(/17\s%/);
    await expect(page.locator('.burden')).not.toContainText(labels.heavy);
    await plan.button(fill(labels.useShorter, { n: 25 })).click();
    await expect(plan.answer).toHaveText(/14\s%/);
    await expect(page.locator('.burden')).toBeHidden();
    await expect(plan.undo).toBeFocused();
  });
});

test('a change is announced once it rests, politely and whole', async ({ page }) => {
  const plan = await new PlanPage(page).open();
  const spoken = page.locator('.spoken');
  await expect(spoken).toBeEmpty();
  await expect(spoken).toHaveAttribute('role', 'status');
  await plan.field('howOften').selectOption('monthly');
  await expect(spoken).toHaveText(/You meet every month\. Check in at every 5th.*10\s%.*23\sDecember\s2026/);
});

test.describe('what cannot be', () => {
  const slips: [string, string, string, string][] = [
    ['zero', 'meetingMinutes', '0', 'too-small'],
    ['a negative number', 'meetingMinutes', '-5', 'too-small'],
    ['a huge number', 'meetingMinutes', '999999999999', 'too-large'],
    ['a fraction', 'checkInMinutes', '22.5', 'not-whole'],
    ['nothing', 'checkInMinutes', '', 'missing'],
    ['words', 'checkInMinutes', 'half an hour', 'not-a-number'],
    ['a check-in longer than the meeting', 'checkInMinutes', '61', 'longer-than-meeting'],
    ['a last check-in after today', 'lastCheckIn', '2026-11-26', 'after-today'],
    ['an end before the next meeting', 'ends', '2026-11-24', 'before-next-meeting'],
    ['no next meeting', 'next', '', 'missing'],
    ['the year 1900', 'next', '1900-02-28', 'too-early'],
    ['the year 9999', 'next', '9999-12-31', 'too-late'],
  ];
  for (const [what, name, value, problem] of slips) {
    test(`${what}: a sentence by the field, and the last good answer stays, marked`, async ({
      page,
      isMobile,
    }) => {
      test.skip(isMobile && name !== 'next', 'the same on any screen');
      const plan = await new PlanPage(page).open();
      await plan.more();
      await plan.field(name).fill(value);
      await expect(plan.problem(name)).toHaveText(labels.trouble[problem as keyof typeof labels.trouble]);
      await expect(plan.field(name)).toHaveAttribute('aria-invalid', 'true');
      await expect(plan.field(name)).toHaveAttribute('aria-describedby', new RegExp(`plan-${name}-problem`));
      await expect(plan.stale).toBeVisible();
      await expect(plan.answer).toHaveText(WEEKLY);
      await expect(page.locator('#plan')).not.toContainText(/NaN|undefined|Invalid/);
      await expect(page.locator('.spoken')).toHaveText(labels.stale);
      expect(await plan.stored()).toBeUndefined();
      await plan.undo.click();
      await expect(plan.stale).toBeHidden();
      await expect(plan.field(name)).not.toHaveAttribute('aria-invalid');
      await expect(plan.problem(name)).toBeEmpty();
    });
  }

  test('ranges: half of one, the wrong way, all covered, overlapping, touching', async ({ page }) => {
    const plan = await new PlanPage(page).open();
    await plan.more();
    await plan.button(labels.awayAdd).click();
    await page.locator('#plan-away-0-from').fill('2027-03-02');
    await expect(page.locator('#plan-away-0-to-problem')).toHaveText(labels.trouble.missing);
    await page.locator('#plan-away-0-to').fill('2027-03-01');
    await expect(page.locator('#plan-away-0-to-problem')).toHaveText(labels.trouble.reversed);
    await page.locator('#plan-away-0-to').fill('2027-03-20');
    await expect(plan.stale).toBeHidden();
    await plan.button(labels.awayAdd).click();
    await page.locator('#plan-away-1-from').fill('2027-03-15');
    await page.locator('#plan-away-1-to').fill('2027-03-31');
    await plan.expectDates(
      '2026-12-02',
      '2027-02-17',
      '2027-03-02',
      '2027-05-05',
      '2027-07-21',
      '2027-10-06',
    );
    await page.locator('#plan-away-1-from').fill('2026-01-01');
    await page.locator('#plan-away-1-to').fill('9999-12-31');
    await expect(page.locator('#plan-away-problem')).toHaveText(labels.notes['covers-everything']);
    await expect(plan.next).toHaveText(labels.nextNone);
    await plan.button(labels.toCalendar).click();
    await expect(plan.said).toHaveText(labels.nothingToAdd);
  });

  test('29 February, a day long past and the last day there is', async ({ page, isMobile }) => {
    test.skip(isMobile, 'the same on any screen');
    const plan = await new PlanPage(page).open();
    await plan.more();
    await plan.field('howOften').selectOption('monthly');
    await plan.field('sameDay').check();
    await plan.field('next').fill('2028-02-29');
    await expect(plan.next).toHaveAttribute('datetime', '2028-03-29');
    await plan.field('ends').fill('9999-12-31');
    await expect(page.locator('.beyond')).toContainText('9999');
    await plan.field('lastCheckIn').fill('1900-01-01');
    await expect(plan.next).toHaveAttribute('datetime', '2028-02-29');
    await plan.field('lastCheckIn').fill('');
    await plan.field('next').fill('2026-11-02');
    await expect(plan.problem('next')).toHaveText(labels.notes['in-the-past']);
    await expect(plan.field('next')).not.toHaveAttribute('aria-invalid');
  });
});

test.describe('one date', () => {
  test('moves to the meeting before or after; the others stay; it can be put back', async ({ page }) => {
    const plan = await new PlanPage(page).open();
    const row = plan.rows.nth(1);
    await row.getByRole('button', { name: labels.after }).click();
    await plan.expectDates('2026-12-02', '2027-02-24', '2027-05-05', '2027-07-21', '2027-10-06');
    await expect(row).toContainText(fill(labels.movedYou, { date: '17 February 2027' }));
    await expect(page.locator('.copy-said')).toHaveText(anyOf(labels.moved));
    await expect(row.getByRole('button', { name: labels.after })).toBeFocused();
    await row.getByRole('button', { name: labels.before }).click();
    await row.getByRole('button', { name: labels.before }).click();
    await plan.expectDates('2026-12-02', '2027-02-10', '2027-05-05', '2027-07-21', '2027-10-06');
    await expect.poll(async () => (await plan.stored())?.shifts).toMatchObject({ 13: { by: -1 } });
    await page.reload();
    await plan.awake();
    await plan.expectDates('2026-12-02', '2027-02-10', '2027-05-05', '2027-07-21', '2027-10-06');
    await row.getByRole('button', { name: labels.reset }).click();
    await plan.expectDates('2026-12-02', '2027-02-17', '2027-05-05', '2027-07-21', '2027-10-06');
    await expect(row.getByRole('button', { name: labels.reset })).toHaveCount(0);
  });

  test('does not move before the beginning, and the page says so', async ({ page }) => {
    const plan = await new PlanPage(page).open();
    const before = plan.rows.first().getByRole('button', { name: labels.before });
    await before.click();
    await plan.expectDates('2026-11-25', '2027-02-17', '2027-05-05', '2027-07-21', '2027-10-06');
    await before.click();
    await expect(page.locator('.copy-said')).toHaveText(labels.cannotMove);
    await plan.expectDates('2026-11-25', '2027-02-17', '2027-05-05', '2027-07-21', '2027-10-06');
  });

  test('is one of hundreds only when asked for', async ({ page, isMobile }) => {
    test.skip(isMobile, 'the same on any screen');
    const plan = await new PlanPage(page).open();
    await plan.field('own').fill('1');
    await expect(plan.rows).toHaveCount(12);
    await plan.button(counted(53, labels.rest)).click();
    await expect(plan.rows).toHaveCount(53);
  });
});

test('the months: each mark has its words, arrow keys lead through them', async ({ page, isMobile }) => {
  test.skip(isMobile, 'a way for keyboards');
  const plan = await new PlanPage(page).open();
  await plan.field('ends').evaluate((input: HTMLInputElement) => {
    input.value = '2027-01-31';
    input.dispatchEvent(new Event('input', { bubbles: true }));
  });
  await expect(page.locator('.year > li')).toHaveCount(3);
  const all = page.locator('.year [role=img]');
  const names = await all.evaluateAll((marks) => marks.map((mark) => mark.getAttribute('aria-label') ?? ''));
  // November's meeting is today's; the first of January is a Friday.
  expect(names).toContain('November 2026: a meeting on 25');
  expect(names.join('\n')).toMatch(/Check-in, Wednesday,? 2 December 2026/);
  await tabTo(page, all.first());
  for (const name of names) {
    await expect(page.locator('.year-says')).toHaveText(name);
    await page.keyboard.press('ArrowRight');
  }
  await page.keyboard.press('Home');
  await expect(all.first()).toBeFocused();
});

test.describe('into the calendar', () => {
  test('goes one event a date; after a change the same events move, and what is off is cancelled', async ({
    page,
  }) => {
    const plan = await new PlanPage(page).open();
    const first = await plan.calendar();
    expect(valuesOf(first, 'DTSTART')).toEqual(['20261202', '20270217', '20270505', '20270721', '20271006']);
    expect(new Set(valuesOf(first, 'SEQUENCE'))).toEqual(new Set(['0']));
    expect(first).toContain('/any/sub/path/worksheets/how-are-we-doing/');
    expect(first).not.toMatch(/ORGANIZER|ATTENDEE|METHOD/);
    await expect(plan.said).toContainText(fill(labels.downloaded, { file: `${labels.file}.ics` }));
    // Dates end sooner: the same first event, moved by a day; the last ones off.
    await page.reload();
    await plan.awake();
    await plan.field('next').fill('2026-11-26');
    await plan.more();
    await plan.field('ends').fill('2027-06-30');
    const second = await plan.calendar();
    const [firstUids, uids] = [valuesOf(first, 'UID'), valuesOf(second, 'UID')];
    expect(uids.slice(0, 2)).toEqual(firstUids.slice(0, 2));
    expect(valuesOf(second, 'SEQUENCE').slice(0, 2)).toEqual(['1', '1']);
    expect(firstUids.every((uid) => uids.includes(uid))).toBe(true);
    const off = valuesOf(second, 'STATUS').filter((status) => status === 'CANCELLED').length;
    expect(off).toBeGreaterThan(0);
    await expect(plan.said).toContainText(counted(off, labels.downloadedOff));
    await page.locator('.calendar-more > summary').click();
    await expect(page.getByText(labels.updates)).toBeVisible();
  });

  test('goes with a time of day, as long as the check-in', async ({ page, isMobile }) => {
    test.skip(isMobile, 'the same on any screen');
    const plan = await new PlanPage(page).open();
    await page.locator('.calendar-more > summary').click();
    await plan.field('time').fill('17:30');
    await expect(page.locator('#plan-time-hint')).toHaveText(counted(30, labels.timeHint));
    const file = await plan.calendar();
    expect(valuesOf(file, 'DTSTART')[0]).toBe('20261202T173000');
    expect(valuesOf(file, 'DTEND')[0]).toBe('20261202T180000');
  });

  test('goes with what we agreed only when asked for, in the next event, and never what is private', async ({
    page,
  }) => {
    await store(page, {
      ...mentorship('amira'),
      ...settings({ current: 'amira' }),
      ...sheet('one', { 'what-next': [{ id: 'a', what: 'Start on time', who: 'Ravi', by: '2027-01-31' }] }),
      ...sheet('two', { secret: [{ id: 'b', what: 'Say less', who: '' }] }, { hidden: ['secret'] }),
    });
    const plan = await new PlanPage(page).open();
    expect(await plan.calendar()).not.toContain('Start on time');
    await page.locator('.calendar-more > summary').click();
    await expect(page.getByText(labels.remembersHint)).toBeVisible();
    await page.getByLabel(labels.remembersYes).check();
    const file = await plan.calendar();
    expect(file.match(/Start on time/g)).toHaveLength(1);
    expect(file).not.toContain('Say less');
    expect((await plan.stored())?.calendarRemembers).toBe(true);
  });

  test('goes with a link to the last sheet while it is short, the same each time, without what is private', async ({
    page,
    isMobile,
  }) => {
    test.skip(isMobile, 'the same on any screen');
    const done = '2026-11-20T10:00:00.000Z';
    const held = (said: string) => ({
      ...mentorship('amira'),
      ...settings({ current: 'amira' }),
      ...sheet(
        'held',
        { 'goes-well--mentor': said, 'in-the-way--mentor': 'A secret' },
        { worksheet: 'how-are-we-doing', done, hidden: ['in-the-way--mentor'] },
      ),
    });
    await store(page, held('We start on time.'));
    const plan = await new PlanPage(page).open();
    await page.locator('.calendar-more > summary').click();
    await page.getByLabel(labels.remembersYes).check();
    const linkIn = (file: string) => /https?:\S+#parcel=[\w-]+/.exec(file.replaceAll(/\r\n /g, ''))?.[0];
    const link = linkIn(await plan.calendar());
    const again = await plan.calendar();
    expect(linkIn(again)).toBe(link);
    expect(valuesOf(again, 'SEQUENCE')[0]).toBe('0');
    // In the other person's browser it is their sheet, folded until one's own is done.
    await page.evaluate(() => localStorage.clear());
    await page.goto(link!);
    await page.getByRole('button', { name: words.open.putInSheet }).click();
    await expect(page.getByText(words.open.doneSheet)).toBeVisible();
    const kept = JSON.stringify(await records(page));
    expect(kept).toContain('We start on time.');
    expect(kept).not.toContain('A secret');
    // One that is too long goes without.
    const long = Array.from({ length: 200 }, (_, n) => String(Math.sin(n))).join(' ');
    await store(page, held(long));
    await plan.open();
    await page.locator('.calendar-more > summary').click();
    await page.getByLabel(labels.remembersYes).check();
    expect(linkIn(await plan.calendar())).toBeUndefined();
  });
});

test('the dates are copied as text', async ({ page, context }) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  const plan = await new PlanPage(page).open();
  await plan.button(labels.copy).click();
  await expect(page.locator('.copy-said')).toHaveText(labels.copied);
  const text = (await page.evaluate(() => navigator.clipboard.readText())).replaceAll('\u00A0', ' ');
  expect(text).toContain(WEEKLY);
  expect(text).toMatch(/- Wednesday,? 2 December 2026: Check-in, Meeting 2\n/);
  expect(text.split('\n')).toHaveLength(7);
});

for (const format of ['A4', 'Letter'] as const) {
  test(`the plan to pin up is one page on ${format}`, async ({ page, isMobile }) => {
    test.skip(isMobile, 'the same on any screen');
    const plan = await new PlanPage(page).open();
    await plan.more();
    await plan.field('own').fill('3');
    await plan.field('ends').fill('2028-11-01');
    const pages = await printedPages(page, { format, preferCSSPageSize: true });
    expect(pages).toHaveLength(1);
    expect(pages[0]).toContain(unspaced(labels.paper));
    expect(pages[0]).toContain(unspaced('every 3rd meeting'));
    expect(pages[0]).not.toContain(unspaced(labels.alternatives));
    expect(pages[0]).not.toContain(unspaced(labels.after));
    expect(pages[0]).not.toContain(unspaced(labels.why));
  });
}

test('the plan is kept with the mentorship, comes back, and a change can be undone', async ({ page }) => {
  await store(page, { ...mentorship('amira', { rhythm: 'monthly' }), ...settings({ current: 'amira' }) });
  const plan = await new PlanPage(page).open();
  // What My kit knows is where it begins.
  await expect(plan.field('howOften')).toHaveValue('monthly');
  expect(await plan.stored()).toBeUndefined();
  await plan.field('howOften').selectOption('every-two-weeks');
  await expect(plan.kept).toHaveText(labels.saved);
  expect(await plan.stored()).toMatchObject({
    mentorship: 'amira',
    inputs: { rhythm: { every: 'weeks', n: 2 } },
  });
  await page.reload();
  await plan.awake();
  await expect(plan.field('howOften')).toHaveValue('every-two-weeks');
  await expect(plan.undo).toBeHidden();
  await plan.more();
  await plan.field('meetingMinutes').selectText();
  await plan.field('meetingMinutes').pressSequentially('600');
  await expect(plan.answer).toHaveText(/less than 1\s%/);
  // A number typed is one change, however many keys.
  await plan.undo.click();
  await expect(plan.field('meetingMinutes')).toHaveValue('60');
  await expect(plan.said).toHaveText(labels.undone);
  await expect(plan.undo).toBeHidden();
  expect((await plan.stored())?.inputs.meetingMinutes).toBe(60);
});

test('where nothing is kept, the page says so and works on', async ({ page, isMobile }) => {
  test.skip(isMobile, 'the same on any screen');
  await page.addInitScript(() => Object.defineProperty(window, 'localStorage', { value: null }));
  const plan = await new PlanPage(page).open();
  await expect(plan.kept).toHaveText(labels.notKept);
  await plan.field('howOften').selectOption('monthly');
  const first = await plan.calendar();
  await plan.ring('closer').getByRole('button').click();
  const second = await plan.calendar();
  expect(valuesOf(second, 'UID')[0]).toBe(valuesOf(first, 'UID')[0]);
});

test('by keyboard alone: choose, read, take the dates along', async ({ page, isMobile }) => {
  test.skip(isMobile, 'a way for keyboards');
  const plan = await new PlanPage(page).open();
  await tabTo(page, plan.field('howOften'));
  await page.keyboard.press('e');
  await page.keyboard.press('e');
  await expect(plan.answer).not.toHaveText(WEEKLY);
  await tabTo(page, plan.button(labels.toCalendar));
  const file = page.waitForEvent('download');
  await page.keyboard.press('Enter');
  await file;
  await tabTo(page, plan.ring('lighter').getByRole('button'));
  await page.keyboard.press('Enter');
  await expect(plan.ring('lighter').getByRole('button')).toHaveAttribute('aria-pressed', 'true');
});

test('without script it is the table of the rule and a worked example', async ({ somebodyElse }) => {
  const page = await (await somebodyElse({ javaScriptEnabled: false })).newPage();
  await page.goto('cadence/');
  await expect(page.locator('.no-script > p').first()).toHaveText(labels.noScript);
  const weekly = page.locator('.no-script tbody tr').nth(1);
  await expect(weekly.locator('td')).toHaveText(['9th', '11th', '13th', 'two to three months', '5\u00A0%']);
  await expect(page.locator('.no-script tbody tr')).toHaveCount(7);
  await expect(page.locator('.no-script h3')).toHaveText(labels.example);
  await expect(page.locator('.no-script time[datetime="2027-01-12"]')).toBeVisible();
  await expect(page.locator('main').getByRole('button')).toHaveCount(0);
});

test('is accessible as it opens, filled, unfolded and with a slip in it, at 320 pixels too', async ({
  page,
}) => {
  await page.setViewportSize({ width: 320, height: 640 });
  const plan = await new PlanPage(page).open();
  await plan.more();
  await plan.field('ends').fill('2027-11-25');
  await plan.button(labels.awayAdd).click();
  await page.locator('#plan-away-0-from').fill('2026-12-20');
  await page.locator('#plan-away-0-to').fill('2027-01-03');
  await plan.field('own').fill('4');
  for (const summary of await page.locator('#plan summary').all())
    if ((await summary.locator('..').getAttribute('open')) === null) await summary.click();
  await expectAccessible(page);
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(320);
  await plan.field('checkInMinutes').fill('900');
  await expect(plan.stale).toBeVisible();
  await expectAccessible(page);
});

test('marks plainly what is the article’s and what is ours, and what others advise', async ({
  page,
  isMobile,
}) => {
  test.skip(isMobile, 'the same on any screen');
  await new PlanPage(page).open();
  await page.getByText(labels.sources, { exact: true }).click();
  await expect(page.getByRole('heading', { name: labels.fromArticle })).toBeVisible();
  await expect(page.getByRole('heading', { name: labels.ours })).toBeVisible();
  await page.getByText(labels.others, { exact: true }).click();
  await expect(page.locator('.folds table').first().locator('tbody tr')).toHaveCount(labels.othersSay.length);
});
