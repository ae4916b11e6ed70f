// The job: bring a copy back, or open what the other person sent. Seen before it is kept, nothing replaced in silence.
import { deflateRawSync } from 'node:zlib';
import type { Page } from '@playwright/test';
import type { Sheet } from '../../src/domain/records/sheet';
import { counted } from '../../src/domain/words/count';
import { fill } from '../../src/domain/words/fill';
import { expectAccessible } from './support/axe';
import { tabTo } from './support/keyboard';
import {
  allData,
  copyOf,
  dataOf,
  dayText,
  downloaded,
  fillStorage,
  handful,
  keyFor,
  KitPage,
  mentorship,
  OpenPage,
  plan,
  question,
  settings,
  sheet,
  store,
  unfold,
  type Stored,
} from './support/kit';
import { printedPages, unspaced } from './support/pdf';
import { beforeWeTalk, firstText, privateText, records, secondText, SheetPage } from './support/sheet';
import { expect, test } from './support/test';
import { anyOf, words } from './support/words';

const labels = words.open;
const sheetLabels = words.worksheet;
const secret = 'The job offer from Leeds.';
const scale = beforeWeTalk.sections.flatMap(({ fields }) => fields).find(({ kind }) => kind === 'scale')!;

/** A kit with something of every kind. */
const everything: Stored = {
  ...mentorship('amira', { other: 'Amira', me: 'Owen', side: 'mentor', ends: '2027-02-28' }),
  ...mentorship('ravi', { started: '2026-01-20T09:00:00.000Z' }),
  ...sheet('a', {
    [firstText.id]: 'In “February”, <b>, é 🙂',
    [privateText.id]: secret,
    [scale.id]: 2,
    'would-help': ['focus', 'shape'],
  }),
  ...sheet(
    'b',
    { changes: [{ id: 'x', what: 'Start with her question', who: 'both', by: '2026-03-01' }] },
    { done: '2026-02-11T08:00:00.000Z' },
  ),
  ...sheet('c', { [firstText.id]: 'About Ravi' }, { mentorship: 'ravi' }),
  ...question('own', 'What did you not ask me?'),
  ...plan('own-plan'),
  ...handful('focus-1', 'own'),
  ...settings({ current: 'amira', kit: 'my-own-kit' }),
};

/** What is here, and a copy of it in which three records say something else, and one the same. */
const day = (n: number) => ({ started: `2026-02-0${n}T08:00:00.000Z` });
const here: Stored = {
  ...mentorship('amira', { other: 'Amira', me: 'Owen' }),
  ...sheet('a', { [firstText.id]: 'Here A', [privateText.id]: 'Secret here' }, day(1)),
  ...sheet('b', { [firstText.id]: 'Here B' }, day(2)),
  ...sheet('c', { [firstText.id]: 'Alike' }, day(3)),
};
const later = '2026-10-30T09:00:00.000Z';
const there: Stored = {
  ...mentorship('amira', { other: 'Amira K.' }, later),
  ...sheet(
    'a',
    { [firstText.id]: 'Copy A', [privateText.id]: 'Secret there' },
    { ...day(1), savedAt: later },
  ),
  ...sheet('b', { [firstText.id]: 'Copy B' }, { ...day(2), savedAt: later }),
  ...sheet('c', { [firstText.id]: 'Alike' }, { ...day(3), savedAt: later }),
};
const sheetBegun = (n: number) =>
  fill(labels.changedOn, { title: beforeWeTalk.title, date: dayText(`2026-02-0${n}`) });
const amira = fill(words.kit.with, { name: 'Amira' });

/** The same texts as in storage, read back as data. */
const dataIn = (stored: Stored) =>
  Object.fromEntries(
    Object.entries(stored).map(([key, text]) => [key, (JSON.parse(text) as { data: unknown }).data]),
  );
const textIn = async (page: Page, id: string) =>
  (await dataOf<Sheet>(page, 'sheet', id))?.answers[firstText.id]?.value;

/** All words of the page, those in folds and fields as well. */
const allWords = (page: Page) =>
  page.evaluate(() => {
    const fields = [...document.querySelectorAll<HTMLTextAreaElement>('textarea, input')];
    return [document.body.textContent, ...fields.map(({ value }) => value)].join('\n');
  });

