// The job: a programme drops a worksheet of its own into the folder, and names whom to ask. No code is touched.
import { execFile } from 'node:child_process';
import { appendFile, cp, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { parse } from 'yaml';
import { worksheetSchema } from '../../src/domain/worksheets/definition';
import { fill } from '../../src/domain/words/fill';
import { serve } from '../../tools/serve.mjs';
import { KitPage } from './support/kit';
import { printedPages, unspaced } from './support/pdf';
import { SheetPage } from './support/sheet';
import { expect, test as base } from './support/test';
import { words } from './support/words';

const repository = join(import.meta.dirname, '../..');
const contact = 'Rosa, on +44 20 7946 0000';
const file = `
title: The first ten weeks
order: 90
who: each-alone
when: when-needed
minutes: 5
description: Five minutes on how the start went, for a programme of our own.
purpose: For the week in which the trial period ends.
paper: Five minutes with a pen.
guide: start
sections:
  - id: all
    minutes: 5
    fields:
      - id: surprised
        kind: long-text
        label: What surprised you in the first ten weeks?
      - id: pace
        kind: scale
        label: How was the pace?
        ends: { low: Too slow, high: Too fast }
example:
  by: Lena, a nurse in training
  side: mentee
  answers:
    surprised: That he writes everything down.
    pace: 4
`;
const ours = { id: 'our-own', ...worksheetSchema.parse(parse(file)) };
const [surprised, pace] = ours.sections[0]!.fields;

const test = base.extend<object, { ownSite: string }>({
  ownSite: [
    // eslint-disable-next-line no-empty-pattern -- a fixture says by this pattern that it needs no other
    async ({}, use) => {
      const folder = await mkdtemp(join(tmpdir(), 'own-worksheet-'));
      for (const part of ['src', 'public', 'package.json', 'tsconfig.json', 'astro.config.mjs'])
        await cp(join(repository, part), join(folder, part), { recursive: true });
      await symlink(join(repository, 'node_modules'), join(folder, 'node_modules'));
      await writeFile(join(folder, 'src/content/worksheets/our-own.yaml'), file);
      await appendFile(join(folder, 'src/content/site.yaml'), `\ncontact: ${contact}\n`);
      // What a build remembers stays out of the folder that all builds share.
      await writeFile(
        join(folder, 'here.config.mjs'),
        `import config from './astro.config.mjs';\nexport default { ...config, cacheDir: './.cache' };\n`,
      );
      await promisify(execFile)(
        process.execPath,
        ['node_modules/astro/bin/astro.mjs', 'build', '--force', '--config', 'here.config.mjs'],
        { cwd: folder, env: { ...process.env, ASTRO_TELEMETRY_DISABLED: '1' } },
      );
      const site = await serve({ root: join(folder, 'dist'), base: '/', compress: true });
      await use(site.url);
      await site.close();
      await rm(folder, { recursive: true, force: true });
    },
    { scope: 'worker', timeout: 180_000 },
  ],
  baseURL: ({ ownSite }, use) => use(ownSite),
});

test('a worksheet of one’s own is in gallery, search, print, kit and copy', async ({ page, isMobile }) => {
  test.skip(isMobile, 'built once is enough');
  await page.goto('worksheets/');
  await expect(page.getByRole('link', { name: ours.title, exact: true })).toBeVisible();

  const search = page.locator('.header-search input');
  await search.focus();
  await search.pressSequentially('ten weeks');
  const suggested = page.locator('.header-search .found').getByRole('link', { name: ours.title });
  await expect(suggested.first()).toBeVisible();
  await suggested.first().click();

  const sheet = await new SheetPage(page, ours).alive();
  await expect(page.getByRole('heading', { level: 1, name: ours.title })).toBeVisible();
  const blank = printedPages(await page.pdf({ format: 'A4' })).join('');
  expect(blank).toContain(unspaced(ours.paper));
  expect(blank).toContain(unspaced(surprised!.label));
  const answers = { [surprised!.id]: 'How quiet the office is.', [pace!.id]: 2 };
  await sheet.answer(answers);
  await expect(sheet.saved).toBeVisible();
  await sheet.reload();
  await sheet.expectAnswers(answers);
  const filled = printedPages(await page.pdf({ format: 'A4' })).join('');
  expect(filled).toContain(unspaced('How quiet the office is.'));
  expect(filled).not.toContain(unspaced(ours.paper));

  const kit = await new KitPage(page).open();
  await expect(kit.sheets).toHaveCount(1);
  await expect(kit.sheets).toContainText(ours.title);
  expect((await kit.copy()).text).toContain('How quiet the office is.');

  await page.goto('worksheets/pack/');
  await page.getByLabel(ours.title).check();
  expect(printedPages(await page.pdf({ format: 'A4' })).join('')).toContain(unspaced(ours.paper));

  await page.goto('worksheets/speak-up/');
  await expect(page.getByText(fill(words.speakUp.contact, { contact }))).toBeVisible();
  await page.goto('worksheets/before-we-talk/');
  await expect(page.getByText(contact)).toHaveCount(0);
});
