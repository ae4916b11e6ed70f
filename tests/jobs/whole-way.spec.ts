// The whole way, nothing explained: from the first click on the home page to the look back months later. By keyboard
// alone where there is one, by touch on a phone, and on paper at the end.
import type { Locator } from '@playwright/test';
import { fill } from '../../src/domain/words/fill';
import { expectAccessible } from './support/axe';
import { enterLink, tabTo } from './support/keyboard';
import { printedPages, unspaced } from './support/pdf';
import { beforeWeTalk, firstText, secondText, SheetPage } from './support/sheet';
import { expect, test } from './support/test';
import { words, worksheets } from './support/words';

const together = worksheets.find(({ id }) => id === 'how-are-we-doing')!;
const labels = words.worksheet;

test('two people come from the home page to an agreed date, and look back on it later', async ({
  page,
  isMobile,
}) => {
  test.slow();
  /** Presses a link or a button as this device lets one. */
  const press = async (target: Locator) => {
    if (isMobile) return target.tap();
    await tabTo(page, target);
    await page.keyboard.press('Enter');
  };
  const write = async (field: Locator, text: string) => {
    if (isMobile) await field.tap();
    else await tabTo(page, field);
    await page.keyboard.type(text);
  };
  const mark = async (group: Locator, step: number) => {
    const radios = group.getByRole('radio');
    if (isMobile)
      return group
        .locator('label')
        .nth(step - 1)
        .tap();
    await tabTo(page, radios.first());
    await page.keyboard.press('Space');
    for (let at = 1; at < step; at++) await page.keyboard.press('ArrowRight');
    await expect(radios.nth(step - 1)).toBeChecked();
  };
  const follow = (link: Locator) => (isMobile ? link.tap() : enterLink(page, link));
  const link = (name: string) => page.getByRole('link', { name });
  const field = (id: string) =>
    together.sections.flatMap(({ fields }) => fields).find((one) => one.id === id)!;

  // Alone, the week before.
  await page.goto('');
  await follow(link(words.home.begin));
  const before = await new SheetPage(page, beforeWeTalk).alive();
  await write(before.text(firstText), 'She lets me finish a thought.');
  await write(before.text(secondText), 'We run out of time before the hard part.');
  await press(before.button(labels.done));
  await expect(before.done).toContainText(labels.allUntilYouMeet);

  // Together, led section by section.
  await follow(link(words.site.checkIn).first());
  await follow(page.getByRole('link', { name: together.title, exact: true }).last());
  const talk = await new SheetPage(page, together).alive();
  const heading = page.locator('.talk-head h2');
  const on = page.locator('.talk-foot .first');
  const goOn = async () => {
    const before = await page.locator('.talk-head').innerText();
    await press(on);
    await expect.poll(() => page.locator('.talk-head').innerText()).not.toBe(before);
  };
  const goTo = async (id: string) => {
    const title = together.sections.find((section) => section.id === id)!.title!;
    for (let turns = 0; turns < 20 && (await heading.textContent()) !== title; turns++) await goOn();
    await expect(heading).toHaveText(title);
  };
  await press(talk.button(words.talk.begin));
  await expect(heading).toBeFocused();
  await goTo('one-minute-check');
  await mark(talk.group(field('get-on--mentee')), 4);
  await goOn();
  await mark(talk.group(field('get-on--mentor')), 2);
  await goTo('goes-well');
  await write(talk.text(field('goes-well--mentor')), 'He says so when a plan will not work.');
  await goTo('changes');
  await press(talk.button(labels.actionAdd));
  await expect(
    page.getByLabel(fill(labels.actionPart, { part: labels.actionWhat, n: 1 }), { exact: true }),
  ).toBeFocused();
  await page.keyboard.type('Begin with the hard part');
  await goTo('worth');
  await goTo('next');
  const next = talk.text(field('next-date'));
  if (isMobile) await next.fill('2099-02-02');
  else await write(next, '02022099');
  await press(on);
  await expect(talk.done).toContainText(fill(labels.allUntil, { date: '2 February 2099' }));
  await expect(talk.done).toContainText('Begin with the hard part');

  // Months later: what became of it, how each marked it, what was said.
  await follow(talk.done.getByRole('link', { name: words.lookBack.link }));
  const back = page.locator('.look-back[data-alive]');
  await expect(back.getByText('Begin with the hard part').first()).toBeVisible();
  await expectAccessible(page);
  await press(back.locator('summary', { hasText: field('goes-well--mentor').label }));
  await expect(back.getByText('He says so when a plan will not work.')).toBeVisible();
  if (isMobile) return;
  const paper = (await printedPages(page, { format: 'A4' })).join('');
  for (const text of ['Begin with the hard part', 'He says so when a plan will not work.']) {
    expect(paper).toContain(unspaced(text));
  }
});