test.describe('a copy made in My kit', () => {
  test.skip(({ isMobile }) => isMobile, 'the same on any screen');

  test('brings everything back in an empty browser, and once more finds nothing to do', async ({
    page,
    somebodyElse,
  }) => {
    await store(page, everything);
    const copy = await (await new KitPage(page).open()).copy();
    const elsewhere = await (await somebodyElse()).newPage();
    const open = await new OpenPage(elsewhere).open();
    await open.file(copy.text, copy.name);
    await expect(
      open.heading(fill(labels.backup, { date: dayText(new Date().toISOString()) })),
    ).toBeFocused();
    for (const news of [counted(3, labels.news.sheet), counted(2, labels.news.mentorship)]) {
      await expect(open.preview).toContainText(news);
    }
    expect(await allWords(elsewhere)).not.toContain(secret);
    // Nothing is kept before a yes.
    expect(await records(elsewhere)).toEqual({});
    await open.putIn();
    await expect(open.heading(counted(9, labels.done))).toBeFocused();
    expect(await allData(elsewhere)).toEqual(dataIn(everything));

    await elsewhere.getByRole('link', { name: labels.toKit }).click();
    const kit = await new KitPage(elsewhere).alive();
    await expect(kit.heading(amira)).toBeVisible();
    await kit.sheets.getByRole('link').first().click();
    const form = await new SheetPage(elsewhere).alive();
    await expect(form.text(privateText)).toHaveValue(secret);

    const before = await records(elsewhere);
    await open.open();
    await open.file(copy.text);
    await expect(open.preview).toContainText(labels.nothing);
    await expect(open.button(labels.putIn)).toHaveCount(0);
    expect(await records(elsewhere)).toEqual(before);
  });

  test('can be pasted as text, with the blanks a message puts around it', async ({ page }) => {
    const open = await new OpenPage(page).open();
    await open.paste(`\n  ${copyOf(everything)}\n\n`);
    await open.putIn();
    expect(await allData(page)).toEqual(dataIn(everything));
  });

  test('chosen before the page has come alive is opened as soon as it has', async ({ page }) => {
    let letGo = (): void => undefined;
    const gate = new Promise<void>((resolve) => (letGo = resolve));
    await page.route('**/*.js', async (route) => {
      await gate;
      await route.continue();
    });
    await page.goto('open/', { waitUntil: 'commit' });
    const open = new OpenPage(page);
    await open.file(copyOf(everything));
    await expect(page.locator('[data-alive]')).not.toBeAttached();
    letGo();
    await expect(open.preview).toContainText(counted(3, labels.news.sheet));
  });

  test('that is left changes nothing', async ({ page }) => {
    await store(page, here);
    const open = await new OpenPage(page).open();
    await open.file(copyOf(there));
    await open.button(labels.cancel).click();
    await expect(open.preview).toHaveCount(0);
    await expect(open.fileField()).toBeVisible();
    expect(await records(page)).toEqual(here);
  });
});

