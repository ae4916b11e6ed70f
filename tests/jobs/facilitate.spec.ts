// The job: teach it to twenty pairs in an hour and keep it light afterwards, from a plan with timings that add up.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { parse } from 'yaml';
import { roleCardsSchema } from '../../src/domain/facilitator/role-cards';
import { minutesByMode } from '../../src/domain/facilitator/session-plan';
import { clock, timed } from '../../src/domain/facilitator/time';
import { counted } from '../../src/domain/words/count';
import { fill } from '../../src/domain/words/fill';
import { expectAccessible } from './support/axe';
import { beyondTheEdge } from './support/edges';
import { printedPages, unspaced } from './support/pdf';
import { expect, test } from './support/test';
import { facilitatorPages, site, words } from './support/words';

const labels = words.facilitate;
const pages = facilitatorPages;
const sessions = pages.flatMap(({ session, ...page }) => (session ? [{ ...page, session }] : []));
const launch = sessions[0]!;
const { scenes } = roleCardsSchema.parse(
  parse(readFileSync(join(import.meta.dirname, '../../src/content/facilitator/role-cards.yaml'), 'utf8')),
);
const time = (n: number) => counted(n, labels.minutes);

async function printed(page: Page, format: 'A4' | 'Letter'): Promise<string[]> {
  return printedPages(page, { format });
}

test.describe('the facilitator’s guide', () => {
  test('is reached from the first page, the guide and the foot of every page', async ({ page }) => {
    await page.goto('');
    await page.getByRole('main').getByRole('link', { name: words.home.facilitate }).click();
    await expect(page.getByRole('heading', { level: 1, name: labels.title })).toBeVisible();
    await page.goto('guide/');
    await page.getByRole('main').getByRole('link', { name: words.guide.facilitate }).click();
    await expect(page).toHaveURL(/\/facilitate\/$/);
    await page.goto('questions/');
    await page.getByRole('contentinfo').getByRole('link', { name: words.site.facilitate }).click();
    await expect(page).toHaveURL(/\/facilitate\/$/);
  });

  test('lists its pages with their minutes, and has one obvious first step: the launch', async ({ page }) => {
    await page.goto('facilitate/');
    for (const { title, description, session } of pages) {
      const item = page
        .getByRole('main')
        .getByRole('listitem')
        .filter({ has: page.getByRole('link', { name: title, exact: true }) });
      await expect(item).toContainText(description);
      if (session) await expect(item).toContainText(fill(labels.session, { minutes: time(session.minutes) }));
      else await expect(item).toContainText(/\d+ minutes? to read/);
    }
    await expect(page.locator('.next')).toContainText(time(launch.session.minutes));
    await page.getByRole('link', { name: labels.first, exact: true }).click();
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(launch.title);
  });

  test('is read page by page to the last one, and back', async ({ page }) => {
    await page.goto(`facilitate/${pages[0]!.id}/`);
    const turn = page.getByRole('navigation', { name: words.guide.pages });
    const title = page.getByRole('heading', { level: 1 });
    for (const [at, { title: expected }] of pages.entries()) {
      await expect(title).toHaveText(expected);
      await expect(page.getByText(fill(labels.page, { n: at + 1, all: pages.length }))).toBeVisible();
      const next = pages[at + 1];
      if (next) await turn.getByRole('link', { name: next.title }).click();
      else await expect(turn.getByRole('link')).toHaveCount(1);
    }
    await turn.getByRole('link').click();
    await expect(title).toHaveText(pages.at(-2)!.title);
  });

  for (const { id, title } of pages) {
    test(`“${title}” is open to everyone`, async ({ page }) => {
      await page.goto(`facilitate/${id}/`);
      await expect(page).toHaveTitle(`${title} · ${site.name}`);
      await expectAccessible(page);
      const levels = await page
        .locator('main :is(h1, h2, h3, h4)')
        .evaluateAll((headings) => headings.map(({ tagName }) => Number(tagName[1])));
      levels.reduce((above, level) => {
        expect(level).toBeLessThanOrEqual(above + 1);
        return level;
      });
    });
  }
});

