// The job: a facilitator sets every pair up with one link, and a pair takes what it sets, or not.
import { readFile } from 'node:fs/promises';
import ical from 'ical.js';
import type { Page } from '@playwright/test';
import { counted } from '../../src/domain/words/count';
import { fill } from '../../src/domain/words/fill';
import { expectAccessible } from './support/axe';
import { beyondTheEdge } from './support/edges';
import {
  dataOf,
  elsewhere,
  fillStorage,
  KitPage,
  OpenPage,
  question,
  mentorship,
  sheet,
  store,
} from './support/kit';
import { tabTo } from './support/keyboard';
import { firstText, records, SheetPage } from './support/sheet';
import { expect, test } from './support/test';
import { words, worksheets } from './support/words';

const labels = words.programme.page;
const preset = words.programme.preset;
const agreement = worksheets.find(({ id }) => id === 'agreement')!;
const NAME = 'Spring “2027” <b>';
const WELCOME = 'Welcome to Northside.\nNobody asks to see your sheets.';
const QUESTION = 'What would you try if nobody watched?';

class ProgrammePage {
  constructor(readonly page: Page) {}
  async open(): Promise<this> {
    await this.page.goto('facilitate/programme/');
    await expect(this.page.locator('#plan[data-awake]')).toBeVisible();
    return this;
  }
  text = (label: string) => this.page.getByLabel(label, { exact: true });
  button = (name: string) => this.page.getByRole('button', { name, exact: true });
  said = () => this.page.locator('.send-said');
  async fill(): Promise<void> {
    await this.text(labels.name).fill(NAME);
    await this.page.getByLabel(labels.howOften).selectOption('every-two-weeks');
    await this.text(labels.next).fill('2027-01-12');
    await this.text(labels.ends).fill('2027-12-10');
    await this.page.getByText(labels.more, { exact: true }).click();
    await this.text(labels.welcome).fill(WELCOME);
    await this.text(labels.contact).fill('Rosa, 555 0134');
    await this.text(labels.questions).fill(`${QUESTION}\n`);
    await this.page.getByLabel(fill(labels.firstNth, { n: 1 })).selectOption('agreement');
    await this.page.getByLabel(fill(labels.firstNth, { n: 2 })).selectOption('levels');
  }
  /** The link, as the person would paste it. */
  async link(): Promise<string> {
    await this.page.evaluate(() => {
      const seen = window as unknown as { copied: string };
      navigator.clipboard.writeText = (text) => Promise.resolve(void (seen.copied = text));
    });
    await this.button(labels.copyLink).click();
    await expect(this.said()).toHaveText(labels.copied);
    return this.page.evaluate(() => (window as unknown as { copied: string }).copied);
  }
}