test.describe('where the copy and this browser say different things', () => {
  test.skip(({ isMobile }) => isMobile, 'the same on any screen');

  async function preview(page: Page, mine = here, theirs = there): Promise<OpenPage> {
    await store(page, mine);
    const open = await new OpenPage(page).open();
    await open.file(copyOf(theirs));
    await expect(open.preview).toBeVisible();
    return open;
  }

  test('one says for each what stays; the newer one does not win by itself', async ({ page }) => {
    const open = await preview(page);
    await expect(open.preview).toContainText(counted(3, labels.differing));
    await expect(open.preview).toContainText(counted(1, labels.same));
    for (const name of [sheetBegun(1), sheetBegun(2), amira]) {
      await expect(open.differing(name).getByLabel(labels.both)).toBeChecked();
    }
    await open.choose('theirs', sheetBegun(1));
    await open.choose('mine', sheetBegun(2));
    await open.choose('theirs', amira);
    await open.putIn();
    await expect(open.heading(counted(2, labels.done))).toBeVisible();
    expect(await allData(page)).toEqual(
      dataIn({ ...there, [keyFor('sheet', 'b')]: here[keyFor('sheet', 'b')]! }),
    );
    await open.button(labels.undo).click();
    await expect(open.said).toHaveText(labels.undone);
    expect(await records(page)).toEqual(here);
  });

  for (const choice of ['mine', 'theirs', 'both'] as const) {
    test(`one answer for all of them is enough: ${choice}`, async ({ page }) => {
      const open = await preview(page);
      await open.choose(choice);
      for (const name of [sheetBegun(1), sheetBegun(2), amira]) {
        await expect(open.differing(name).getByLabel(labels[choice])).toBeChecked();
      }
      await open.putIn();
      await expect(open.page.getByRole('heading', { level: 2 })).toBeFocused();
      const data = await allData(page);
      if (choice !== 'both') expect(data).toEqual(dataIn(choice === 'mine' ? here : there));
      else {
        expect(data).toMatchObject(dataIn(here));
        const sheets = Object.entries(data).filter(([key]) => key.startsWith(keyFor('sheet', '')));
        expect(sheets.map(([, one]) => (one as Sheet).answers[firstText.id]!.value).sort()).toEqual(
          ['Here A', 'Here B', 'Alike', 'Copy A', 'Copy B'].sort(),
        );
      }
    });
  }

  test('the difference is shown, but for what is private on either side', async ({ page }) => {
    const open = await preview(
      page,
      {
        ...here,
        ...sheet('p', { [secondText.id]: 'Mine alone by now' }, { ...day(4), hidden: [secondText.id] }),
      },
      {
        ...there,
        ...sheet('p', { [secondText.id]: 'Was open then' }, day(4)),
      },
    );
    for (const name of [sheetBegun(1), amira, sheetBegun(4)]) {
      await unfold(open.differing(name), labels.showDifference);
    }
    for (const text of ['Here A', 'Copy A', 'Amira K.']) await expect(open.preview).toContainText(text);
    await expect(open.differing(sheetBegun(1))).toContainText(labels.privateHere);
    await expect(open.differing(sheetBegun(4))).toContainText(labels.privateHere);
    const all = await allWords(page);
    for (const text of ['Secret here', 'Secret there', 'Mine alone by now', 'Was open then']) {
      expect(all).not.toContain(text);
    }
  });
});

test.describe('what was put in can be taken back', () => {
  test.skip(({ isMobile }) => isMobile, 'the same on any screen');

  test('on a later visit as well', async ({ page }) => {
    await store(page, here);
    const open = await new OpenPage(page).open();
    await open.file(copyOf({ ...there, ...everything }));
    await open.choose('theirs');
    await open.putIn();
    await expect(page.getByRole('link', { name: labels.toKit })).toBeVisible();
    await new KitPage(page).open();
    await open.open();
    await expect(page.getByText(anyOf(labels.last))).toBeVisible();
    await open.button(labels.undo).click();
    await expect(open.said).toHaveText(labels.undone);
    expect(await records(page)).toEqual(here);
    await open.open();
    await expect(open.button(labels.undo)).toHaveCount(0);
  });

  test('but not what was written since: that stays, and is counted', async ({ page }) => {
    await store(page, here);
    const open = await new OpenPage(page).open();
    const more = { ...sheet('d', { [firstText.id]: 'Came in' }, day(9)), ...handful('focus-1') };
    await open.file(copyOf(more));
    await open.putIn();
    await expect(page.getByRole('link', { name: labels.toKit })).toBeVisible();
    const form = await new SheetPage(page).open();
    await expect(form.text(firstText)).toHaveValue('Came in');
    await form.text(firstText).fill('Came in, and went on');
    await expect(form.saved).toBeVisible();
    await open.open();
    await open.button(labels.undo).click();
    await expect(open.said).toHaveText(counted(1, labels.undoneSome));
    const { [keyFor('sheet', 'd')]: written, ...rest } = await records(page);
    expect(written).toContain('Came in, and went on');
    expect(rest).toEqual(here);
  });
});

