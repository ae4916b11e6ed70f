// The job: months later, look back. What became of what we agreed, what has moved, what did we say then?
import type { Locator, Page } from '@playwright/test';
import { counted } from '../../src/domain/words/count';
import { fill } from '../../src/domain/words/fill';
import type { AnswerValue } from '../../src/domain/records/sheet';
import { expectAccessible } from './support/axe';
import { tabTo } from './support/keyboard';
import { dayText, downloaded, keyFor, KitPage, mentorship, sheet, store, unfold } from './support/kit';
import { printedPages, unspaced } from './support/pdf';
import { beforeWeTalk, firstText, privateText, records } from './support/sheet';
import { expect, test } from './support/test';
import { words, worksheets } from './support/words';

const labels = words.lookBack;
const talk = worksheets.find(({ who, when }) => who === 'both' && when === 'together')!;
const talkFields = talk.sections.flatMap(({ fields }) => fields);
const scales = talkFields.filter(({ kind, side }) => kind === 'scale' && side === 'mentor');
const [goesWell] = talkFields.filter(({ kind, side }) => kind === 'long-text' && side === 'mentor');
const changes = talkFields.find(({ kind }) => kind === 'actions')!;
const scale = scales[0]!;
const secret = 'The job offer from Leeds.';

/** An answer of each side to a question that both were asked. */
const both = ({ pair }: { pair?: string }, mentor: AnswerValue, mentee: AnswerValue) => ({
  [`${pair}--mentor`]: mentor,
  [`${pair}--mentee`]: mentee,
});
const DAYS = ['2025-11-04', '2026-02-10', '2026-05-12'];
const held = (at: number, more: Record<string, AnswerValue> = {}) =>
  sheet(
    `talk-${at}`,
    {
      ...Object.fromEntries(scales.flatMap((one) => Object.entries(both(one, at + 1, 5 - at)))),
      ...both(goesWell!, `The mentor’s words, ${at}`, `The mentee’s words, ${at}`),
      [changes.id]: [{ id: `change-${at}`, what: `Change number ${at}`, who: 'Owen', by: DAYS[at]! }],
      ...more,
    },
    {
      worksheet: talk.id,
      started: `${DAYS[at]}T09:00:00.000Z`,
      done: `${DAYS[at]}T10:00:00.000Z`,
      ...(at === 2 && { talk: { minutes: 30, led: true, at: 'x', turn: 0, spent: 1260 } }),
    },
  );
const outcomes = {
  'change-0': { outcome: 'dropped', at: '2026-02-10T09:00:00.000Z' },
  'change-1': { outcome: 'kept', at: '2026-05-12T09:00:00.000Z' },
} as const;
const threeCheckIns = {
  ...mentorship('amira', { other: 'Amira', side: 'mentor', actions: { ...outcomes } }),
  ...held(0),
  ...held(1),
  ...held(2),
  ...sheet(
    'alone',
    { [firstText.id]: 'Written alone', [privateText.id]: secret },
    { started: '2026-02-05T09:00:00.000Z', done: '2026-02-05T10:00:00.000Z' },
  ),
};

/** Look back, as a person uses it. */
class LookBackPage {
  readonly main: Locator;
  constructor(readonly page: Page) {
    this.main = page.locator('.look-back');
  }
  async open(fragment = ''): Promise<this> {
    // November, so that one of the three check-ins was last year's.
    await this.page.clock.setFixedTime(new Date('2026-11-25T12:00:00Z'));
    await this.page.goto(`kit/look-back/${fragment}`);
    await expect(this.main.and(this.page.locator('[data-alive]'))).toBeAttached();
    return this;
  }
  button = (name: string) => this.main.getByRole('button', { name, exact: true });
  fold = (name: string) =>
    this.main.locator('details').filter({ has: this.page.locator('> summary', { hasText: name }) });
  plate = (asked: string) =>
    this.main.getByRole('img', { name: fill(labels.drawn, { question: asked }), exact: true });
}

