// The job: have the site in another language, one that is written from right to left. A made-up language in other
// letters shows any word that no translator could reach.
import { readFile, readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { parse, type DefaultTreeAdapterTypes as Tree } from 'parse5';
import { writeRecord } from '../../src/domain/records/envelope';
import { presetRecord } from '../../src/domain/records/preset';
import { beyondTheEdge } from './support/edges';
import { copyOf, keyFor, mentorship, plan, settings, sheet, type Stored } from './support/kit';
import { OwnCopy } from './support/own-copy';
import { latin, listenForLatin, pressEverything, READ } from './support/press';
import { pseudo, translateCopy } from './support/pseudo';
import { firstText } from './support/sheet';
import { expect, test as base } from './support/test';
import { words, worksheets } from './support/words';

const test = base.extend<object, { translated: { url: string; root: string } }>({
  translated: [
    // eslint-disable-next-line no-empty-pattern -- a fixture says by this pattern that it needs no other
    async ({}, use) => {
      const copy = await OwnCopy.make();
      await translateCopy(copy);
      await copy.build();
      const site = await copy.serve();
      await use({ url: site.url, root: join(copy.folder, 'dist') });
      await site.close();
      await copy.remove();
    },
    { scope: 'worker', timeout: 180_000 },
  ],
  baseURL: ({ translated }, use) => use(translated.url),
  locale: 'he-IL',
  viewport: { width: 320, height: 700 },
});
// One build is enough for all.
test.describe.configure({ mode: 'default' });

/** What of a page is read or heard: texts, names, what stands in a <noscript> or <template> too. */
function textsOf(html: string): string[] {
  const found: string[] = [];
  const walk = (node: Tree.Node): void => {
    if ('value' in node) found.push(node.value);
    if ('attrs' in node) {
      const of = (name: string) => node.attrs.find((one) => one.name === name)?.value ?? '';
      found.push(...READ.map(of));
      if (/^(description|og:(title|description))$/.test(of('name') || of('property')))
        found.push(of('content'));
      if (/^(script|style)$/.test(node.tagName)) return;
    }
    if ('content' in node) walk(node.content);
    if ('childNodes' in node) node.childNodes.forEach(walk);
  };
  walk(parse(html, { scriptingEnabled: false }));
  return found;
}

test('no page is built with a word that stands in code, and each says how it is read', async ({
  translated,
}) => {
  const files = (await readdir(translated.root, { recursive: true })).filter((path) =>
    path.endsWith('.html'),
  );
  expect(files.length).toBeGreaterThan(40);
  for (const file of files) {
    const html = await readFile(join(translated.root, file), 'utf8');
    expect.soft(textsOf(html).filter(latin), file).toEqual([]);
    expect.soft(html, file).toMatch(/<html[^>]* lang="he" dir="rtl"/);
  }
});

/** A kit as a pair leaves it that speaks this language: one sheet done, one begun, a plan, a mentorship with names. */
const done = worksheets.find(({ who, when }) => who === 'both' && when === 'together')!;
const kit = (): Stored => {
  const said = pseudo('Something real');
  const texts = done.sections.flatMap(({ fields }) => fields).filter(({ kind }) => kind === 'long-text');
  const all = {
    ...settings({ current: 'amira' }),
    ...mentorship('amira', { me: pseudo('Ravi'), other: pseudo('Amira'), side: 'mentor' }),
    ...plan('a-plan'),
    [keyFor('preset', 'a-preset')]: writeRecord(
      presetRecord,
      {
        id: 'a-preset',
        mentorship: 'amira',
        made: '2026-02-01T08:00:00.000Z',
        handed: {
          id: 'spring',
          name: pseudo('Spring'),
          contact: pseudo('Rosa'),
          welcome: pseudo('Welcome'),
          worksheets: ['agreement'],
          questions: [said],
        },
      },
      0,
      new Date('2026-02-01T08:00:00Z'),
    ),
    ...sheet('begun', { [firstText.id]: said }),
    ...sheet(
      'done',
      {
        ...Object.fromEntries(texts.map(({ id }) => [id, said])),
        'get-on--mentor': 3,
        changes: [{ id: 'one', what: said, who: pseudo('Ravi'), by: '2026-03-01' }],
      },
      { worksheet: done.id, done: '2026-02-03T10:00:00.000Z' },
    ),
  };
  // What was asked was asked in this language too.
  return Object.fromEntries(
    Object.entries(all).map(([key, text]) => [
      key,
      text.replace(/"asked":"((?:[^"\\]|\\.)*)"/g, (_, asked: string) => `"asked":"${pseudo(asked)}"`),
    ]),
  );
};

const ALIVE = [
  '',
  'search/',
  'questions/',
  'questions/own/',
  'worksheets/',
  'worksheets/pack/',
  ...worksheets.map(({ id }) => `worksheets/${id}/`),
  'open/',
  'cadence/',
  'facilitate/launch/',
  'facilitate/programme/',
  'kit/look-back/',
  'kit/',
];

test('whatever is pressed, no word comes from code and nothing is wider than a small phone', async ({
  page,
}) => {
  test.setTimeout(300_000);
  const found = await listenForLatin(page);
  const wide = new Set<string>();
  let presses = 0;
  const text = { written: pseudo('Fine'), sought: pseudo('what') };
  await page.goto('');
  for (const path of ALIVE) {
    await page.evaluate((all) => {
      localStorage.clear();
      for (const [key, text] of Object.entries(all)) localStorage.setItem(key, text);
    }, kit());
    await page.goto(path);
    await page.waitForTimeout(400);
    if (path === 'open/')
      await page.locator('input[type=file]').setInputFiles({
        name: 'copy.json',
        mimeType: 'application/json',
        buffer: Buffer.from(copyOf({ ...kit(), ...mentorship('amira', { other: pseudo('Someone else') }) })),
      });
    const look = async () => {
      for (const one of await beyondTheEdge(page)) wide.add(`/${path}: ${one}`);
    };
    await look();
    presses += await pressEverything(page, text, look);
  }
  expect([...found]).toEqual([]);
  expect([...wide]).toEqual([]);
  // It did press, and it would have heard.
  expect(presses).toBeGreaterThan(200);
  await page.evaluate(() => document.body.append('Left in code'));
  await expect.poll(() => [...found]).toEqual([expect.stringContaining('Left in code')]);
});

test('“fine” is not enough in this language either, and the search finds its words', async ({ page }) => {
  await page.goto('worksheets/before-we-talk/');
  const field = page.locator('form.sheet[data-alive] textarea').first();
  await field.fill(pseudo('Fine'));
  await field.blur();
  await expect(
    page.getByRole('status').filter({ hasText: pseudo(words.worksheet.nudgeStart) }),
  ).toBeVisible();
  await page.goto('search/');
  await page.locator('#search input').fill(pseudo('colleague'));
  await expect(page.locator('#search .found > :last-child li').first()).toBeVisible();
});