test.describe('what cannot be taken in', () => {
  test.skip(({ isMobile }) => isMobile, 'the same on any screen');
  const good = copyOf(there);
  const deep = '['.repeat(10_000);

  test('is refused with its reason, and nothing stored changes by a byte', async ({ page }) => {
    const bad: Record<string, [text: string, reason: string]> = {
      'an empty file': ['  \n', labels.empty],
      'a letter': ['Dear Amira, here is the file.', labels['not-json']],
      'another program’s JSON': ['{"name":"a","version":1,"data":[]}', labels['not-ours']],
      'a list': ['[1,2,3]', labels['not-ours']],
      'a newer format': [good.replace('"format":1', '"format":9'), labels.newer],
      'a kind to come': [good.replace('"kind":"backup"', '"kind":"a-wish"'), labels.newer],
      'half a file': [good.slice(0, good.length / 2), labels.cut],
      'brackets 10,000 deep': [deep, labels['not-ours']],
      'a copy 10,000 deep': [good.replace('"records":[', `"records":[${deep}`), labels['wrong-data']],
      'a day that is none': [
        good.replace(/"made":"[^"]*"/, '"made":"2027-02-30T25:00"'),
        labels['wrong-data'],
      ],
      'records that are none': [good.replace('"records":[', '"records":["x",'), labels['wrong-data']],
    };
    await store(page, here);
    const open = await new OpenPage(page).open();
    for (const [what, [text, reason]] of Object.entries(bad)) {
      await open.file(text);
      await expect(open.refused, what).toHaveText(reason);
      expect(await records(page), what).toEqual(here);
    }
    // 50 MB, made in the page.
    await open.fileField().evaluate((field: HTMLInputElement) => {
      const files = new DataTransfer();
      files.items.add(
        new File(
          Array.from({ length: 50 }, () => 'x'.repeat(1 << 20)),
          'big.json',
        ),
      );
      field.files = files.files;
      field.dispatchEvent(new Event('change', { bubbles: true }));
    });
    await expect(open.refused).toHaveText(labels['too-big']);
    await open.paste('not it either');
    await expect(open.refused).toHaveText(labels['not-json']);
    await expectAccessible(page, '.open');
    // And then the right one.
    await open.file(good);
    await expect(open.preview).toBeVisible();
    await expect(open.refused).toBeEmpty();
    expect(await records(page)).toEqual(here);
  });

  test('keys that reach for what all objects share reach nothing', async ({ page }) => {
    const evil = '"__proto__":{"polluted":"yes","asked":"Polluted?","value":"yes"},';
    const text = copyOf({ ...everything, ...handful('x') })
      .replaceAll('"answers":{', `"answers":{${evil}"constructor":{"asked":"Made?","value":"so"},`)
      .replaceAll('"actions":{', '"actions":{"__proto__":{"outcome":"kept","at":"2026-01-01","polluted":1}')
      .replaceAll('"data":{', `"data":{${evil}`)
      .replace('{"kit"', `{${evil}"kit"`);
    const open = await new OpenPage(page).open();
    await open.paste(text);
    await open.putIn();
    const isClean = () =>
      page.evaluate(() => Object.keys(Object.prototype).length === 0 && !('polluted' in {}));
    expect(await isClean()).toBe(true);
    const kit = await new KitPage(page).open();
    await expect(kit.heading(amira)).toBeVisible();
    expect(await isClean()).toBe(true);
    await kit.sheets.getByRole('link').first().click();
    const form = await new SheetPage(page).alive();
    await expect(form.text(privateText)).toHaveValue(secret);
    await form.text(firstText).fill('Written on');
    await form.markDone();
    expect(await isClean()).toBe(true);
    expect(await textIn(page, 'a')).toBe('Written on');
  });

  test('two records of one id are both kept, and what is no record is kept aside', async ({ page }) => {
    const parcel = JSON.parse(
      copyOf({ ...mentorship('amira'), ...sheet('a', { [firstText.id]: 'One' }) }),
    ) as {
      data: { records: { kind: string; id: string; record: { data: object } }[] };
    };
    const first = parcel.data.records.at(-1)!;
    const other = (data: object) => ({
      ...first,
      record: { ...first.record, data: { ...first.record.data, ...data } },
    });
    const second = other({ answers: { [firstText.id]: { asked: firstText.label, value: 'Two' } } });
    const noDay = { ...other({ id: 'b', started: 'last Tuesday' }), id: 'b' };
    const noEnd = { ...parcel.data.records[0]!, id: 'c' };
    noEnd.record = { ...noEnd.record, data: { ...noEnd.record.data, id: 'c', ends: '2027-02-30' } };
    parcel.data.records.push(second, noDay, noEnd);
    const open = await new OpenPage(page).open();
    await open.paste(JSON.stringify(parcel));
    await expect(open.preview).toContainText(counted(2, labels.news.sheet));
    await expect(open.preview).toContainText(counted(2, labels.unread));
    await open.putIn();
    const kit = await new KitPage(page).open();
    await expect(kit.sheets).toHaveCount(2);
    const texts = Object.values(await allData(page)).flatMap((one) =>
      'answers' in (one as object) ? [(one as Sheet).answers[firstText.id]!.value] : [],
    );
    expect(texts.sort()).toEqual(['One', 'Two']);
    await expect(kit.button(words.kit.unreadDownload)).toHaveCount(2);
    const file = await downloaded(page, kit.button(words.kit.unreadDownload).first());
    expect(file.text).toMatch(/last Tuesday|2027-02-30/);
  });

  test('marks of HTML and scripts are shown as they are written, and do nothing', async ({ page }) => {
    const html = '<img src=x onerror="window.hacked=1"><script>window.hacked=1</script><b>bold</b>';
    const bad = (more: object): Stored => ({
      ...mentorship('amira', { other: html, me: html }),
      ...sheet('a', {
        [firstText.id]: html,
        [html]: html,
        changes: [{ id: html, what: html, who: html, by: '2026-03-01' }],
        ...more,
      }),
      ...sheet(`b"><img src=x>`, { [firstText.id]: html }, { done: '2026-02-11T08:00:00.000Z', ...day(2) }),
      ...sheet('c', { [firstText.id]: html }, { worksheet: `../../${html}` }),
      ...question('own', html),
    });
    const expectHarmless = async () => {
      expect(await page.evaluate(() => 'hacked' in window)).toBe(false);
      const drawn = await page.evaluate(() =>
        [...document.querySelectorAll('img[src=x], b, script')]
          .filter((one) => !one.matches('b') || one.textContent === 'bold')
          .filter((one) => !one.matches('script') || one.textContent.includes('hacked'))
          .map((one) => one.outerHTML),
      );
      expect(drawn).toEqual([]);
    };
    await store(page, bad({}));
    const open = await new OpenPage(page).open();
    await open.file(
      copyOf({ ...bad({ [secondText.id]: `${html} 2` }), ...mentorship('amira', { other: `${html} 2` }) }),
    );
    for (const fold of await open.preview.locator('summary').all()) await fold.click();
    await expect(open.preview).toContainText(`${html} 2`);
    await expectHarmless();
    await open.choose('theirs');
    await open.putIn();
    const kit = await new KitPage(page).open();
    await expect(kit.heading(fill(words.kit.with, { name: `${html} 2` }))).toBeVisible();
    await expect(kit.agreed).toContainText(html);
    await expectHarmless();
    await kit.sheets.getByRole('link').nth(1).click();
    const form = await new SheetPage(page).alive();
    await expect(form.text(firstText)).toHaveValue(html);
    await form.markDone();
    await expect(form.done).toContainText(html);
    await expectHarmless();
    await page.goto('');
    await expectHarmless();
  });
});