test.describe('after three check-ins', () => {
  test.beforeEach(({ page }) => store(page, threeCheckIns));

  test('says first how many there were, and how long they took this year', async ({ page }) => {
    const kit = await new KitPage(page).open();
    await kit.link(labels.link).click();
    const look = new LookBackPage(page);
    await look.open();
    const date = dayText('2025-11-04');
    await expect(look.main.locator('.answer')).toHaveText(
      `${fill(labels.checkIns.other, { n: 3, date })} ${counted(30 + 21, labels.minutes)}`,
    );
    await unfold(look.main, labels.howCounted);
    await expect(look.main.getByText(labels.by.some)).toBeVisible();
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(labels.title);
  });

  test('shows what became of what was agreed, in words, what is open first', async ({ page }) => {
    const look = await new LookBackPage(page).open();
    const { open, kept, dropped } = words.kit.outcomes;
    await expect(look.main.locator('.became > li')).toHaveText([
      new RegExp(`^${open}\\s*Change number 2.*${words.kit.overdue}$`),
      new RegExp(`^${kept}\\s*Change number 1`),
      new RegExp(`^${dropped}\\s*Change number 0`),
    ]);
  });

  test('keeps a long list of what was agreed short: the rest is a fold, and on paper all of it', async ({
    page,
  }) => {
    const many = Array.from({ length: 9 }, (_, at) => ({
      id: `more-${at}`,
      what: `And also ${at}`,
      who: '',
    }));
    const settled = Object.fromEntries(many.map(({ id }) => [id, outcomes['change-1']]));
    await store(page, {
      ...held(0, { [changes.id]: many }),
      ...mentorship('amira', { other: 'Amira', actions: { ...outcomes, ...settled } }),
    });
    const look = await new LookBackPage(page).open();
    // One is open, ten are settled.
    await expect(look.main.locator('.became > li')).toHaveCount(7);
    await look.fold(counted(4, labels.moreAgreed)).locator('summary').click();
    await expect(look.main.locator('.became > li')).toHaveCount(11);
  });

  test('draws each scale with a line for each side, and says the same in a table', async ({ page }) => {
    const look = await new LookBackPage(page).open();
    for (const { label } of scales) {
      const plate = look.plate(label);
      await expect(plate).toBeVisible();
      // A way through three marks, and three circles, for each side.
      for (const side of ['mentor', 'mentee']) {
        await expect(plate.locator(`.way.${side}`)).toHaveAttribute('d', /^M[\d. ]+(L[\d. ]+){2}$/);
        await expect(plate.locator(`.circles.${side}`)).toHaveAttribute('d', /^(M[^M]+){3}$/);
      }
    }
    await look.fold(labels.table).first().locator('summary').click();
    const table = look.main.getByRole('table', { name: scale.label, exact: true });
    await expect(table.getByRole('row')).toHaveText([
      `${labels.date}${words.worksheet.mentor}${words.worksheet.mentee}`,
      ...DAYS.map((day, at) => `${dayText(day)}${at + 1}${5 - at}`),
    ]);
  });

  test('sets the words side by side, the newest day first', async ({ page }) => {
    const look = await new LookBackPage(page).open();
    await expect(page.getByText('The mentor’s words, 1')).toHaveCount(0);
    await look.fold(goesWell!.label).locator('summary').click();
    const days = look.fold(goesWell!.label).locator('.day');
    await expect(days.getByRole('heading')).toHaveText([...DAYS].reverse().map(dayText));
    await expect(days.first().locator('.letter')).toHaveText([
      `${words.worksheet.mentor}The mentor’s words, 2`,
      `${words.worksheet.mentee}The mentee’s words, 2`,
    ]);
    const [mentor, mentee] = await Promise.all(
      [0, 1].map((at) => days.first().locator('.letter').nth(at).boundingBox()),
    );
    const isWide = (page.viewportSize()?.width ?? 0) > 900;
    if (isWide) expect(mentee!.x).toBeGreaterThan(mentor!.x + mentor!.width - 1);
    else expect(mentee!.y).toBeGreaterThan(mentor!.y + mentor!.height - 1);
  });

  test('lists the sheets by date, each a link to itself', async ({ page }) => {
    const look = await new LookBackPage(page).open();
    await look.fold(counted(4, labels.byDate)).locator('summary').click();
    const list = look.main.locator('.kept > li');
    await expect(list).toHaveText([
      new RegExp(counted(21, labels.took)),
      new RegExp(counted(30, labels.planned)),
      new RegExp(beforeWeTalk.title),
      new RegExp(counted(30, labels.planned)),
    ]);
    await list.first().getByRole('link').click();
    await expect(page).toHaveURL(new RegExp(`worksheets/${talk.id}/#talk-2$`));
  });

  test('prints every word, and nothing private', async ({ page, isMobile }) => {
    test.skip(isMobile, 'paper is the same for any screen');
    const look = await new LookBackPage(page).open();
    await look.fold(goesWell!.label).locator('summary').click();
    for (const format of ['A4', 'Letter']) {
      const printed = (await printedPages(page, { format, preferCSSPageSize: false })).join('');
      for (const text of [
        'You and Amira',
        ...[0, 1, 2].flatMap((at) => [
          `Change number ${at}`,
          `The mentor’s words, ${at}`,
          `The mentee’s words, ${at}`,
        ]),
        'Written alone',
        ...scales.map(({ label }) => label),
        words.kit.outcomes.dropped,
        labels.counted,
        beforeWeTalk.title,
      ]) {
        expect(printed, text).toContain(unspaced(text));
      }
      for (const no of [secret, labels.print, labels.takeAlong, labels.toKit]) {
        expect(printed, no).not.toContain(unspaced(no));
      }
    }
    // What was opened before stays open, the rest is folded again.
    await expect(look.main.locator('details[open]')).toHaveCount(1);
  });

  test('goes along as Markdown, in a file or copied', async ({ page, context, isMobile }) => {
    test.skip(isMobile, 'the same on any screen');
    const look = await new LookBackPage(page).open();
    const { name, text } = await downloaded(page, look.button(labels.markdown));
    expect(name).toBe('look-back-2026-11-25.md');
    const date = (at: number) => dayText(DAYS[at]!);
    for (const line of [
      `# ${labels.title}: You and Amira`,
      fill(labels.checkIns.other, { n: 3, date: date(0) }),
      `- ${words.kit.outcomes.kept}: Change number 1 · ${fill(words.kit.actionBy, { who: 'Owen', date: date(1) })}`,
      `| ${date(1)} | 2 | 4 |`,
      `##### ${date(2)}, ${words.worksheet.mentee}`,
      'The mentee’s words, 2',
    ]) {
      expect(text.split('\n'), line).toContain(line);
    }
    expect(text).not.toContain(secret);
    await context.grantPermissions(['clipboard-read', 'clipboard-write']);
    await look.button(labels.copy).click();
    await expect(page.getByRole('status')).toHaveText(labels.copied);
    expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(text);
  });

  test('is done by keyboard alone', async ({ page, isMobile }) => {
    test.skip(isMobile, 'a phone has none');
    const look = await new LookBackPage(page).open();
    const fold = look.fold(goesWell!.label);
    await tabTo(page, fold.locator('summary'));
    await page.keyboard.press('Enter');
    await expect(fold.getByText('The mentor’s words, 0')).toBeVisible();
    await tabTo(page, look.button(labels.markdown));
    const download = page.waitForEvent('download');
    await page.keyboard.press('Enter');
    await download;
  });

  test('changes nothing that is kept, and shows what another tab writes', async ({ page, context }) => {
    const before = await records(page);
    const look = await new LookBackPage(page).open();
    await unfold(look.main, labels.howCounted);
    expect(await records(page)).toEqual(before);
    const other = await context.newPage();
    await store(other, held(1, { [changes.id]: [{ id: 'new', what: 'From the other tab', who: '' }] }));
    await expect(look.main.getByText('From the other tab')).toBeVisible();
  });

  test('with everything open, axe finds nothing', async ({ page }) => {
    const look = await new LookBackPage(page).open();
    while ((await look.main.locator('details:not([open])').count()) > 0) {
      await look.main.locator('details:not([open]) > summary').first().click();
    }
    await expectAccessible(page);
  });
});