test('one link sets a pair up, and one press takes it out again; their own words stay', async ({
  page,
  browser,
  baseURL,
}) => {
  const programme = await new ProgrammePage(page).open();
  await programme.fill();
  await expectAccessible(page);
  const link = await programme.link();
  // What is typed is there when the page is opened again.
  await page.reload();
  await expect(programme.text(labels.name)).toHaveValue(NAME);
  await expect(page.getByLabel(fill(labels.firstNth, { n: 3 }), { exact: true })).toHaveValue('');
  await expect(page.getByRole('row', { name: '20 April 2027' })).toBeVisible();

  const context = await browser.newContext({ baseURL: baseURL! });
  const theirs = await context.newPage();
  await store(theirs, {
    ...mentorship('amira', { other: 'Amira' }),
    ...sheet('a', { [firstText.id]: 'Ours' }, { done: '2026-02-01T09:00:00.000Z' }),
    ...question('q', 'Our own?'),
  });
  const before = await records(theirs);
  const open = new OpenPage(theirs);
  await theirs.goto(link);
  await expect(open.heading(fill(preset.came, { programme: NAME }))).toBeFocused();
  for (const said of [NAME, 'Nobody asks to see your sheets.', 'Rosa, 555 0134', agreement.title, QUESTION])
    await expect(open.preview).toContainText(said);
  await expectAccessible(theirs);
  expect(await records(theirs)).toEqual(before);
  await open.button(preset.putIn).click();
  await expect(open.heading(fill(preset.done, { programme: NAME }))).toBeFocused();

  // The home page welcomes, and says when the first check-in is.
  await theirs.getByRole('link', { name: preset.toHome }).click();
  const home = theirs.locator('#programme');
  await expect(home.getByRole('heading', { name: NAME })).toBeVisible();
  await expect(home).toContainText('Nobody asks to see your sheets.');
  await expect(theirs.locator('#welcome')).toContainText('20 April 2027');
  await expectAccessible(theirs);
  await home.getByRole('link', { name: fill(preset.begin, { title: agreement.title }) }).click();
  await new SheetPage(theirs, agreement).alive();
  // The worksheets are in its order.
  await theirs.goto('worksheets/');
  const first = theirs.getByRole('region', { name: fill(preset.first, { programme: NAME }) });
  await expect(first.getByRole('heading', { level: 3 })).toHaveText([
    agreement.title,
    worksheets.find(({ id }) => id === 'levels')!.title,
  ]);
  await expect(theirs.locator('#gallery li')).toHaveCount(worksheets.length);
  // Its dates are offered, its question is there to be asked, and it says whom to call.
  await theirs.goto('cadence/');
  await expect(theirs.locator('.kept')).toHaveText(fill(preset.plan, { programme: NAME }));
  await expect(theirs.locator('.next-date')).toContainText('20 April 2027');
  await theirs.goto('questions/own/');
  await expect(theirs.getByText(QUESTION)).toBeVisible();
  await expect(theirs.getByText('Our own?')).toBeVisible();
  await theirs.goto('worksheets/speak-up/');
  await expect(theirs.locator('#contact')).toContainText('Rosa, 555 0134');

  // Opened once more, it is known.
  await theirs.goto(link);
  await expect(open.preview).toContainText(preset.same);

  // And out again.
  const kit = await new KitPage(theirs).open();
  await theirs.getByText(preset.see, { exact: true }).click();
  await expectAccessible(theirs);
  await kit.button(preset.remove).click();
  await expect(theirs.getByText(fill(preset.from, { programme: NAME }))).toBeHidden();
  await expect(kit.button(words.kit.undo)).toBeFocused();
  const after = await records(theirs);
  for (const [key, text] of Object.entries(before)) expect(after[key], key).toBe(text);
  expect(Object.keys(after).filter((key) => key.includes(':preset:') && !key.includes('trash'))).toEqual([]);
  await theirs.goto('');
  await expect(theirs.locator('#programme')).toBeHidden();
  await context.close();
});

test('the programme’s dates go into the facilitator’s calendar, and a second file updates the first', async ({
  page,
  isMobile,
}) => {
  test.skip(isMobile, 'the same on any screen');
  const programme = await new ProgrammePage(page).open();
  await programme.fill();
  const file = async () => {
    const offered = page.waitForEvent('download');
    await programme.button(labels.calendar).click();
    const text = await readFile(await (await offered).path(), 'utf8');
    return new ical.Component(ical.parse(text) as never).getAllSubcomponents('vevent').map((event) => ({
      uid: String(event.getFirstPropertyValue('uid')),
      title: String(event.getFirstPropertyValue('summary')),
      start: String(event.getFirstPropertyValue('dtstart')),
      sequence: Number(event.getFirstPropertyValue('sequence')),
    }));
  };
  const one = await file();
  expect(one.map(({ start }) => start)).toEqual(['2027-04-20', '2027-08-10', '2027-11-30']);
  expect(one[0]!.title).toBe(fill(labels.events['check-in'], { programme: NAME }));
  await programme.text(labels.next).fill('2027-01-19');
  const two = await file();
  expect(two.map(({ uid }) => uid)).toEqual(one.map(({ uid }) => uid));
  expect(two[0]).toMatchObject({ start: '2027-04-27', sequence: 1 });
});

test('what is missing, wrong or too much is said in a sentence, and nothing typed is lost', async ({
  page,
}) => {
  const programme = await new ProgrammePage(page).open();
  await programme.button(labels.copyLink).click();
  await expect(programme.said()).toHaveText(labels.wrong);
  await expect(programme.text(labels.name)).toBeFocused();
  await expect(page.getByText(labels.problems.missing)).toBeVisible();
  await programme.text(labels.name).fill('Northside');
  await expect(page.getByText(labels.problems.missing)).toBeHidden();

  await programme.text(labels.next).fill('2027-01-12');
  await programme.text(labels.ends).fill('2026-01-01');
  await expect(page.getByText(words.cadence.trouble['before-next-meeting'])).toBeVisible();
  await expect(page.getByText(words.cadence.stale)).toBeVisible();
  await programme.button(labels.file).click();
  await expect(programme.text(labels.ends)).toBeFocused();
  await programme.text(labels.ends).fill('');
  await page.getByText(labels.more, { exact: true }).click();
  await programme.text(labels.questions).fill('Why?\n'.repeat(21));
  await expect(page.getByText(labels.problems['too-many'])).toBeVisible();
  await expectAccessible(page);
  const many = Array.from({ length: 20 }, (_, n) => `${n} ${Math.sin(n)} ${Math.cos(n)} ${Math.tan(n)}?`);
  await programme.text(labels.questions).fill(many.join('\n'));
  await programme.button(labels.copyLink).click();
  await expect(programme.said()).toHaveText(labels.tooLong);
  const offered = page.waitForEvent('download');
  await programme.button(labels.file).click();
  const path = await (await offered).path();

  // Another programme begins empty, and the first can be had back.
  await programme.button(labels.another).click();
  await expect(programme.text(labels.name)).toHaveValue('');
  await expect(programme.button(labels.undo)).toBeFocused();
  await programme.button(labels.undo).click();
  await expect(programme.text(labels.name)).toHaveValue('Northside');

  // The file does what the link would.
  const open = await new OpenPage(page).open();
  await open.file(await readFile(path, 'utf8'));
  await expect(open.preview).toContainText(many[19]!);
  await open.button(preset.putIn).click();
  await expect(open.heading(fill(preset.done, { programme: 'Northside' }))).toBeVisible();
});