test.describe('a copy that is cut off while it goes in', () => {
  test.skip(({ isMobile }) => isMobile, 'the same on any screen');

  /** From the k-th write on, each fails: once, or, as when the page dies, all of them and each removal too. */
  const failAt = (page: Page, k: number, isDeath: boolean) =>
    page.evaluate(
      ([k, isDeath]) => {
        const write = Storage.prototype.setItem.bind(localStorage);
        const remove = Storage.prototype.removeItem.bind(localStorage);
        let left = k;
        const fails = () => (isDeath ? left <= 0 : left === 0);
        Storage.prototype.setItem = (...args) => {
          const isNow = fails();
          left--;
          if (isNow) throw new DOMException('Full', 'QuotaExceededError');
          write(...args);
        };
        Storage.prototype.removeItem = (...args) => {
          if (isDeath && fails()) throw new DOMException('Gone', 'InvalidStateError');
          remove(...args);
        };
      },
      [k, isDeath] as const,
    );
  /** The journal, four records, the journal. */
  const WRITES = 6;
  const copy = copyOf({ ...there, ...sheet('new', { [firstText.id]: 'New' }) });

  test('by a failing write is taken back whole, whichever write it was', async ({ page }) => {
    await store(page, here);
    for (let k = 0; k < WRITES; k++) {
      const open = await new OpenPage(page).open();
      await open.file(copy);
      await open.choose('theirs');
      await failAt(page, k, false);
      await open.putIn();
      await expect(open.refused, `write ${k}`).toHaveText(labels.full);
      expect(await records(page), `write ${k}`).toEqual(here);
    }
  });

  test('by the end of the page is taken back at the next start, to the byte', async ({ page, context }) => {
    await store(page, here);
    for (let k = 1; k < WRITES; k++) {
      const dying = await context.newPage();
      const open = await new OpenPage(dying).open();
      await open.file(copy);
      await open.choose('theirs');
      await failAt(dying, k, true);
      await open.putIn();
      // Another tab sees what was written a moment later.
      await expect.poll(() => records(page), `write ${k}`).toHaveProperty([keyFor('journal', 'restore')]);
      await dying.close();
      // Each page that opens the kit begins with it.
      await (k % 2 ? new KitPage(page).open() : new SheetPage(page).open());
      expect(await records(page), `write ${k}`).toEqual(here);
    }
  });

  test('by a full storage says so, and nothing has changed', async ({ page }) => {
    await store(page, here);
    await fillStorage(page);
    const before = await records(page);
    const open = await new OpenPage(page).open();
    await open.file(copy);
    await open.choose('theirs');
    await open.putIn();
    await expect(open.refused).toHaveText(labels.full);
    expect(await records(page)).toEqual(before);
  });

  test('is not even begun where nothing can be kept', async ({ page }) => {
    await page.addInitScript(() => Object.defineProperty(window, 'localStorage', { get: () => null }));
    const open = await new OpenPage(page).open();
    await open.file(copy);
    await open.putIn();
    await expect(open.refused).toHaveText(labels.blocked);
  });
});