test.describe('what is not for these eyes', () => {
  test('private words are nowhere, whatever is opened', async ({ page }) => {
    await store(page, {
      ...threeCheckIns,
      // Kept by an older version, which did not write into each answer that it is private.
      [keyFor('sheet', 'older')]: JSON.stringify({
        format: 3,
        revision: 1,
        savedAt: '2026-03-01T09:00:00.000Z',
        data: {
          id: 'older',
          worksheet: beforeWeTalk.id,
          mentorship: 'amira',
          started: '2026-03-01T09:00:00.000Z',
          answers: {
            [privateText.id]: { asked: privateText.label, value: secret },
            [firstText.id]: { asked: firstText.label, value: 'For all to see' },
          },
          nudged: [],
        },
      }),
    });
    const look = await new LookBackPage(page).open();
    while ((await look.main.locator('details:not([open])').count()) > 0) {
      await look.main.locator('details:not([open]) > summary').first().click();
    }
    await expect(page.getByText('For all to see')).toBeVisible();
    await expect(page.getByText(secret)).toHaveCount(0);
    expect(await page.content()).not.toContain(secret);
  });

  test('a sheet of the other person that is folded is only counted', async ({ page }) => {
    const theirs = sheet(
      'theirs',
      { [firstText.id]: 'Unseen as yet' },
      { from: { kit: 'k', at: '2026-05-20T09:00:00.000Z' }, side: 'mentee' },
    );
    await store(page, {
      ...mentorship('amira', { other: 'Amira' }),
      ...sheet('mine', { [firstText.id]: 'My own' }),
      ...theirs,
    });
    const look = await new LookBackPage(page).open();
    await expect(look.main.getByText(counted(1, labels.folded))).toBeVisible();
    await look.fold(firstText.label).locator('summary').click();
    await expect(look.main.getByText('My own')).toBeVisible();
    await expect(look.main.getByText('Unseen as yet')).toHaveCount(0);
    await store(page, sheet('mine', { [firstText.id]: 'My own' }, { done: '2026-05-21T09:00:00.000Z' }));
    await look.open();
    await look.fold(firstText.label).locator('summary').click();
    await expect(look.main.getByText('Unseen as yet')).toBeVisible();
  });
});

