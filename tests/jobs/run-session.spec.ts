// The job: run the session in the room. The plan by the clock, then one step at a time on the wall, and what is left
// over or missing is shared out anew.
import type { Locator, Page } from '@playwright/test';
import { timed, timeOfDay } from '../../src/domain/facilitator/time';
import { counted } from '../../src/domain/words/count';
import { fill } from '../../src/domain/words/fill';
import { expectAccessible } from './support/axe';
import { beyondTheEdge } from './support/edges';
import { printedPages, unspaced } from './support/pdf';
import { expect, test } from './support/test';
import { facilitatorPages, site, words } from './support/words';

const labels = words.facilitate.run;
const minutes = (n: number) => counted(n, words.facilitate.minutes);
const sessions = facilitatorPages.flatMap(({ session, ...page }) => (session ? [{ ...page, session }] : []));
const launch = sessions[0]!;
const { steps } = launch.session;
const clockTime = (of: number) => timeOfDay(of, site.language);

/** A plan's page, at three past ten. */
class PlanPage {
  readonly start: Locator;
  readonly room: Locator;
  readonly title: Locator;
  readonly left: Locator;
  readonly standing: Locator;
  constructor(readonly page: Page) {
    this.start = page.getByLabel(labels.start, { exact: true });
    this.room = page.getByRole('dialog');
    this.title = this.room.getByRole('heading', { level: 2 });
    this.left = this.room.locator('.left');
    this.standing = this.room.getByRole('status');
  }
  async open(id = launch.id): Promise<this> {
    await this.page.clock.install({ time: new Date('2027-02-14T10:03:00') });
    await this.page.goto(`facilitate/${id}/`);
    await expect(this.start).toBeVisible();
    return this;
  }
  button = (name: string) => this.page.getByRole('button', { name, exact: true });
  /** So much time passes in the room. */
  async pass(time: string): Promise<void> {
    await this.page.clock.fastForward(time);
    await this.page.clock.runFor(1100);
  }
}

test('with a start time the plan reads by the clock, without one by the minute', async ({ page }) => {
  const plan = await new PlanPage(page).open();
  const rows = page.locator('.steps tbody tr');
  const before = await page.locator('.steps').innerText();
  await plan.start.fill('10:00');
  for (const [at, step] of timed(steps).entries()) {
    await expect(rows.nth(at).locator('.min b')).toHaveText(clockTime(600 + step.from));
    await expect(rows.nth(at).locator('.min')).toContainText(minutes(step.minutes));
  }
  const fromTo = fill(labels.fromTo, { start: '10:00', end: '11:00' });
  await expect(page.getByText(fromTo)).toBeVisible();
  await page.reload();
  await expect(plan.start).toHaveValue('10:00');
  await expect(page.getByText(fromTo)).toBeVisible();
  await plan.start.fill('');
  await expect(page.locator('.steps')).toHaveText(before, { useInnerText: true });
  await expect(page.getByText(fromTo)).toBeHidden();
});

test('the running sheet of every plan says the times of day, on one page or two', async ({
  page,
  isMobile,
}) => {
  test.skip(isMobile, 'paper is the same for any screen');
  for (const { id, session } of sessions) {
    const plan = await new PlanPage(page).open(id);
    await plan.start.fill('23:50');
    for (const format of ['A4', 'Letter'] as const) {
      const sheets = await printedPages(page, { format });
      expect(sheets.length, `${id} ${format}`).toBeLessThanOrEqual(2);
      for (const { from } of timed(session.steps))
        expect(sheets.join(''), id).toContain(unspaced(clockTime(23 * 60 + 50 + from)));
      expect(sheets.join('')).not.toContain(unspaced(labels.open));
    }
  }
});