test.describe('a sheet for the other person', () => {
  test.skip(({ isMobile }) => isMobile, 'the same on any screen');

  /** Writes a sheet as the mentee would and gives the file for the mentor. */
  async function writeAndSend(page: Page): Promise<{ form: SheetPage; text: string }> {
    const form = await new SheetPage(page).open();
    await form.side('mentee').check();
    await form.answer({ [firstText.id]: 'Their Thursday', [scale.id]: 1, [privateText.id]: secret });
    await form.openTools();
    const { name, text } = await form.download(form.button(sheetLabels.send));
    await expect(page.getByText(fill(sheetLabels.sent, { file: name }))).toBeVisible();
    return { form, text };
  }

  test('stays folded until one’s own is done, then both stand beside each other', async ({
    page,
    context,
    somebodyElse,
  }) => {
    const { text } = await writeAndSend(await (await somebodyElse()).newPage());
    expect(text).not.toContain(secret);
    await context.grantPermissions(['clipboard-read', 'clipboard-write']);

    const open = await new OpenPage(page).open();
    await open.file(text);
    await expect(open.preview).toContainText(labels.sheetText);
    await open.putIn();
    await expect(open.heading(labels.doneSheet)).toBeFocused();
    const received = Object.entries(await records(page)).find(([key]) =>
      key.startsWith(keyFor('sheet', '')),
    )!;
    const kit = await new KitPage(page).open();
    await expect(kit.sheets).toContainText(words.kit.stateFolded);
    await kit.sheets.getByRole('link').click();
    const form = await new SheetPage(page).alive();
    await expect(page.getByText(sheetLabels.received)).toBeVisible();
    expect(await form.answers()).toEqual({});
    expect(await allWords(page)).not.toContain('Their Thursday');

    await form.side('mentor').check();
    await form.answer({ [firstText.id]: 'My Tuesday', [secondText.id]: 'We start late', [scale.id]: 5 });
    expect(await allWords(page)).not.toContain('Their Thursday');
    await form.markDone();
    const both = page.locator('.both');
    const parts = both.getByRole('region');
    // Marks that differ most come first.
    await expect(parts.first()).toHaveAccessibleName(scale.label);
    await expect(parts.first()).toContainText(fill(sheetLabels.scaleMark, { n: 5 }));
    await expect(parts.first()).toContainText(fill(sheetLabels.scaleMark, { n: 1 }));
    const answers = both.getByRole('region', { name: firstText.label });
    await expect(answers).toContainText('My Tuesday');
    await expect(answers).toContainText('Their Thursday');
    await expect(both.getByRole('region', { name: secondText.label })).toContainText(sheetLabels.noAnswer);
    await expectAccessible(page, '.done');

    // What leaves is one's own.
    const copied = await form.copied(form.done.getByRole('button', { name: sheetLabels.copy }));
    await form.openTools();
    const files = [sheetLabels.download, sheetLabels.markdown, sheetLabels.send];
    const downloads = [];
    for (const name of files) downloads.push(await form.download(form.button(name)));
    for (const out of [copied, ...downloads.map((one) => one.text)]) {
      expect(out).toContain('My Tuesday');
      expect(out).not.toContain('Their Thursday');
    }
    const paper = (await printedPages(page)).join('');
    expect(paper).toContain(unspaced('My Tuesday'));
    expect(paper).not.toContain(unspaced('Their Thursday'));

    await form.button(sheetLabels.reopen).click();
    await form.text(firstText).fill('My Tuesday, put better');
    await expect(form.saved).toBeVisible();
    await form.button(sheetLabels.done).click();
    await expect(answers).toContainText('My Tuesday, put better');
    expect((await records(page))[received[0]]).toBe(received[1]);
    await kit.open();
    await expect(kit.sheets).toHaveCount(2);
    await expect(page.getByText(words.kit.stateFolded)).toHaveCount(0);
  });

  test('goes to the mentorship one says', async ({ page, somebodyElse }) => {
    const { text } = await writeAndSend(await (await somebodyElse()).newPage());
    await store(page, everything);
    const open = await new OpenPage(page).open();
    await open.file(text);
    const which = page.getByLabel(labels.forWhich);
    await expect(which.locator(':checked')).toHaveText(amira);
    await which.focus();
    await which.selectOption({ index: 1 });
    await expect(which).toBeFocused();
    await expectAccessible(page, '.open');
    await open.putIn();
    await expect(page.getByRole('link', { name: labels.toOwn })).toBeVisible();
    const { id } = (JSON.parse(text) as { data: Sheet }).data;
    expect(await dataOf(page, 'sheet', id)).toMatchObject({ mentorship: 'ravi' });
  });

  test('that comes back to who wrote it is known, and keeps what is private', async ({ page }) => {
    const { form, text } = await writeAndSend(page);
    const { id, started } = (JSON.parse(text) as { data: Sheet }).data;
    const open = await new OpenPage(page).open();
    await open.file(text);
    await expect(open.heading(fill(labels.sheetOwn, { date: dayText(started) }))).toBeVisible();
    await expect(open.preview).toContainText(labels.nothing);

    await form.open();
    await form.text(firstText).fill('Changed since');
    await expect(form.saved).toBeVisible();
    await open.open();
    await open.file(text);
    await open.choose(
      'theirs',
      fill(labels.changedOn, { title: beforeWeTalk.title, date: dayText(started) }),
    );
    await open.putIn();
    await expect(page.getByRole('link', { name: labels.toKit })).toBeVisible();
    expect(await textIn(page, id)).toBe('Their Thursday');
    await form.open();
    await expect(form.text(privateText)).toHaveValue(secret);
  });
});