for (const javaScriptEnabled of [true, false]) {
  test.describe(javaScriptEnabled ? 'with script' : 'without script', () => {
    test.use({ javaScriptEnabled });

    for (const { id, title, session } of sessions) {
      test(`“${title}” is a table whose minutes add up`, async ({ page }) => {
        await page.goto(`facilitate/${id}/`);
        const rows = page.getByRole('table').locator('tbody').getByRole('row');
        await expect(rows).toHaveCount(session.steps.length);
        let sum = 0;
        for (const [at, step] of timed(session.steps).entries()) {
          const row = rows.nth(at);
          await expect(row.getByRole('heading', { name: step.title, exact: true })).toBeVisible();
          const minutes = row.getByRole('cell').first();
          await expect(minutes).toContainText(fill(labels.from, { time: clock(step.from) }));
          sum += Number(await minutes.locator('b').innerText());
          await expect(row).toContainText(labels.modes[step.mode]);
          for (const words of [step.does, ...step.says]) await expect(row).toContainText(words);
          if (step.short) await expect(row).toContainText(step.short.how);
          await expect(row.getByRole('cell').nth(1).getByRole('link')).toHaveCount(step.handouts.length);
        }
        expect(sum).toBe(session.minutes);
        await expect(page.locator('tfoot')).toHaveText(new RegExp(`^\\s*${sum}\\s*${labels.total}\\s*$`));
      });

      test(`“${title}” has a bar of time with words`, async ({ page }) => {
        await page.goto(`facilitate/${id}/`);
        const bar = page.getByRole('list', {
          name: fill(labels.bar, { minutes: time(session.minutes) }),
        });
        const parts = bar.getByRole('listitem');
        await expect(parts).toHaveCount(session.steps.length);
        const widths = await parts.evaluateAll((all) => all.map((one) => one.getBoundingClientRect().width));
        for (const [at, step] of session.steps.entries()) {
          await expect(parts.nth(at)).toContainText(
            fill(labels.barStep, {
              title: step.title,
              minutes: time(step.minutes),
              mode: labels.modes[step.mode],
            }),
          );
          // As wide as it is long, beside the first.
          const { minutes } = session.steps[0]!;
          expect(widths[at]! / widths[0]!).toBeCloseTo(step.minutes / minutes, 0);
        }
        for (const { mode, minutes } of minutesByMode(session.steps)) {
          const key = fill(labels.modeMinutes, { mode: labels.modes[mode], minutes: time(minutes) });
          await expect(page.getByText(key, { exact: true })).toBeVisible();
        }
      });
    }
  });
}

test('every handout is there to open', async ({ page }) => {
  for (const { id, session } of sessions) {
    await page.goto(`facilitate/${id}/`);
    const list = page.getByRole('region', { name: labels.before }).getByRole('listitem').getByRole('link');
    await expect(list).toHaveCount(session.handouts.length);
    for (const link of await list.all()) {
      const address = await link.evaluate((element: HTMLAnchorElement) => element.href);
      expect((await page.request.get(address)).ok(), address).toBe(true);
    }
  }
});

test('the role cards can be read beside the plan that uses them', async ({ page }) => {
  const { id } = sessions.find(({ session }) => session.handouts.some(({ use }) => use === 'role-cards'))!;
  await page.goto(`facilitate/${id}/`);
  await page.getByText(labels.roleCards.see, { exact: true }).click();
  for (const { who, you, play } of scenes.flatMap(({ cards }) => cards)) {
    for (const words of [who, you, play]) await expect(page.getByText(words, { exact: true })).toBeVisible();
  }
  await expectAccessible(page);
});

test('nothing is wider than 320 pixels', async ({ page }) => {
  await page.setViewportSize({ width: 320, height: 640 });
  for (const path of ['', 'role-cards/', ...pages.map(({ id }) => `${id}/`)]) {
    await page.goto(`facilitate/${path}`);
    await page.evaluate(() => {
      for (const fold of document.querySelectorAll('details')) fold.open = true;
    });
    expect(await beyondTheEdge(page), path).toEqual([]);
    // A number of minutes stays in one line.
    for (const number of await page.locator('.steps .min b').all()) {
      const { height, size } = await number.evaluate((element) => ({
        height: element.getBoundingClientRect().height,
        size: parseFloat(getComputedStyle(element).fontSize),
      }));
      expect(height).toBeLessThan(size * 1.5);
    }
  }
});

test.describe('on paper', () => {
  test.skip(({ isMobile }) => isMobile, 'paper is as wide on every screen');

  for (const format of ['A4', 'Letter'] as const) {
    for (const { id, title, session } of sessions) {
      test(`“${title}” is a running sheet of one or two pages, ${format}, with nothing cut`, async ({
        page,
      }) => {
        await page.goto(`facilitate/${id}/`);
        const sheets = await printed(page, format);
        expect(sheets.length).toBeLessThanOrEqual(2);
        for (const { title, does, says, short } of session.steps) {
          // No step is torn in two.
          const whole = [title, does, ...says, short?.how ?? ''].map(unspaced);
          expect(
            sheets.some((sheet) => whole.every((part) => sheet.includes(part))),
            title,
          ).toBe(true);
        }
        const all = sheets.join('');
        for (const { text } of session.aims) expect(all).toContain(unspaced(text));
        for (const text of [...session.before, ...session.materials]) expect(all).toContain(unspaced(text));
        expect(all.split(unspaced(labels.total))).toHaveLength(2);
        await page.emulateMedia({ media: 'print' });
        const headings = await page.locator('.prose h2').allInnerTexts();
        for (const heading of headings) expect(all).toContain(unspaced(heading));
      });
    }

    test(`the year keeps to one page, ${format}`, async ({ page }) => {
      const { id } = pages.find(({ onePage }) => onePage)!;
      await page.goto(`facilitate/${id}/`);
      expect(await printed(page, format)).toHaveLength(1);
    });

    test(`role cards are cut out of two pages, none of them torn, ${format}`, async ({ page }) => {
      await page.goto('facilitate/role-cards/');
      const sheets = await printed(page, format);
      expect(sheets).toHaveLength(2);
      for (const { cards } of scenes) {
        const whole = cards.flatMap(({ who, you, play }) => [who, you, play].map(unspaced));
        expect(sheets.some((sheet) => whole.every((part) => sheet.includes(part)))).toBe(true);
      }
    });
  }
});
