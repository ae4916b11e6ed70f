// The job: alone, the week before, prepare for the talk. Ten minutes, saved as one types, private parts private.
import { fill } from '../../src/domain/words/fill';
import { expectAccessible } from './support/axe';
import { enterLink, tabTo } from './support/keyboard';
import {
  answersFor,
  beforeWeTalk,
  fieldsWithDeeper,
  firstText,
  privateText,
  secondText,
  SheetPage,
} from './support/sheet';
import { expect, test } from './support/test';
import { anyOf, words, worksheets } from './support/words';

const labels = words.worksheet;
const goodbye = 'guide/';

test.describe('from the first page to a sheet', () => {
  test('one button leads to a sheet that asks nothing first and can be written in', async ({ page }) => {
    await page.goto('');
    await page.getByRole('link', { name: words.home.begin }).click();
    const sheet = await new SheetPage(page).alive();
    await expect(page.getByRole('heading', { level: 1, name: beforeWeTalk.title })).toBeVisible();
    await expect(page.getByText(labels.notYet)).toBeVisible();
    await expect(sheet.trouble).toBeEmpty();
    expect(await sheet.answers()).toEqual({});

    await sheet.text(firstText).fill('The Thursday with the fuse board.');
    await expect(sheet.saved).toBeVisible();
    await expect(page.getByText(labels.savedWhere)).toBeVisible();
  });

  for (const worksheet of worksheets) {
    test(`“${worksheet.title}” keeps every kind of answer over a reload`, async ({ page }) => {
      const sheet = await new SheetPage(page, worksheet).open();
      const answers = answersFor(worksheet);
      const hasSide = worksheet.who === 'each-alone' || worksheet.who === 'alone';
      if (hasSide) await sheet.side('mentee').check();
      else await expect(sheet.side('mentee')).toHaveCount(0);
      await sheet.answer(answers);
      await expect(sheet.saved).toBeVisible();
      await sheet.reload();
      await sheet.expectAnswers(answers);
      if (hasSide) await expect(sheet.side('mentee')).toBeChecked();
      await expect(sheet.saved).toBeVisible();
      await expect(page.getByText(labels.notYet)).toBeHidden();
    });
  }

  test.describe('together', () => {
    const together = worksheets.find(({ id }) => id === 'how-are-we-doing')!;
    const fields = together.sections.flatMap((section) => section.fields);
    const actions = fields.find(({ kind }) => kind === 'actions')!;
    const drawn = fields.find(({ kind }) => kind === 'question')!;

    test('a quick hand that types at once after asking for another change loses no letter', async ({
      page,
    }) => {
      const sheet = await new SheetPage(page, together).open();
      await sheet.button(labels.actionAdd).click();
      const what = (n: number) =>
        page.getByLabel(fill(labels.actionPart, { part: labels.actionWhat, n }), { exact: true });
      await expect(what(1)).toBeFocused();
      const another = sheet.button(labels.actionAnother);
      // Before the next frame, as the next key may come before it.
      const focused = await another.evaluate(async (button: HTMLElement) => {
        button.click();
        await Promise.resolve();
        return document.activeElement?.id;
      });
      await expect(what(2)).toHaveId(focused ?? 'none');
    });

    test('changes are written down, put in order, removed and put back, and are what we agreed', async ({
      page,
    }) => {
      const sheet = await new SheetPage(page, together).open();
      const part = (name: string, n: number) =>
        page.getByLabel(fill(labels.actionPart, { part: name, n }), { exact: true });
      await sheet.button(labels.actionAdd).click();
      await expect(part(labels.actionWhat, 1)).toBeFocused();
      await page.keyboard.type('Begin with her question');
      await part(labels.actionWho, 1).fill('Ravi');
      await part(labels.actionBy, 1).fill('2027-03-01');
      await sheet.button(labels.actionAnother).click();
      await page.keyboard.type('Meet in the café');
      await part(labels.actionUp, 2).click();
      await expect(part(labels.actionWhat, 1)).toHaveValue('Meet in the café');
      await part(labels.actionRemove, 1).click();
      await expect(part(labels.actionWhat, 1)).toHaveValue('Begin with her question');
      await expect(sheet.button(labels.actionUndo)).toBeFocused();
      await page.keyboard.press('Enter');
      await expect(part(labels.actionWhat, 1)).toHaveValue('Meet in the café');
      await expect(part(labels.actionWhat, 1)).toBeFocused();
      await expect(sheet.saved).toBeVisible();
      await sheet.reload();
      await expect(part(labels.actionWhat, 1)).toHaveValue('Meet in the café');
      await expect(part(labels.actionBy, 2)).toHaveValue('2027-03-01');
      await expectAccessible(page);
      await page.goto('kit/');
      const agreed = page.getByRole('region', { name: words.kit.actions }).getByRole('listitem');
      await expect(agreed).toHaveCount(2);
      await expect(agreed.first()).toContainText('Begin with her question');
    });

    test('a question is drawn from the bank, and both answer it', async ({ page }) => {
      const sheet = await new SheetPage(page, together).open();
      const question = page.getByLabel(labels.questionAsked, { exact: true });
      await sheet.button(labels.questionDraw).click();
      await expect(question).not.toHaveValue('');
      const first = await question.inputValue();
      await sheet.button(labels.questionAnother).click();
      await expect(question).not.toHaveValue(first);
      const asked = await question.inputValue();
      await sheet.text(drawn).fill('We met too late');
      await expect(sheet.saved).toBeVisible();
      await sheet.reload();
      await expect(question).toHaveValue(asked);
      await expect(sheet.text(drawn)).toHaveValue('We met too late');
      await sheet.markDone();
      await expect(sheet.done).toContainText(asked);
      expect(actions.label).not.toBe(asked);
    });
  });

  test('an answer can be taken back, and stays taken back', async ({ page }) => {
    const sheet = await new SheetPage(page).open();
    const answers = answersFor();
    await sheet.answer(answers);
    await sheet.text(firstText).fill('');
    const choice = beforeWeTalk.sections
      .flatMap(({ fields }) => fields)
      .find((f) => f.kind === 'multiple-choice')!;
    for (const box of await sheet.group(choice).getByRole('checkbox').all()) await box.uncheck();
    await sheet.reload();
    delete answers[firstText.id];
    delete answers[choice.id];
    await sheet.expectAnswers(answers);
  });

  test('the first page shows the open sheet before all else and leads to it', async ({ page }) => {
    await page.goto('');
    const welcome = page.getByRole('region', { name: words.home.openTitle });
    await expect(welcome).toBeHidden();
    const sheet = await new SheetPage(page).open();
    await sheet.text(firstText).fill('Half a thought');
    await page.goto('');
    await expect(welcome.getByText(anyOf(words.home.openSaved))).toBeVisible();
    const top = await welcome.boundingBox();
    const begin = await page.getByRole('heading', { level: 1 }).boundingBox();
    expect(top!.y).toBeLessThan(begin!.y);
    await welcome.getByRole('link', { name: words.home.openGoOn }).click();
    await sheet.alive();
    await expect(sheet.text(firstText)).toHaveValue('Half a thought');
  });
});