test.describe('a link', () => {
  test.skip(({ isMobile }) => isMobile, 'the same on any screen');
  const packed = `#parcel=${deflateRawSync(copyOf(everything)).toString('base64url')}`;

  test('opens the preview, keeps nothing before a yes, and leaves the address', async ({ page }) => {
    const open = await new OpenPage(page).open(packed);
    await expect(open.preview).toContainText(counted(3, labels.news.sheet));
    expect(page.url()).toMatch(/\/open\/$/);
    expect(await records(page)).toEqual({});
    await open.putIn();
    expect(await allData(page)).toEqual(dataIn(everything));
  });

  test('opens as well where the page is open already', async ({ page }) => {
    const open = await new OpenPage(page).open();
    await page.evaluate((fragment) => location.assign(fragment), packed);
    await expect(open.preview).toContainText(counted(3, labels.news.sheet));
    await expect(page).toHaveURL(/\/open\/$/);
  });

  test('that lost its end says so', async ({ page }) => {
    const open = await new OpenPage(page).open(packed.slice(0, -40));
    await expect(open.refused).toHaveText(`${words.plan.wrongLink} ${words.plan.without}`);
    await page.reload();
    await open.alive();
    await expect(open.refused).toBeEmpty();
    expect(await records(page)).toEqual({});
  });
});