test('a full storage keeps nothing and says so; the link can be had all the same', async ({
  page,
  isMobile,
}) => {
  test.skip(isMobile, 'the same on any screen');
  await page.goto(elsewhere);
  await fillStorage(page);
  const programme = await new ProgrammePage(page).open();
  await programme.text(labels.name).fill('Northside');
  await expect(page.getByText(labels.notKept)).toBeVisible();
  const link = await programme.link();
  await page.evaluate(() => localStorage.clear());
  await page.goto(link);
  await expect(page.getByText(fill(preset.came, { programme: 'Northside' }))).toBeVisible();
});

test('a mentor with two mentorships says for which it is, and their own plan goes before it', async ({
  page,
}) => {
  const programme = await new ProgrammePage(page).open();
  await programme.text(labels.name).fill('Northside');
  await programme.text(labels.next).fill('2027-01-12');
  const link = await programme.link();
  await page.evaluate(() => localStorage.clear());
  await store(page, {
    ...mentorship('amira', { other: 'Amira' }),
    ...mentorship('ben', { other: 'Ben', started: '2026-03-01T09:00:00.000Z' }),
  });
  await page.goto(link);
  const open = new OpenPage(page);
  await page.getByLabel(preset.forWhich).selectOption({ label: fill(words.kit.with, { name: 'Ben' }) });
  await open.button(preset.putIn).click();
  await expect(open.heading(fill(preset.done, { programme: 'Northside' }))).toBeVisible();
  const [key] = Object.keys(await records(page)).filter((one) => one.includes(':preset:'));
  expect(await dataOf(page, 'preset', key!.split(':').at(-1)!)).toMatchObject({ mentorship: 'ben' });
  // A change of theirs makes the plan their own.
  await page.goto('cadence/');
  await page.getByLabel(words.cadence.howOften).selectOption('monthly');
  await expect(page.locator('.kept')).toHaveText(words.cadence.saved);
  await page.goto(link);
  await expect(open.preview).toContainText(preset.ownPlan);
});

test('a plan goes to the other person by a link that the calculator copies', async ({ page, isMobile }) => {
  test.skip(isMobile, 'the same on any screen');
  await page.addInitScript(() => {
    const seen = window as unknown as { copied: string };
    navigator.clipboard.writeText = (text) => Promise.resolve(void (seen.copied = text));
  });
  await page.goto('cadence/');
  await page.getByLabel(words.cadence.howOften).selectOption('monthly');
  await page.getByRole('button', { name: words.cadence.link }).click();
  await expect(page.locator('.copy-said')).toHaveText(words.cadence.linkCopied);
  const link = await page.evaluate(() => (window as unknown as { copied: string }).copied);
  await page.evaluate(() => localStorage.clear());
  await page.goto(link);
  await expect(new OpenPage(page).preview).toContainText(counted(1, words.plan.every.months));
});

test('by keyboard alone, and nothing is wider than 320 pixels', async ({ page, isMobile }) => {
  const programme = await new ProgrammePage(page).open();
  if (!isMobile) {
    await tabTo(page, programme.text(labels.name));
    await page.keyboard.type('Northside');
    await tabTo(page, programme.button(labels.copyLink));
    await page.keyboard.press('Enter');
    await expect(programme.said()).not.toBeEmpty();
    await tabTo(page, page.getByRole('link', { name: labels.see }));
    await page.keyboard.press('Enter');
    await expect(new OpenPage(page).preview).toBeVisible();
    await page.goBack();
  }
  await page.setViewportSize({ width: 320, height: 640 });
  await page.getByText(labels.more, { exact: true }).click();
  await programme.button(words.cadence.awayAdd).click();
  expect(await beyondTheEdge(page)).toEqual([]);
});