test.describe('nothing is lost', () => {
  test('when one follows a link right after the last key', async ({ page }) => {
    const sheet = await new SheetPage(page).open();
    await sheet.text(firstText).pressSequentially('to the very last key');
    await page.goto(goodbye);
    await sheet.open();
    await expect(sheet.text(firstText)).toHaveValue('to the very last key');
  });

  test('when one goes back right after the last key', async ({ page }) => {
    await page.goto(goodbye);
    const sheet = await new SheetPage(page).open();
    await sheet.text(firstText).pressSequentially('back we go');
    await page.goBack();
    await sheet.open();
    await expect(sheet.text(firstText)).toHaveValue('back we go');
  });

  test('when one reloads right after a mark and a tick', async ({ page }) => {
    const sheet = await new SheetPage(page).open();
    const { 'say-so': mark, 'would-help': ticks } = answersFor();
    const answers = { 'say-so': mark!, 'would-help': ticks! };
    await sheet.answer(answers);
    await sheet.reload();
    await sheet.expectAnswers(answers);
  });

  test('when the page is closed right after the last key', async ({ page, context }) => {
    const sheet = await new SheetPage(page).open();
    await sheet.text(privateText).pressSequentially('gone in a blink');
    await page.close({ runBeforeUnload: true });
    const again = await new SheetPage(await context.newPage()).open();
    await expect(again.text(privateText)).toHaveValue('gone in a blink');
  });

  test('when the page crashes, but the last second', async ({ page, context }) => {
    const sheet = await new SheetPage(page).open();
    await sheet.text(firstText).pressSequentially('one, two, three');
    await expect(sheet.saved).toBeVisible();
    const crashed = page.waitForEvent('crash');
    const devTools = await context.newCDPSession(page);
    void devTools.send('Page.crash').catch(() => undefined);
    await crashed;
    const again = await new SheetPage(await context.newPage()).open();
    await expect(again.text(firstText)).toHaveValue('one, two, three');
  });
});