test('the whole job is done with the keyboard alone', async ({ page, isMobile }) => {
  test.slow();
  test.skip(isMobile, 'a phone has no Tab key');
  await store(page, here);
  const open = await new OpenPage(page).open();
  const asked = page.waitForEvent('filechooser');
  await tabTo(page, open.fileField());
  await page.keyboard.press('Enter');
  await (
    await asked
  ).setFiles({ name: 'a.json', mimeType: 'application/json', buffer: Buffer.from(copyOf(there)) });
  await expect(open.preview.getByRole('heading', { level: 2 })).toBeFocused();

  await tabTo(page, open.differing().getByLabel(labels.both));
  await page.keyboard.press('ArrowDown');
  await expect(open.differing().getByLabel(labels.mine)).toBeFocused();
  await expect(open.differing(sheetBegun(1)).getByLabel(labels.mine)).toBeChecked();
  await tabTo(page, open.differing(sheetBegun(1)).locator('summary'));
  await page.keyboard.press('Enter');
  await tabTo(page, open.differing(sheetBegun(1)).getByLabel(labels.mine));
  await page.keyboard.press('ArrowDown');
  await expect(open.differing(sheetBegun(1)).getByLabel(labels.theirs)).toBeFocused();
  await tabTo(page, open.button(labels.putIn));
  await page.keyboard.press('Enter');
  await expect(open.heading(counted(1, labels.done))).toBeFocused();
  expect(await textIn(page, 'a')).toBe('Copy A');
  await tabTo(page, open.button(labels.undo));
  await page.keyboard.press('Enter');
  await expect(open.said).toHaveText(labels.undone);
  expect(await records(page)).toEqual(here);
});

test('axe finds nothing on the way, and nothing is wider than a small phone', async ({ page }) => {
  const long = 'Wolfeschlegelsteinhausenbergerdorff'.repeat(2);
  await store(page, here);
  const open = await new OpenPage(page).open();
  await unfold(page, labels.paste);
  await expectAccessible(page);
  await open.file(
    copyOf({
      ...there,
      ...everything,
      ...sheet('a', { [firstText.id]: long }, day(1)),
      ...mentorship('amira', { other: long }),
    }),
  );
  for (const fold of await open.preview.locator('summary').all()) await fold.click();
  await expectAccessible(page, '.open');
  const width = () => page.evaluate(() => document.documentElement.scrollWidth);
  const { width: own, height } = page.viewportSize()!;
  await page.setViewportSize({ width: 320, height: 640 });
  expect(await width()).toBeLessThanOrEqual(320);
  await page.setViewportSize({ width: own, height });
  await open.choose('theirs');
  await open.putIn();
  await expectAccessible(page, '.open');
  await open.button(labels.undo).click();
  await expect(open.said).toHaveText(labels.undone);
  await expectAccessible(page, '.open');
});

test('without script, both pages say what to do', async ({ somebodyElse, isMobile }) => {
  test.skip(isMobile, 'the same on any screen');
  const page = await (await somebodyElse({ javaScriptEnabled: false })).newPage();
  await page.goto('open/');
  await expect(page.locator('main noscript p')).toHaveText(labels.noScript);
  await page.goto('kit/');
  await expect(page.locator('main noscript p')).toHaveText(words.kit.noScript);
});
