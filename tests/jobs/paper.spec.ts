// The job: have it on paper. Filled or blank, nothing cut off, the private part only when one says so.
import type { Page } from '@playwright/test';
import { counted } from '../../src/domain/words/count';
import { printedPages, unspaced } from './support/pdf';
import { answersFor, beforeWeTalk, firstText, privateText, SheetPage } from './support/sheet';
import { expect, test } from './support/test';
import { guidePages, site, words, worksheets } from './support/words';

const labels = words.worksheet;
const fields = beforeWeTalk.sections.flatMap((section) => section.fields);
const secret = String(answersFor()[privateText.id]);

/** What the browser's own print command gives: the words on each page. */
async function paper(page: Page, format: 'A4' | 'Letter' = 'A4'): Promise<string[]> {
  return printedPages(page, { format, preferCSSPageSize: false });
}

/** All words on the paper, without the numbers of the pages, which would stand in the middle of a sentence. */
const wordsOn = (pages: string[]) => pages.map((text) => text.replace(/^\d+\/\d+/, '')).join('');

/**
 * Counts how often the page asks the browser to print, in place of a dialog. The page then stands as it does while
 * the dialog is open, until `paper` prints it.
 */
async function countPrints(page: Page): Promise<() => Promise<number>> {
  await page.addInitScript(() => {
    const counter = window as unknown as { prints: number };
    counter.prints = 0;
    window.print = () => {
      counter.prints++;
    };
  });
  return () => page.evaluate(() => (window as unknown as { prints: number }).prints);
}

/** Whether words are on one page, or begin on one and go on at the top of the next. */
const isOn = (pages: string[], text: string) =>
  pages.some((here, at) => {
    const next = (pages[at + 1] ?? '').replace(/^\d+\/\d+/, '');
    const parted = Array.from(text, (_, end) => end + 1).some(
      (end) => here.includes(text.slice(0, end)) && next.includes(text.slice(end)),
    );
    return here.includes(text) || parted;
  });

const isFilled = (pages: string[]) =>
  wordsOn(pages).includes(unspaced(labels.writtenFrom.replace(/\{date\}.*/, '')));
const isBlank = (pages: string[]) => wordsOn(pages).includes(unspaced(words.paper.togetherText));

test.describe('the guide on paper', () => {
  test.skip(({ isMobile }) => isMobile, 'paper is as wide on every screen');

  for (const { id, title } of guidePages) {
    test(`“${title}” has every word, and nothing that only works on a screen`, async ({ page }) => {
      await page.goto(`guide/${id}/`);
      const pages = await paper(page);
      const addresses = await page
        .locator('main a[href^=http]')
        .evaluateAll((links: HTMLAnchorElement[]) => links.map(({ href }) => href));
      for (const address of addresses) expect(wordsOn(pages)).toContain(address);
      await page.emulateMedia({ media: 'print' });
      const written = await page
        .locator('main :is(h1, h2, h3, p, li, dt, dd, th, td):not(:has(p, li))')
        .evaluateAll((parts: HTMLElement[]) =>
          parts.filter((part) => part.checkVisibility()).map((part) => part.innerText),
        );
      expect(written.length).toBeGreaterThan(10);
      const bare = pages.map((text) => text.replace(/\(https?:[^)]*\)/g, ''));
      expect(written.filter((part) => !isOn(bare, unspaced(part)))).toEqual([]);
      for (const onScreen of [words.site.skip, words.site.about]) {
        expect(wordsOn(pages)).not.toContain(unspaced(onScreen));
      }
      await expect(page.locator('header').getByRole('link', { name: site.name })).toBeVisible();
      for (const way of [words.site.read, words.site.checkIn, words.site.search]) {
        await expect(page.locator('header').getByText(way, { exact: true })).toBeHidden();
      }
    });
  }

  test('is dark on white, also from a dark screen', async ({ page }) => {
    await page.goto(`guide/${guidePages[0]!.id}/`);
    for (const colorScheme of ['light', 'dark'] as const) {
      await page.emulateMedia({ media: 'print', colorScheme });
      const colours = await page.evaluate(() => {
        const canvas = document.createElement('canvas').getContext('2d')!;
        const lightness = (colour: string) => {
          canvas.fillStyle = '#fff';
          canvas.fillRect(0, 0, 1, 1);
          canvas.fillStyle = colour;
          canvas.fillRect(0, 0, 1, 1);
          const [r = 0, g = 0, b = 0] = canvas.getImageData(0, 0, 1, 1).data;
          return (r + g + b) / 765;
        };
        const { color, backgroundColor } = getComputedStyle(document.body);
        return { ink: lightness(color), paper: lightness(backgroundColor) };
      });
      expect(colours.ink).toBeLessThan(0.2);
      expect(colours.paper).toBe(1);
    }
  });
});