test.describe('before the page has come alive', () => {
  /** Holds every script back until it is let go. */
  async function slowLine(page: SheetPage['page']): Promise<() => void> {
    let letGo = (): void => undefined;
    const gate = new Promise<void>((resolve) => (letGo = resolve));
    await page.route('**/*.js', async (route) => {
      await gate;
      await route.continue();
    });
    return letGo;
  }

  test('what is typed on a slow line is kept', async ({ page }) => {
    const letGo = await slowLine(page);
    const sheet = new SheetPage(page);
    await page.goto(`worksheets/${beforeWeTalk.id}/`, { waitUntil: 'commit' });
    const { [firstText.id]: text, 'say-so': mark, 'would-help': ticks } = answersFor();
    const answers = { [firstText.id]: text!, 'say-so': mark!, 'would-help': ticks! };
    await sheet.side('mentor').check();
    await sheet.answer(answers);
    await expect(page.locator('[data-alive]')).not.toBeAttached();
    letGo();
    await sheet.alive();
    await sheet.expectAnswers(answers);
    await expect(sheet.saved).toBeVisible();
    await sheet.reload();
    await sheet.expectAnswers(answers);
    await expect(sheet.side('mentor')).toBeChecked();
  });

  test('it joins the sheet that was stored, and both are kept', async ({ page }) => {
    const sheet = await new SheetPage(page).open();
    const stored = answersFor();
    await sheet.side('mentor').check();
    await sheet.answer(stored);
    await page.goto(goodbye);

    const letGo = await slowLine(page);
    await page.goto(`worksheets/${beforeWeTalk.id}/`, { waitUntil: 'commit' });
    await sheet.text(firstText).fill('And one thing more.');
    await sheet.answer({ 'say-so': 1 });
    letGo();
    await sheet.alive();
    const joined = {
      ...stored,
      'say-so': 1,
      [firstText.id]: `${String(stored[firstText.id])}\nAnd one thing more.`,
    };
    await sheet.expectAnswers(joined);
    await expect(sheet.saved).toBeVisible();
    await sheet.reload();
    await sheet.expectAnswers(joined);
    await expect(sheet.side('mentor')).toBeChecked();
  });

  test('the writer keeps the place in the text while the page comes alive', async ({ page }) => {
    const letGo = await slowLine(page);
    const sheet = new SheetPage(page);
    await page.goto(`worksheets/${beforeWeTalk.id}/`, { waitUntil: 'commit' });
    await sheet.text(firstText).pressSequentially('We start late');
    letGo();
    await sheet.alive();
    await page.keyboard.type(', and end in a rush');
    await expect(sheet.text(firstText)).toHaveValue('We start late, and end in a rush');
  });
});

