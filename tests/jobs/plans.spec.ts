// The job: a plan of check-ins serves both, on every page: it goes to the other by a link, says what is next, and is
// made lighter when it is too much.
import { deflateRawSync } from 'node:zlib';
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
  mentorship,
  OpenPage,
  plan,
  settings,
  store,
  type Stored,
} from './support/kit';
import { records } from './support/sheet';
import { expect, test } from './support/test';
import { words } from './support/words';

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