test.describe('a filled sheet on paper', () => {
  test('has every answer as a letter, and nothing of the form', async ({ page }) => {
    const sheet = await new SheetPage(page).open();
    const answers = answersFor();
    await sheet.side('mentee').check();
    await sheet.answer(answers);
    await sheet.example.first().locator('summary').click();
    const pages = await paper(page);
    const text = wordsOn(pages);
    expect(isFilled(pages)).toBe(true);
    expect(isBlank(pages)).toBe(false);
    for (const field of fields.filter(({ private: own }) => !own)) {
      expect(text).toContain(unspaced(field.label));
      // Once each: the form, the example and the blank sheet ask the same.
      expect(text.split(unspaced(field.label))).toHaveLength(2);
    }
    expect(text).toContain(unspaced(beforeWeTalk.title));
    expect(text).toContain(unspaced(String(answers['ask-for']).replace('🙂', '')).slice(0, 30));
    for (const option of ['options' in fields[3]! ? fields[3].options.slice(0, 2) : []].flat()) {
      expect(text).toContain(unspaced(option.label));
    }
    expect(text).toContain(unspaced(labels.scaleMark.replace('{n}', '4')));
    for (const word of [labels.print, labels.done, labels.more, labels.example, labels.keptTitle]) {
      expect(text).not.toContain(unspaced(word));
    }
  });

  test('a long answer is whole: all of its forty lines', async ({ page }) => {
    const sheet = await new SheetPage(page).open();
    const lines = Array.from({ length: 40 }, (_, at) => `Line ${at + 1} of forty, and nothing cut.`);
    await sheet.text(firstText).fill(lines.join('\n'));
    await sheet.openMore();
    const [more] = beforeWeTalk.sections.find((section) => section.more)!.fields;
    await sheet.text(more!).fill('After it');
    for (const format of ['A4', 'Letter'] as const) {
      const pages = await paper(page, format);
      const text = wordsOn(pages);
      expect(pages.length).toBeGreaterThan(1);
      for (const line of lines) expect(text).toContain(unspaced(line));
      expect(text).toContain('Afterit');
    }
    // And in the layout: no box on the way cuts what is in it.
    await page.emulateMedia({ media: 'print' });
    const cut = await page.locator('.written').evaluateAll((answers) =>
      answers.flatMap((answer) => {
        const around: string[] = [];
        for (let box: Element | null = answer; box && box !== document.body; box = box.parentElement) {
          const { overflowX, overflowY } = getComputedStyle(box);
          if (overflowX !== 'visible' || overflowY !== 'visible') around.push(box.className);
        }
        return around;
      }),
    );
    expect(cut).toEqual([]);
  });

  test('a word without an end stays on the paper', async ({ page }) => {
    const sheet = await new SheetPage(page).open();
    const word = 'Donaudampfschifffahrt'.repeat(15);
    await sheet.text(firstText).fill(word);
    expect(wordsOn(await paper(page))).toContain(word);
  });

  test('what was typed this very moment is on it', async ({ page }) => {
    const sheet = await new SheetPage(page).open();
    await sheet.text(firstText).pressSequentially('Just now');
    expect(wordsOn(await paper(page))).toContain('Justnow');
    await page.keyboard.type(' and now');
    expect(wordsOn(await paper(page))).toContain('Justnowandnow');
  });

  test('a done sheet prints once, as it stands', async ({ page }) => {
    const sheet = await new SheetPage(page).open();
    await sheet.text(firstText).fill('Said once only');
    await sheet.markDone();
    const pages = await paper(page);
    expect(wordsOn(pages).split('Saidonceonly')).toHaveLength(2);
    expect(pages).toHaveLength(1);
  });

  test('a warning stays off the paper', async ({ page }) => {
    await page.addInitScript(() => Object.defineProperty(window, 'localStorage', { get: () => null }));
    const sheet = await new SheetPage(page).open();
    await sheet.text(firstText).fill('On paper at least');
    const text = wordsOn(await paper(page));
    expect(text).toContain('Onpaperatleast');
    expect(text).not.toContain(unspaced(words.trouble.blockedTitle));
  });
});