test('runs offline by keys: a late start, an overrun and a skip are shared out, and it goes on after a reload', async ({
  page,
  isMobile,
}) => {
  test.skip(isMobile, 'a phone has no keys');
  const plan = await new PlanPage(page).open();
  await plan.start.fill('10:00');
  const asked: string[] = [];
  page.on('request', (request) => asked.push(request.url()));
  await plan.button(labels.open).focus();
  await page.keyboard.press('Enter');
  await expect(plan.title).toHaveText(steps[0]!.title);
  await expect(plan.title).toBeFocused();
  await expect(plan.left).toHaveText(counted(steps[0]!.minutes, labels.left));
  // Begun at three past ten, and yet it ends at eleven: one step is shortened.
  await expect(plan.standing).toContainText(fill(labels.behind, { minutes: minutes(3) }));
  await expect(plan.standing).toContainText(
    steps.find(({ short }) => short && short.saves === 3)!.short!.how,
  );
  await expect(plan.room).toContainText(fill(labels.toGo, { minutes: minutes(57), end: '11:00' }));
  await expectAccessible(page);

  // It overruns by two.
  await plan.pass('05:00');
  await expect(plan.left).toHaveText(counted(2, labels.over));
  await expect(plan.standing).toContainText(fill(labels.behind, { minutes: minutes(5) }));

  // A clicker, the space bar and the arrows go on and back; nothing is lost on the way back.
  await page.keyboard.press('PageDown');
  await expect(plan.title).toHaveText(steps[1]!.title);
  await page.keyboard.press('ArrowLeft');
  await expect(plan.left).toHaveText(counted(2, labels.over));
  await page.keyboard.press('Space');
  await page.keyboard.press('ArrowRight');
  await expect(plan.title).toHaveText(steps[2]!.title);
  await expect(plan.room).toContainText(steps[2]!.says[0]!);
  // Steps of six and four minutes are skipped: all but some seconds of five minutes are in hand.
  await page.keyboard.press('ArrowRight');
  await expect(plan.standing).toHaveText(fill(labels.inHand, { minutes: minutes(4) }));

  await page.keyboard.press('Escape');
  await expect(plan.room).toBeHidden();
  await expect(plan.button(fill(labels.goOn, { step: steps[3]!.title }))).toBeFocused();
  expect(asked).toEqual([]);

  await page.reload();
  await plan.button(fill(labels.goOn, { step: steps[3]!.title })).press('Enter');
  await expect(plan.title).toHaveText(steps[3]!.title);
  for (const { title } of steps.slice(4)) {
    await page.keyboard.press('PageDown');
    await expect(plan.title).toHaveText(title);
  }
  await page.keyboard.press('PageDown');
  await expect(plan.title).toHaveText(labels.ended);
  await expectAccessible(page);
  await page.keyboard.press('PageDown');
  await expect(plan.room).toBeHidden();
  await expect(plan.button(labels.open)).toBeVisible();
  await expect(plan.button(labels.anew)).toBeHidden();
});

test('runs by touch on a small screen, and shows what is still to come', async ({ page }) => {
  await page.setViewportSize({ width: 320, height: 640 });
  const plan = await new PlanPage(page).open();
  await plan.button(labels.open).click();
  await plan.button(fill(labels.next, { step: steps[1]!.title })).click();
  await expect(plan.title).toHaveText(steps[1]!.title);
  await plan.room.getByText(labels.forYou).click();
  await expect(plan.room).toContainText(steps[1]!.does);
  await plan.room.getByText(labels.rest).click();
  await expect(plan.room.getByRole('listitem')).toHaveCount(steps.length - 2);
  await expect(plan.room.getByRole('listitem').last()).toContainText(steps.at(-1)!.title);
  expect(await beyondTheEdge(page)).toEqual([]);
  await plan.button(labels.back).click();
  await expect(plan.title).toHaveText(steps[0]!.title);
  await plan.button(labels.leave).click();
  await expect(plan.room).toBeHidden();
  // Begun anew, it begins with the first step and its whole time.
  await plan.pass('10:00');
  await plan.button(labels.anew).click();
  await expect(plan.left).toHaveText(counted(steps[0]!.minutes, labels.left));
});
