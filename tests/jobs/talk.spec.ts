// The job: both, in one room, hold the check-in. A page leads them through it, both are heard, and a date is agreed.
import type { Page } from '@playwright/test';
import { counted } from '../../src/domain/words/count';
import { fill } from '../../src/domain/words/fill';
import { expectAccessible } from './support/axe';
import { tabTo } from './support/keyboard';
import { mentorship, sheet as stored, store, type Stored } from './support/kit';
import { SheetPage } from './support/sheet';
import { expect, test } from './support/test';
import { words, worksheets } from './support/words';

const talk = words.talk;
const labels = words.worksheet;
const together = worksheets.find(({ id }) => id === 'how-are-we-doing')!;
const sections = together.sections;
const field = (id: string) => sections.flatMap(({ fields }) => fields).find((one) => one.id === id)!;
const title = (id: string) => sections.find((section) => section.id === id)!.title!;

/** A talk as two people see it: what it is about, whose turn it is, and the one button that leads on. */
class TalkPage extends SheetPage {
  readonly heading = this.page.locator('.talk-head h2');
  readonly turn = this.page.locator('.talk-head .turn');
  readonly time = this.page.locator('.talk-head .timer summary');
  readonly on = this.page.locator('.talk-foot .first');

  constructor(page: Page) {
    super(page, together);
  }

  async begin(minutes?: number): Promise<this> {
    if (minutes !== undefined) await this.page.getByLabel(counted(minutes, talk.minutes)).check();
    await this.button(talk.begin).click();
    await expect(this.heading).toBeFocused();
    return this;
  }

  /** Goes on until a section begins. */
  async goTo(id: string): Promise<void> {
    for (let turns = 0; turns < 20; turns++) {
      if ((await this.heading.textContent()) === title(id)) return;
      await this.on.click();
    }
    throw new Error(`The talk does not come to ${id}`);
  }
}

const agreedBefore: Stored = {
  ...mentorship('amira', { me: 'Ravi', other: 'Amira', side: 'mentor' }),
  ...stored(
    'last',
    {
      changes: [
        { id: 'a1', what: 'Phones in the drawer', who: 'Both', by: '2026-03-01' },
        { id: 'a2', what: 'Begin with her question', who: 'Ravi' },
      ],
      'worth-it--mentee': 'no',
    },
    { worksheet: together.id, started: '2026-02-01T08:00:00.000Z', done: '2026-02-01T08:30:00.000Z' },
  ),
};

test('from the home page to an agreed date, led section by section', async ({ page }) => {
  await page.goto('');
  await page.getByRole('link', { name: words.site.checkIn }).click();
  await page.getByRole('link', { name: together.title, exact: true }).last().click();
  const sheet = await new TalkPage(page).alive();
  await sheet.begin();

  await expect(sheet.heading).toHaveText(title('last-time'));
  await expect(sheet.time).toHaveText(counted(3, talk.left));
  await sheet.text(field('last-time')).fill('This is our first.');
  await sheet.on.click();

  // Marks are made unseen by each, then shown.
  await expect(sheet.turn).toHaveText(fill(talk.marks, { one: labels.mentee, other: labels.mentor }));
  await expect(sheet.group(field('get-on--mentor'))).toBeHidden();
  await sheet.answer({ 'get-on--mentee': 4 });
  await sheet.on.click();
  await expect(sheet.group(field('get-on--mentee'))).toBeHidden();
  await sheet.answer({ 'get-on--mentor': 2 });
  await sheet.on.click();
  await expect(sheet.turn).toHaveText(talk.marksBoth);
  await expect(sheet.group(field('get-on--mentee'))).toBeVisible();
  await expectAccessible(page);
  await sheet.on.click();

  // Both are heard, and the other one begins the next time.
  await expect(sheet.turn).toHaveText(fill(talk.speaks, { one: labels.mentor, other: labels.mentee }));
  await sheet.answer({ 'goes-well--mentor': 'She tells me when a plan will not work.' });
  await sheet.on.click();
  await expect(sheet.turn).toHaveText(fill(talk.speaksNext, { one: labels.mentee, other: labels.mentor }));
  await sheet.on.click();
  await expect(sheet.heading).toHaveText(title('in-the-way'));
  await expect(sheet.turn).toHaveText(fill(talk.speaks, { one: labels.mentee, other: labels.mentor }));

  // Left in the middle, and taken up tomorrow where it was.
  await expect(sheet.saved).toBeVisible();
  await sheet.reload();
  await expect(sheet.heading).toHaveText(title('in-the-way'));
  await sheet.button(talk.back).click();
  await expect(sheet.heading).toHaveText(title('goes-well'));

  await sheet.goTo('changes');
  await sheet.button(labels.actionAdd).click();
  const what = page.getByLabel(fill(labels.actionPart, { part: labels.actionWhat, n: 1 }), { exact: true });
  await expect(what).toBeFocused();
  await page.keyboard.type('Send the draft the day before');
  await sheet.goTo('next');
  await sheet.text(field('next-date')).fill('2099-02-14');
  await sheet.on.click();

  await expect(sheet.done).toContainText(fill(labels.allUntil, { date: '14 February 2099' }));
  await expect(sheet.done).toContainText('Send the draft the day before');
  await expect(sheet.button(labels.keepCopy)).toBeVisible();
  await expectAccessible(page);
});