test.describe('the private part on paper', () => {
  test('is left out by the browser’s own print command', async ({ page }) => {
    const sheet = await new SheetPage(page).open();
    await sheet.answer(answersFor());
    const text = wordsOn(await paper(page));
    expect(text).not.toContain(unspaced(secret));
    expect(text).not.toContain(unspaced(privateText.label));
  });

  test('is asked about, and left out unless one says so, each time anew', async ({ page }) => {
    const prints = await countPrints(page);
    const sheet = await new SheetPage(page).open();
    await sheet.answer(answersFor());

    await sheet.button(labels.print).click();
    await expect(sheet.printQuestion.getByText(labels.printAskText)).toBeVisible();
    expect(await prints()).toBe(0);
    await sheet.button(labels.printCancel).click();
    await expect(sheet.printQuestion).toBeHidden();
    expect(await prints()).toBe(0);

    await sheet.button(labels.print).click();
    await sheet.button(labels.printWithout).click();
    expect(await prints()).toBe(1);
    expect(wordsOn(await paper(page))).not.toContain(unspaced(secret));

    await sheet.button(labels.print).click();
    await sheet.button(labels.printWith).click();
    expect(await prints()).toBe(2);
    const text = wordsOn(await paper(page));
    expect(text).toContain(unspaced(secret));
    expect(text).toContain(unspaced(privateText.label));
    await expect(sheet.printQuestion).toBeHidden();

    // The yes was for that once.
    expect(wordsOn(await paper(page))).not.toContain(unspaced(secret));
  });

  test('is not asked about when there is none', async ({ page }) => {
    const prints = await countPrints(page);
    const sheet = await new SheetPage(page).open();
    await sheet.text(firstText).fill('For all to see');
    await sheet.button(labels.print).click();
    await expect.poll(prints).toBe(1);
    await expect(sheet.printQuestion).toBeHidden();
    expect(wordsOn(await paper(page))).toContain('Foralltosee');
  });

  test('is asked about on a done sheet too', async ({ page }) => {
    const prints = await countPrints(page);
    const sheet = await new SheetPage(page).open();
    await sheet.answer(answersFor());
    await sheet.markDone();
    await sheet.done.getByRole('button', { name: labels.print, exact: true }).click();
    await expect(sheet.printQuestion).toBeVisible();
    await sheet.button(labels.printWith).click();
    expect(await prints()).toBe(1);
    expect(wordsOn(await paper(page))).toContain(unspaced(secret));
  });
});

test.describe('the blank sheet', () => {
  for (const worksheet of worksheets) {
    for (const format of ['A4', 'Letter'] as const) {
      const isFolded = worksheet.who === 'each-alone';
      const what = isFolded ? 'holds each question in both columns' : 'holds each question once';
      test(`“${worksheet.title}” on ${format} ${what}`, async ({ page, isMobile }) => {
        test.skip(isMobile, 'paper is the same from any screen');
        await new SheetPage(page, worksheet).open();
        const pages = await paper(page, format);
        // Two marks on each of seven levels need room; all else is one sheet, written on both sides at most.
        expect(pages.length).toBeLessThanOrEqual(
          worksheet.id === 'before-we-talk' ? 1 : worksheet.id === 'levels' ? 3 : 2,
        );
        const text = wordsOn(pages);
        for (const { label } of worksheet.sections.filter(({ more }) => !more).flatMap((one) => one.fields)) {
          expect(text.split(unspaced(label)), label).toHaveLength(isFolded ? 3 : 2);
        }
        const steps = worksheet.sections.filter(({ more }) => !more);
        // The page leads two people by its steps and their minutes.
        for (const { title = '', minutes } of worksheet.who === 'both' ? steps : []) {
          expect(text).toContain(unspaced(title + counted(minutes, words.talk.minutes)));
        }
        const parts = isFolded ? [words.paper.mentor, words.paper.mentee, words.paper.nextDate] : [];
        for (const part of [...parts, site.name]) expect(text).toContain(unspaced(part));
      });
    }
  }

  test('is what an untouched form prints, from the menu and from the button', async ({ page }) => {
    const prints = await countPrints(page);
    const sheet = await new SheetPage(page).open();
    const pages = await paper(page);
    expect([isBlank(pages), isFilled(pages)]).toEqual([true, false]);
    await sheet.button(labels.print).click();
    expect(await prints()).toBe(1);
    expect(isBlank(await paper(page))).toBe(true);
  });

  test('is what an emptied form prints', async ({ page }) => {
    const sheet = await new SheetPage(page).open();
    await sheet.text(firstText).fill('Not for long');
    expect(isFilled(await paper(page))).toBe(true);
    await sheet.text(firstText).fill('');
    const pages = await paper(page);
    expect([isBlank(pages), isFilled(pages)]).toEqual([true, false]);
  });

  test('can be had although the sheet is filled, once', async ({ page }) => {
    const prints = await countPrints(page);
    const sheet = await new SheetPage(page).open();
    await sheet.answer(answersFor());
    await sheet.openTools();
    await sheet.button(labels.printBlank).click();
    expect(await prints()).toBe(1);
    const blank = await paper(page);
    expect([isBlank(blank), isFilled(blank)]).toEqual([true, false]);
    expect(blank).toHaveLength(1);
    expect(wordsOn(blank)).not.toContain(unspaced(secret));

    const filled = await paper(page);
    expect([isBlank(filled), isFilled(filled)]).toEqual([false, true]);
  });
});