test.describe('an answer that says only “fine”', () => {
  const [first, second, third] = fieldsWithDeeper;
  const asked = first!.deeper[0]!;

  test('is met with one deeper question, when one moves on or stops typing', async ({ page }) => {
    const sheet = await new SheetPage(page).open();
    await sheet.text(first!).fill('Fine.');
    await sheet.text(first!).blur();
    await expect(sheet.nudge).toHaveCount(1);
    await expect(sheet.nudge.getByText(asked)).toBeVisible();
    // And without leaving the field.
    await sheet.text(second!).pressSequentially('ok');
    await expect(sheet.nudge.getByText(second!.deeper[0]!)).toBeVisible();
    await expect(sheet.text(second!)).toBeFocused();
  });

  test('taking the question gives it a field, whose answer is kept', async ({ page }) => {
    const sheet = await new SheetPage(page).open();
    await sheet.text(first!).fill('Fine.');
    await sheet.text(first!).blur();
    await sheet.button(labels.nudgeTake).click();
    const deeper = page.getByLabel(asked, { exact: true });
    await expect(deeper).toBeFocused();
    await expect(sheet.nudge).toHaveCount(0);
    await page.keyboard.type('The labels, which I found myself.');
    await sheet.reload();
    await expect(deeper).toHaveValue('The labels, which I found myself.');
    await expect(sheet.text(first!)).toHaveValue('Fine.');
    await sheet.markDone();
    await expect(sheet.done.getByText(asked)).toBeVisible();
    await expect(sheet.done.getByText('The labels, which I found myself.')).toBeVisible();
  });

  test('leaving the question costs nothing, and it does not come back', async ({ page }) => {
    const sheet = await new SheetPage(page).open();
    await sheet.text(first!).fill('All good');
    await sheet.text(first!).blur();
    await sheet.button(labels.nudgeLeave).click();
    await expect(sheet.nudge).toHaveCount(0);
    await expect(sheet.text(first!)).toBeFocused();
    await sheet.reload();
    await sheet.text(first!).fill('Fine');
    await sheet.text(first!).blur();
    // The second field is met, so the first was looked at before it and let be.
    await sheet.text(second!).fill('Fine');
    await sheet.text(second!).blur();
    await expect(sheet.nudge).toHaveCount(1);
    await expect(sheet.nudge.getByText(second!.deeper[0]!)).toBeVisible();
    await sheet.markDone();
    await expect(sheet.done.getByText(asked)).toBeHidden();
  });

  test('another question can be had, and the last leads back to the first', async ({ page }) => {
    const sheet = await new SheetPage(page).open();
    await sheet.text(first!).fill('Fine');
    await sheet.text(first!).blur();
    for (const question of [...first!.deeper, asked]) {
      await expect(sheet.nudge.getByText(question)).toBeVisible();
      await sheet.button(labels.nudgeOther).click();
    }
    await sheet.button(labels.nudgeTake).click();
    await expect(page.getByLabel(first!.deeper[1]!, { exact: true })).toBeFocused();
  });

  test('is met at most twice a sheet', async ({ page }) => {
    const sheet = await new SheetPage(page).open();
    for (const field of [first!, second!, third!]) {
      await sheet.text(field).fill('Fine');
      await sheet.text(field).blur();
    }
    await expect(sheet.nudge).toHaveCount(2);
    await sheet.reload();
    await sheet.text(third!).fill('Good');
    await sheet.text(third!).blur();
    // Typing on brings everything up to date that was still to come.
    await sheet.text(privateText).fill('Written after it');
    await expect(sheet.saved).toBeVisible();
    await expect(sheet.nudge).toHaveCount(0);
  });

  test('goes by itself once the answer says more', async ({ page }) => {
    const sheet = await new SheetPage(page).open();
    await sheet.text(first!).fill('Fine');
    await sheet.text(first!).blur();
    await expect(sheet.nudge).toHaveCount(1);
    await sheet.text(first!).fill('Fine, but Tuesdays are too late for me');
    await expect(sheet.nudge).toHaveCount(0);
  });

  test('short answers that are meant are let be', async ({ page }) => {
    const sheet = await new SheetPage(page).open();
    const meant = ['Nothing is working', 'Tuesdays', 'No good', 'Yes, every week', '3', ...words.vague.meant];
    for (const answer of meant) {
      await sheet.text(first!).fill(answer);
      await sheet.text(first!).blur();
    }
    // A field is met once only: had one of them been met, this would not be.
    await sheet.text(first!).fill('Fine');
    await sheet.text(first!).blur();
    await expect(sheet.nudge).toHaveCount(1);
  });
});