test('by keyboard alone, in fifteen minutes', async ({ page, isMobile }) => {
  test.skip(isMobile, 'a phone has no keyboard');
  const sheet = await new TalkPage(page).open();
  await tabTo(page, page.getByLabel(counted(30, talk.minutes)));
  await page.keyboard.press('ArrowLeft');
  await expect(page.getByLabel(counted(15, talk.minutes))).toBeChecked();
  await tabTo(page, sheet.button(talk.begin));
  await page.keyboard.press('Enter');
  await expect(sheet.heading).toBeFocused();
  const seen: string[] = [];
  for (let turns = 0; turns < 20; turns++) {
    const here = (await sheet.heading.textContent()) ?? '';
    if (!seen.includes(here)) seen.push(here);
    if (here === title('next')) break;
    await tabTo(page, sheet.on);
    await page.keyboard.press('Enter');
  }
  expect(seen).toEqual(sections.filter(({ spare }) => !spare).map((section) => section.title));
  await tabTo(page, sheet.text(field('next-date')));
  // The same whichever of day and month the browser asks first.
  await page.keyboard.type('02022099');
  await tabTo(page, sheet.on);
  await page.keyboard.press('Enter');
  await expect(sheet.done).toContainText(fill(labels.allUntil, { date: '2 February 2099' }));
});

test('opens with what became of last time, and offers less when it was twice not worth the time', async ({
  page,
}) => {
  await store(page, agreedBefore);
  const sheet = await new TalkPage(page).open();
  await sheet.begin();
  const outcome = (what: string) => page.getByLabel(`${words.kit.outcome} ${what}`, { exact: true });
  await outcome('Phones in the drawer').selectOption('kept');
  await outcome('Begin with her question').selectOption('changed');
  await sheet.text(field('last-time')).fill('The drawer helps.');
  await sheet.goTo('worth');
  await expect(sheet.turn).toHaveText(talk.both);
  await sheet.answer({ 'worth-it--mentor': 'no' });
  await sheet.goTo('next');
  await sheet.on.click();
  await expect(sheet.done).toContainText(talk.tooMuch);
  await expect(sheet.done).toContainText(labels.allUntilYouMeet);
  // What was settled is settled everywhere, and is not asked again.
  await page.goto('kit/');
  await expect(outcome('Phones in the drawer')).toHaveValue('kept');
  await page.goto(`worksheets/${together.id}/`);
  await sheet.alive();
  await sheet.begin();
  await expect(outcome('Phones in the drawer')).toHaveCount(0);
});

test('names are used where they are known, and what each wrote before lies a tap away without what is private', async ({
  page,
}) => {
  const hidden = 'I am leaving in June';
  await store(page, {
    ...mentorship('amira', { me: 'Ravi', other: 'Amira', side: 'mentor' }),
    ...stored(
      'mine',
      { 'going-well': 'We start on time', 'hard-to-say': hidden },
      { side: 'mentor', hidden: ['hard-to-say'], done: '2026-02-01T08:30:00.000Z' },
    ),
    ...stored(
      'theirs',
      { 'going-well': 'He listens' },
      { side: 'mentee', from: { kit: 'hers', at: '2026-02-01T09:00:00.000Z' } },
    ),
  });
  const sheet = await new TalkPage(page).open();
  await sheet.begin();
  await sheet.on.click();
  await expect(sheet.turn).toHaveText(fill(talk.marks, { one: 'Amira', other: 'Ravi' }));
  const before = worksheets.find(({ id }) => id === 'before-we-talk')!.title;
  await page.getByText(fill(talk.notesOf, { title: before, name: 'Ravi' })).click();
  await expect(page.getByText('We start on time')).toBeVisible();
  await page.getByText(fill(talk.notesOf, { title: before, name: 'Amira' })).click();
  await expect(page.getByText('He listens')).toBeVisible();
  await expect(page.getByText(hidden)).toHaveCount(0);
});

test('the time is calm: it can be paused, given more, and hidden', async ({ page }) => {
  await page.clock.install({ time: new Date('2027-02-14T10:00:00') });
  const sheet = await new TalkPage(page).open();
  await sheet.button(talk.begin).click();
  await expect(sheet.time).toHaveText(counted(3, talk.left));
  await page.clock.runFor('01:01');
  await expect(sheet.time).toHaveText(counted(2, talk.left));
  await sheet.time.click();
  await sheet.button(talk.pause).click();
  await expect(sheet.time).toHaveText(talk.paused);
  await page.clock.runFor('10:00');
  await sheet.button(talk.goOn).click();
  await expect(sheet.time).toHaveText(counted(2, talk.left));
  await page.clock.runFor('03:00');
  await expect(sheet.time).toHaveText(talk.over);
  await sheet.button(talk.moreTime).click();
  await expect(sheet.time).toHaveText(counted(2, talk.left));
  await sheet.button(talk.hideTime).click();
  await expect(sheet.time).toHaveText(talk.time);
});

test.describe('on a bad line', () => {
  test.use({ expected: { messages: [/Failed to load resource/] } });

  test('a part that cannot be fetched says so, and the words are safe', async ({ page }) => {
    const sheet = await new TalkPage(page).open();
    await sheet.text(field('last-time')).fill('Still here');
    await page.route('**/LedTalk*.js', (route) => route.abort());
    await sheet.button(talk.begin).click();
    await expect(page.getByText(labels.notFetched)).toBeVisible();
    await expect(sheet.text(field('last-time'))).toHaveValue('Still here');
    await page.unroute('**/LedTalk*.js');
    await sheet.button(labels.again).click();
    await expect(sheet.heading).toHaveText(title('last-time'));
  });
});
