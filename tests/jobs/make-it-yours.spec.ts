// The job: make the site one's own by the README's steps, each with the very lines that stand there. No code is touched.
import { execFile } from 'node:child_process';
import { cp, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { parse } from 'yaml';
import { facilitatorSchema } from '../../src/domain/facilitator/page';
import { siteSchema } from '../../src/domain/words/site';
import { worksheetSchema } from '../../src/domain/worksheets/definition';
import { fill } from '../../src/domain/words/fill';
import { KitPage } from './support/kit';
import { OwnCopy, readmeBlocks, readmeKeys } from './support/own-copy';
import { printedPages, unspaced } from './support/pdf';
import { SheetPage } from './support/sheet';
import { expect, test as base } from './support/test';
import { site, words } from './support/words';

const repository = join(import.meta.dirname, '../..');

/** The README's examples. */
const own = await (async () => {
  const [plan] = await readmeBlocks('6. Your session plans', 'yaml');
  const [worksheet] = await readmeBlocks('5. Your worksheets', 'yaml');
  const [question] = await readmeBlocks('4. Your questions', 'yaml');
  const programme = await exampleProgramme();
  return {
    programme,
    site: siteSchema.parse({ ...site, ...(await readmeKeys('2. Your name')), programme }),
    colours: await readmeBlocks('3. Your colours', 'css'),
    question: { file: question!, ...(parse(question!) as [{ text: string; followUp: string }])[0] },
    worksheet: { file: worksheet!, id: 'first-month', ...worksheetSchema.parse(parse(worksheet!)) },
    plan: { file: plan!, id: 'closing-hour', ...facilitatorSchema.parse(parse(plan!)) },
  };
})();

/** The programme that `site.yaml` shows behind comment signs, without them. */
async function exampleProgramme(): Promise<Record<string, unknown>> {
  const file = await readFile(join(repository, 'src/content/site.yaml'), 'utf8');
  const [example = ''] = /^# programme:\n(?:# {3}.*\n)+/m.exec(file) ?? [];
  return (parse(example.replace(/^# /gm, '')) as { programme: Record<string, unknown> }).programme;
}

/** Sets colours where the example sets them: by day, by night or on paper. */
function withColours(css: string, example: string): string {
  const [opening = ''] = example.split('{', 1);
  const at = css.indexOf(opening.trim());
  const end = css.indexOf('}', at);
  let block = css.slice(at, end);
  for (const [, name, value] of example.matchAll(/--([\w-]+): (#\w+);/g)) {
    const token = new RegExp(`(--${name}: )#\\w+;`);
    if (!token.test(block)) throw new Error(`tokens.css sets no --${name} in "${opening}"`);
    block = block.replace(token, `$1${value};`);
  }
  return css.slice(0, at) + block + css.slice(end);
}

/** Follows the README in a copy of the project. */
async function makeOurs(copy: OwnCopy): Promise<void> {
  await copy.setKeys('src/content/site.yaml', {
    ...(await readmeKeys('2. Your name')),
    programme: own.programme,
  });
  await copy.change('src/styles/tokens.css', (css) => own.colours.reduce(withColours, css));
  await copy.change('src/content/questions/focus.yaml', (text) => `${text.trimEnd()}\n${own.question.file}`);
  await copy.write(`src/content/worksheets/${own.worksheet.id}.yaml`, own.worksheet.file);
  await copy.write(
    `src/content/facilitator/${own.plan.id}.mdx`,
    `---\n${own.plan.file}---\n\nThank each by name.\n`,
  );
}

const test = base.extend<object, { ours: { copy: OwnCopy; url: string } }>({
  ours: [
    // eslint-disable-next-line no-empty-pattern -- a fixture says by this pattern that it needs no other
    async ({}, use) => {
      const copy = await OwnCopy.make();
      await makeOurs(copy);
      await copy.build();
      const served = await copy.serve();
      await use({ copy, url: served.url });
      await served.close();
      await copy.remove();
    },
    { scope: 'worker', timeout: 180_000 },
  ],
  baseURL: ({ ours }, use) => use(ours.url),
});
// One build is enough for all.
test.describe.configure({ mode: 'default' });

test('name, organisation, contact and colours are ours on every page', async ({ page }) => {
  const { name, organisation, contact } = own.site;
  await page.goto('guide/');
  await expect(page).toHaveTitle(`${words.guide.title} · ${name}`);
  await expect(page.getByRole('banner').getByRole('link', { name })).toBeVisible();
  await expect(
    page.getByRole('contentinfo').getByText(fill(words.site.runBy, { organisation: organisation! })),
  ).toBeVisible();
  await page.goto('worksheets/speak-up/');
  await expect(page.getByText(fill(words.speakUp.contact, { contact: contact! }))).toBeVisible();
  await page.goto('worksheets/before-we-talk/');
  await expect(page.getByText(contact!)).toHaveCount(0);

  const token = (name: string) =>
    page.evaluate((asked) => getComputedStyle(document.documentElement).getPropertyValue(asked), `--${name}`);
  for (const [at, { scheme, media }] of (
    [
      { scheme: 'light', media: 'screen' },
      { scheme: 'dark', media: 'screen' },
      { scheme: 'light', media: 'print' },
    ] as const
  ).entries()) {
    await page.emulateMedia({ colorScheme: scheme, media });
    for (const [, name, value] of own.colours[at]!.matchAll(/--([\w-]+): (#\w+);/g))
      expect(await token(name!), `${name} ${scheme} ${media}`).toBe(value);
  }
});

test('a programme of the site’s own welcomes, orders, asks and plans for all who visit, without a link', async ({
  page,
}) => {
  const { name, welcome, worksheets, questions, rhythm, begins, ends } = own.site.programme!;
  await page.goto('');
  const home = page.getByRole('region', { name });
  await expect(home.getByText(welcome!)).toBeVisible();
  await expect(home.getByText(own.site.contact!)).toBeVisible();
  await home.getByRole('link').first().click();
  await expect(page).toHaveURL(new RegExp(`/worksheets/${worksheets[0]}/`));

  await page.goto('worksheets/');
  const first = page.getByRole('region', { name: fill(words.programme.preset.first, { programme: name }) });
  const order = await first
    .locator('[data-worksheet]')
    .evaluateAll((lines) => lines.map((line) => line.getAttribute('data-worksheet')));
  expect(order).toEqual(worksheets);

  await page.goto('questions/own/');
  await expect(page.getByText(questions[0]!)).toBeVisible();

  await page.goto('cadence/');
  await expect(page.locator('[name=howOften]')).toHaveValue(rhythm!);
  await expect(page.locator('[name=next]')).toHaveValue(begins!);
  await expect(page.locator('[name=ends]')).toHaveValue(ends!);
  await expect(page.getByText(fill(words.programme.preset.plan, { programme: name }))).toBeVisible();
});

test('a programme whose dates cannot be stops the build, and the line says what is wrong', async () => {
  const copy = await OwnCopy.make();
  try {
    await copy.setKeys('src/content/site.yaml', {
      programme: { ...own.programme, ends: '2026-12-01', worksheets: ['agreement'] },
    });
    await expect(copy.build()).rejects.toThrow(
      `src/content/site.yaml: programme: ends: ${words.cadence.trouble['before-next-meeting']}`,
    );
    await copy.setKeys('src/content/site.yaml', {
      programme: { ...own.programme, worksheets: ['agrement'] },
    });
    await expect(copy.build()).rejects.toThrow('there is no worksheet "agrement"');
    await copy.setKeys('src/content/site.yaml', { programme: { ...own.programme, begins: undefined } });
    await expect(copy.check()).rejects.toThrow('the rhythm and the first meeting go together');
  } finally {
    await copy.remove();
  }
});

test('our colours pass what measures them, and a wrong ink is told the right one', async ({
  ours: { copy },
}) => {
  for (const part of ['tests/unit/styles', 'tests/unit/support', 'vitest.config.ts'])
    await cp(join(repository, part), join(copy.folder, part), { recursive: true });
  const measure = () =>
    promisify(execFile)(process.execPath, ['node_modules/vitest/vitest.mjs', 'run', 'tests/unit/styles'], {
      cwd: copy.folder,
      env: { ...process.env, NO_COLOR: '1' },
    });
  await measure();
  const [, ink] = /--ink: (#\w+);/.exec(own.colours[0]!)!;
  await copy.change('src/styles/tokens.css', (css) => css.replace(`--ink: ${ink};`, '--ink: #000000;'));
  await expect(measure()).rejects.toThrow(`these two inks make ${ink}`);
});

test('a worksheet of one’s own is in gallery, search, print, kit and copy', async ({ page }) => {
  const ours = own.worksheet;
  const [surprise] = ours.sections[0]!.fields;
  await page.goto('worksheets/');
  await expect(page.getByRole('link', { name: ours.title, exact: true })).toBeVisible();

  const search = page.locator('.header-search input');
  await search.focus();
  await search.pressSequentially(ours.title);
  const suggested = page.locator('.header-search .found').getByRole('link', { name: ours.title });
  await expect(suggested.first()).toBeVisible();
  await suggested.first().click();

  const sheet = await new SheetPage(page, ours).alive();
  await expect(page.getByRole('heading', { level: 1, name: ours.title })).toBeVisible();
  const blank = (await printedPages(page, { format: 'A4' })).join('');
  expect(blank).toContain(unspaced(ours.paper));
  expect(blank).toContain(unspaced(surprise!.label));
  const answers = { [surprise!.id]: 'How quiet the office is.' };
  await sheet.answer(answers);
  await expect(sheet.saved).toBeVisible();
  await sheet.reload();
  await sheet.expectAnswers(answers);
  const filled = (await printedPages(page, { format: 'A4' })).join('');
  expect(filled).toContain(unspaced('How quiet the office is.'));
  expect(filled).not.toContain(unspaced(ours.paper));

  const kit = await new KitPage(page).open();
  await expect(kit.sheets).toHaveCount(1);
  await expect(kit.sheets).toContainText(ours.title);
  expect((await kit.copy()).text).toContain('How quiet the office is.');

  await page.goto('worksheets/pack/');
  await page.getByLabel(ours.title).check();
  expect((await printedPages(page, { format: 'A4' })).join('')).toContain(unspaced(ours.paper));
});

test('a question and a session plan of one’s own stand among the others', async ({ page }) => {
  await page.goto('questions/');
  await page.getByLabel(words.questions.find).fill(own.question.text);
  await expect(page.getByText(own.question.text).first()).toBeVisible();

  await page.goto('facilitate/');
  await page.getByRole('link', { name: own.plan.title }).first().click();
  await expect(page.getByRole('heading', { level: 1, name: own.plan.title })).toBeVisible();
  for (const { title, does } of own.plan.session!.steps) {
    await expect(page.locator('.steps').getByText(title)).toBeVisible();
    await expect(page.locator('.steps').getByText(does)).toBeVisible();
  }
  await expect(page.getByText('Thank each by name.')).toBeVisible();
});

test('brought into a newer version, our files stop at the word they lack, and it is named', async ({
  ours: { copy },
}) => {
  // The content of two whole sites is read.
  test.setTimeout(120_000);
  const newer = await OwnCopy.make();
  try {
    await cp(join(copy.folder, 'src/content'), join(newer.folder, 'src/content'), { recursive: true });
    await newer.check();
    await newer.change('src/content/interface.yaml', (text) => text.replace(/^ {2}skip: .*\n/m, ''));
    await expect(newer.check()).rejects.toThrow(/interface[\s\S]*site\.skip/);
  } finally {
    await newer.remove();
  }
});

test('with git, a new version comes in beside our changes, and a line changed by both is asked about', async () => {
  // Two versions are built or read.
  test.setTimeout(180_000);
  const [lines] = await readmeBlocks('9. Update later', 'sh');
  const update = async (copy: OwnCopy) => {
    for (const line of lines!.trim().split('\n')) await copy.type(line.trim());
  };
  const project = await OwnCopy.make();
  await project.publish();
  const mine = await project.clone();
  const changes = async (path: string, from: string, to: string) => {
    await project.change(path, (text) => text.replace(from, () => to));
    expect(await project.read(path)).toContain(to);
  };
  try {
    await makeOurs(mine);
    const [, first = ''] =
      /^ {4}text: (.*)$/m.exec(await project.read('src/content/questions/focus.yaml')) ?? [];
    await changes('src/content/questions/focus.yaml', first, 'What would the new version ask?');
    await changes('src/content/guide/run-your-own.mdx', '\n## 1. ', '\nA new version says more.\n\n## 1. ');
    await project.type('git commit --all --message "A new version"');
    await update(mine);
    await mine.build();
    const built = (path: string) => mine.read(`dist/${path}index.html`);
    expect(await built('guide/run-your-own/')).toContain('A new version says more.');
    expect(await built('guide/run-your-own/')).toContain(own.site.name);
    expect(await built('questions/')).toContain('What would the new version ask?');
    expect(await built('questions/')).toContain(own.question.text);
    expect(await built(`worksheets/${own.worksheet.id}/`)).toContain(own.worksheet.title);
    expect(await built(`facilitate/${own.plan.id}/`)).toContain(own.plan.title);

    await changes('src/content/site.yaml', `\nname: ${site.name}\n`, '\nname: Another\n');
    await project.type('git commit --all --message "A newer version"');
    await mine.write('src/content/worksheets/a-note.txt', 'Not yet kept.');
    await expect(update(mine)).rejects.toThrow(/CONFLICT.*src\/content\/site\.yaml/);
    await expect(mine.check()).rejects.toThrow(/site\.yaml/);
    await mine.change('src/content/site.yaml', (text) =>
      text.replace(/^<{7}.*\n([\s\S]*?)^={7}\n[\s\S]*?^>{7}.*\n/m, '$1'),
    );
    await mine.type('git commit --all --no-edit');
    await mine.check();
    expect(siteSchema.parse(parse(await mine.read('src/content/site.yaml'))).name).toBe(own.site.name);
  } finally {
    await project.remove();
    await mine.remove();
  }
});