test.describe('help that keeps out of the way', () => {
  test('a finished example opens, and never fills in', async ({ page }) => {
    const sheet = await new SheetPage(page).open();
    const written = JSON.stringify(beforeWeTalk.example.answers[firstText.id]?.value).slice(1, 40);
    await expect(page.getByText(written)).toBeHidden();
    await page.getByText(labels.example).click();
    await expect(page.getByText(written)).toBeVisible();
    await expect(page.getByText(beforeWeTalk.example.by)).toBeVisible();
    expect(await sheet.answers()).toEqual({});
    await sheet.reload();
    await expect(page.getByText(labels.notYet)).toBeVisible();
    expect(await sheet.answers()).toEqual({});
  });

  test('“more, if you like” is folded, and its answers are kept and shown', async ({ page }) => {
    const sheet = await new SheetPage(page).open();
    const [field] = beforeWeTalk.sections.find(({ more }) => more)!.fields;
    await expect(sheet.text(field!)).toBeHidden();
    await sheet.openMore();
    await sheet.text(field!).fill('How to say no without a row.');
    await sheet.reload();
    await expect(sheet.text(field!)).toBeHidden();
    await expect(sheet.text(field!)).toHaveValue('How to say no without a row.');
    await sheet.markDone();
    await expect(sheet.done.getByText('How to say no without a row.')).toBeVisible();
  });

  test('it stays small: at most six questions before “more”, and the time is said', async ({ page }) => {
    const sheet = await new SheetPage(page).open();
    const visible = await sheet.form.locator('.field .question').filter({ visible: true }).count();
    expect(visible).toBeLessThanOrEqual(6);
    await expect(page.locator('.head')).toContainText(`${beforeWeTalk.minutes}`);
  });
});