test.describe('whatever was written', () => {
  test.skip(({ isMobile }) => isMobile, 'the same on any screen');

  test('is shown as text and printed whole: markup, other directions, 100,000 characters', async ({
    page,
  }) => {
    const long = Array.from({ length: 20_000 }, (_, at) => `w${at}d`)
      .join(' ')
      .slice(0, 100_000);
    const texts = ['<img src=x onerror="document.title=1"> & <b>bold</b>', 'שלום עולם 🙂', long];
    await store(page, {
      ...mentorship('amira'),
      ...Object.fromEntries(
        texts.flatMap((text, at) =>
          Object.entries(
            sheet(`s${at}`, { [firstText.id]: text }, { started: `2026-0${at + 1}-01T09:00:00.000Z` }),
          ),
        ),
      ),
      // Its worksheet, or its field, is no longer there.
      ...sheet('gone', { 'old-field': 'From a worksheet of old' }, { worksheet: 'no-longer-here' }),
      ...sheet('renamed', { 'old-name': 'From a field of old' }),
    });
    const look = await new LookBackPage(page).open();
    for (const name of [firstText.label, 'old-field', 'old-name']) {
      await look.fold(name).locator('summary').click();
    }
    for (const text of texts) {
      await expect(look.main.locator('.written').getByText(text, { exact: true })).toHaveCount(1);
    }
    await expect(look.main.getByText('From a worksheet of old')).toBeVisible();
    await expect(look.main.getByText('From a field of old')).toBeVisible();
    await expect(look.main.getByRole('heading', { name: words.kit.unknownSheet })).toBeVisible();
    await expect(look.main.locator('img, b:has-text("bold")')).toHaveCount(0);
    expect(
      await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth),
    ).toBeLessThanOrEqual(0);

    const printed = (await printedPages(page, { format: 'A4', preferCSSPageSize: false })).join('');
    expect(printed).toContain(unspaced(texts[0]!));
    // The foot of each page, its number, stands between.
    const foots = /\d+\/\d+/g;
    expect(printed.replace(foots, '').includes(unspaced(long)), 'every word is on paper').toBe(true);
    const { text } = await downloaded(page, look.button(labels.markdown));
    expect(text).toContain('שלום עולם 🙂');
    expect(text).toContain('\\<b\\>bold');
  });
});

test.describe('with nothing to look back on', () => {
  test('an example is drawn, and says that it is one', async ({ page }) => {
    const look = await new LookBackPage(page).open();
    await expect(look.main.getByText(labels.empty)).toBeVisible();
    const example = look.main.getByRole('region', { name: labels.example, exact: true });
    await expect(example.getByText(fill(labels.exampleText, { by: talk.example.by }))).toBeVisible();
    await expect(example.getByRole('img')).toHaveCount(scales.length);
    await expect(example.locator('[role=img] .way.mentor').first()).toHaveAttribute('d', /L/);
    await expect(example.locator('.became > li').first()).toBeVisible();
    // Nothing of it is anyone's: no sheets to open, nothing to take along, nothing stored.
    await expect(look.button(labels.print)).toHaveCount(0);
    await expect(example.getByRole('link')).toHaveCount(0);
    expect(await records(page)).toEqual({});
    await expectAccessible(page);
  });
});

test.describe('several mentorships', () => {
  test('are looked at one by one; My kit’s link leads to the one it shows', async ({ page }) => {
    await store(page, {
      ...threeCheckIns,
      ...mentorship('owen', { other: 'Owen', archived: '2026-06-01T09:00:00.000Z' }),
      ...sheet('with-owen', { [firstText.id]: 'With Owen' }, { mentorship: 'owen' }),
    });
    const kit = await new KitPage(page).open();
    await kit.which.selectOption('owen');
    await kit.link(labels.link).click();
    const look = new LookBackPage(page);
    await expect(
      page.getByRole('heading', { level: 2, name: fill(words.kit.with, { name: 'Owen' }) }),
    ).toBeVisible();
    await expect(look.main.getByText(labels.none)).toBeVisible();
    await page.getByLabel(words.kit.which, { exact: true }).selectOption('amira');
    await expect(
      page.getByRole('heading', { level: 2, name: fill(words.kit.with, { name: 'Amira' }) }),
    ).toBeVisible();
    await expect(look.plate(scale.label)).toBeVisible();
    await expect(look.main.getByText('With Owen')).toHaveCount(0);
  });
});

test.describe('without script', () => {
  test.use({ javaScriptEnabled: false });
  test('says why nothing is shown', async ({ page }) => {
    await page.goto('kit/look-back/');
    await expect(page.locator('main noscript p')).toHaveText(labels.noScript);
  });
});