test.describe('done', () => {
  test('shows the sheet as a letter, without what is private, and says that this is all', async ({
    page,
  }) => {
    const sheet = await new SheetPage(page).open();
    const answers = answersFor();
    await sheet.side('mentee').check();
    await sheet.answer(answers);
    await sheet.markDone();
    await expect(sheet.form).toBeHidden();
    await expect(page.getByRole('heading', { name: labels.doneTitle })).toBeFocused();
    await expect(sheet.done.getByText(anyOf(labels.doneText))).toBeVisible();
    for (const { label, id, private: own } of beforeWeTalk.sections.flatMap(({ fields }) => fields)) {
      await expect(sheet.done.getByText(label), id).toBeVisible({ visible: !own });
    }
    await expect(sheet.done).not.toContainText(String(answers[privateText.id]));
  });

  test('something can still be changed', async ({ page }) => {
    const sheet = await new SheetPage(page).open();
    const answers = answersFor();
    await sheet.answer(answers);
    await sheet.markDone();
    await sheet.button(labels.reopen).click();
    await expect(sheet.done).toBeHidden();
    await sheet.expectAnswers(answers);
    await sheet.text(firstText).fill('Put better.');
    await sheet.markDone();
    await expect(sheet.done.getByText('Put better.')).toBeVisible();
    await sheet.button(labels.reopen).click();
    await sheet.reload();
    await sheet.expectAnswers({ ...answers, [firstText.id]: 'Put better.' });
  });

  test('a new sheet begins empty, the earlier one is a click away', async ({ page }) => {
    const sheet = await new SheetPage(page).open();
    await sheet.text(firstText).fill('From last time');
    await sheet.markDone();
    await sheet.button(labels.startNew).click();
    expect(await sheet.answers()).toEqual({});
    await expect(page.getByText(anyOf(labels.earlier))).toBeVisible();
    await sheet.button(labels.earlierLook).click();
    await expect(sheet.done.getByText('From last time')).toBeVisible();

    await sheet.button(labels.startNew).click();
    await sheet.text(firstText).fill('From this time');
    await expect(sheet.saved).toBeVisible();
    await expect(page.getByText(anyOf(labels.earlier))).toBeHidden();
    await sheet.reload();
    await expect(sheet.text(firstText)).toHaveValue('From this time');
  });

  test('who comes back to the worksheet finds the earlier sheet a click away', async ({ page }) => {
    const sheet = await new SheetPage(page).open();
    await sheet.text(firstText).fill('From last time');
    await sheet.markDone();
    await sheet.reload();
    expect(await sheet.answers()).toEqual({});
    await sheet.button(labels.earlierLook).click();
    await expect(sheet.done.getByText('From last time')).toBeVisible();
  });

  test('the first page says that the sheet is ready, and leads to it', async ({ page }) => {
    const sheet = await new SheetPage(page).open();
    await sheet.text(firstText).fill('Ready to say');
    await sheet.markDone();
    await page.goto('');
    const welcome = page.getByRole('region', { name: words.home.doneTitle });
    await expect(welcome.getByText(anyOf(words.home.doneOn))).toBeVisible();
    await welcome.getByRole('link', { name: words.home.doneLook }).click();
    await expect(sheet.done.getByText('Ready to say')).toBeVisible();
  });

  test('with nothing written it says so and stays', async ({ page }) => {
    const sheet = await new SheetPage(page).open();
    await sheet.button(labels.done).click();
    await expect(page.getByText(labels.doneEmpty)).toBeVisible();
    await sheet.text(firstText).fill('   ');
    await sheet.button(labels.done).click();
    await expect(sheet.done).toBeHidden();
    await sheet.text(firstText).fill('A line');
    await sheet.markDone();
  });
});

test.describe('clear', () => {
  test('empties the sheet, and undo brings everything back', async ({ page }) => {
    const sheet = await new SheetPage(page).open();
    const answers = answersFor();
    await sheet.side('mentee').check();
    await sheet.answer(answers);
    await sheet.openTools();
    await sheet.button(labels.clear).click();
    await expect(page.getByText(labels.cleared)).toBeVisible();
    expect(await sheet.answers()).toEqual({});
    await sheet.button(labels.undo).click();
    await expect(page.getByText(labels.undone)).toBeVisible();
    await sheet.expectAnswers(answers);
    await sheet.reload();
    await sheet.expectAnswers(answers);
    await expect(sheet.side('mentee')).toBeChecked();
  });

  test('a cleared sheet stays cleared', async ({ page }) => {
    const sheet = await new SheetPage(page).open();
    await sheet.text(firstText).fill('Not for keeping');
    await sheet.openTools();
    await sheet.button(labels.clear).click();
    await expect(page.getByText(labels.cleared)).toBeVisible();
    await sheet.reload();
    expect(await sheet.answers()).toEqual({});
    await page.goto('');
    await expect(page.getByRole('region', { name: words.home.openTitle })).toBeHidden();
  });

  for (const [when, saved] of [
    ['and it was saved', true],
    ['at once', false],
  ] as const) {
    test(`undo after something new was typed, ${when}, keeps both`, async ({ page }) => {
      const sheet = await new SheetPage(page).open();
      const answers = answersFor();
      await sheet.answer(answers);
      await sheet.openTools();
      await sheet.button(labels.clear).click();
      await sheet.text(firstText).fill('Begun anew.');
      if (saved) await expect(sheet.saved).toBeVisible();
      await sheet.button(labels.undo).click();
      await expect(page.getByText(labels.undone)).toBeVisible();
      const both = { ...answers, [firstText.id]: `${String(answers[firstText.id])}\nBegun anew.` };
      await sheet.expectAnswers(both);
      await expect(sheet.saved).toBeVisible();
      await sheet.reload();
      await sheet.expectAnswers(both);
    });
  }
});

test.describe('taking it along', () => {
  /** Every answer in the text, in the sheet's order, and nothing that is private. */
  function expectWholeText(text: string): void {
    const answers = answersFor();
    const fields = beforeWeTalk.sections.flatMap(({ fields }) => fields);
    let from = 0;
    for (const field of fields.filter((one) => !one.private)) {
      const at = text.indexOf(field.label, from);
      expect(at, `“${field.label}” in ${text}`).toBeGreaterThanOrEqual(from);
      from = at;
      const answer = answers[field.id];
      const written = Array.isArray(answer)
        ? 'options' in field
          ? answer.map((id) => field.options.find((option) => option.id === id)!.label)
          : []
        : [String(answer)];
      for (const line of written) expect(text.slice(from)).toContain(line);
    }
    expect(text).toContain(beforeWeTalk.title);
    expect(text).not.toContain(privateText.label);
    expect(text).not.toContain(String(answers[privateText.id]));
  }

  test.beforeEach(({ context }) => context.grantPermissions(['clipboard-read', 'clipboard-write']));

  test('copy gives all of it as plain text, without what is private', async ({ page }) => {
    const sheet = await new SheetPage(page).open();
    await sheet.answer(answersFor());
    expectWholeText(await sheet.copied(sheet.button(labels.copy)));
  });

  test('download gives the same text as a file', async ({ page }) => {
    const sheet = await new SheetPage(page).open();
    await sheet.answer(answersFor());
    await sheet.openTools();
    const file = await sheet.download(sheet.button(labels.download));
    expect(file.name).toMatch(/^before-we-talk-\d{4}-\d\d-\d\d\.txt$/);
    expectWholeText(file.text);
    expect(file.text).toBe(await sheet.copied(sheet.button(labels.copy)));
  });

  test('a done sheet can be copied too', async ({ page }) => {
    const sheet = await new SheetPage(page).open();
    await sheet.answer(answersFor());
    await sheet.markDone();
    expectWholeText(await sheet.copied(sheet.done.getByRole('button', { name: labels.copy })));
  });
});

test.describe('two tabs', () => {
  test('that write in different fields of one sheet keep both', async ({ page, context }) => {
    const one = await new SheetPage(page).open();
    await one.text(privateText).fill('Begun');
    await expect(one.saved).toBeVisible();
    const two = await new SheetPage(await context.newPage()).open();
    await expect(two.text(privateText)).toHaveValue('Begun');

    await one.text(firstText).fill('From the first tab');
    await two.text(secondText).fill('From the second tab');
    await two.answer({ 'say-so': 2 });
    // Leaving saves, so each has left once before it is looked at.
    for (const tab of [one, two, one]) await tab.reload();
    const both = {
      [privateText.id]: 'Begun',
      [firstText.id]: 'From the first tab',
      [secondText.id]: 'From the second tab',
      'say-so': 2,
    };
    await one.expectAnswers(both);
    await two.expectAnswers(both);
  });

  test('that were both opened on an empty sheet end up with one, which has both', async ({
    page,
    context,
  }) => {
    const one = await new SheetPage(page).open();
    const two = await new SheetPage(await context.newPage()).open();
    await one.side('mentee').check();
    await one.text(firstText).fill('From the first tab');
    await expect(one.saved).toBeVisible();
    await two.text(secondText).fill('From the second tab');
    await expect(two.saved).toBeVisible();
    await one.text(privateText).fill('And again from the first');
    for (const tab of [one, two, one]) await tab.reload();
    const both = {
      [firstText.id]: 'From the first tab',
      [secondText.id]: 'From the second tab',
      [privateText.id]: 'And again from the first',
    };
    await one.expectAnswers(both);
    await two.expectAnswers(both);
    await expect(two.side('mentee')).toBeChecked();
  });
});

test.describe('with the keyboard alone', () => {
  test.skip(({ isMobile }) => isMobile, 'a phone has none');

  test('the whole job is done, and the focus is seen at every stop', async ({ page }) => {
    test.slow();
    await page.goto('');
    await enterLink(page, page.getByRole('link', { name: words.home.begin }));
    const sheet = await new SheetPage(page).alive();
    const { keyboard } = page;

    await tabTo(page, sheet.side('mentor'));
    await keyboard.press('ArrowDown');
    await expect(sheet.side('mentee')).toBeChecked();

    await tabTo(page, sheet.text(firstText));
    await keyboard.type('Fine');
    await tabTo(page, sheet.button(labels.nudgeTake));
    await keyboard.press('Enter');
    await expect(page.getByLabel(fieldsWithDeeper[0]!.deeper[0]!, { exact: true })).toBeFocused();
    await keyboard.type('The Thursday with the fuse board');
    await tabTo(page, sheet.text(secondText));
    await keyboard.type('We start late');

    const fields = beforeWeTalk.sections.flatMap((section) => section.fields);
    const scale = fields.find(({ kind }) => kind === 'scale')!;
    await tabTo(page, sheet.group(scale).getByRole('radio').first());
    await keyboard.press('ArrowRight');
    await keyboard.press('ArrowRight');
    const choice = fields.find(({ kind }) => kind === 'multiple-choice')!;
    await tabTo(page, sheet.group(choice).getByRole('checkbox').nth(1));
    await keyboard.press('Space');
    await tabTo(page, sheet.text(privateText));
    await keyboard.type('The exam');

    await tabTo(page, sheet.more);
    await keyboard.press('Enter');
    const more = beforeWeTalk.sections.find((section) => section.more)!.fields[0]!;
    await tabTo(page, sheet.text(more));
    await keyboard.type('I get calm');

    const answers = {
      [firstText.id]: 'Fine',
      [secondText.id]: 'We start late',
      [scale.id]: 3,
      [choice.id]: ['options' in choice ? choice.options[1]!.id : ''],
      [privateText.id]: 'The exam',
      [more.id]: 'I get calm',
    };
    await sheet.expectAnswers(answers);

    await tabTo(page, sheet.button(labels.done));
    await keyboard.press('Enter');
    await expect(page.getByRole('heading', { name: labels.doneTitle })).toBeFocused();

    // The private part makes printing ask; Escape takes it back and returns to where one was.
    await tabTo(page, sheet.done.getByRole('button', { name: labels.print, exact: true }));
    await keyboard.press('Enter');
    await expect(sheet.button(labels.printWithout)).toBeFocused();
    await keyboard.press('Escape');
    await expect(sheet.printQuestion).toBeHidden();
    await expect(sheet.done.getByRole('button', { name: labels.print, exact: true })).toBeFocused();

    await tabTo(page, sheet.button(labels.reopen));
    await keyboard.press('Enter');
    await sheet.expectAnswers(answers);
    await tabTo(page, page.locator('summary:visible', { hasText: labels.moreWays }));
    await keyboard.press('Enter');
    await tabTo(page, sheet.button(labels.clear));
    await keyboard.press('Enter');
    await tabTo(page, sheet.button(labels.undo));
    await keyboard.press('Enter');
    await sheet.expectAnswers(answers);
  });

  test('the text can be reached past the header, and search from anywhere', async ({ page }) => {
    await page.goto(goodbye);
    await page.keyboard.press('Tab');
    await expect(page.getByRole('link', { name: words.site.skip })).toBeFocused();
    await expect(page.getByRole('link', { name: words.site.skip })).toBeInViewport();
    await page.keyboard.press('Enter');
    await page.keyboard.press('Tab');
    const isPast = await page.evaluate(
      () => document.querySelector('main')?.contains(document.activeElement) ?? false,
    );
    expect(isPast).toBe(true);
  });
});
