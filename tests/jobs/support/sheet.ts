// A worksheet's page as a person uses it: questions found by their words, buttons by their names.
import { readFileSync } from 'node:fs';
import type { Locator, Page } from '@playwright/test';
import type { Field } from '../../../src/domain/worksheets/definition';
import { expect } from './test';
import { anyOf, words, worksheets } from './words';

/** What stands in a sheet's fields, by their ids; an empty field is left out. */
export type Answers = Record<string, string | number | string[]>;

const labels = words.worksheet;

/** The worksheet most tests use: each alone, before the talk. */
export const beforeWeTalk = worksheets.find(({ id }) => id === 'before-we-talk')!;

/** An answer to every field there is, of whatever kind, private ones and those under "more" included. */
export function answersFor(worksheet = beforeWeTalk): Answers {
  const answer = (field: Field): Answers[string] => {
    switch (field.kind) {
      case 'short-text':
        return `The ${field.id} in a line, with “quotes”, <b>, é and 🙂.`;
      case 'long-text':
        return `First of ${field.id}.\n\n  Then, set in, a second thought.`;
      case 'scale':
        return 4;
      case 'single-choice':
        return field.options.at(-1)!.id;
      case 'multiple-choice':
        return field.options.slice(0, 2).map(({ id }) => id);
      case 'date':
        return '2027-02-14';
      case 'question':
        return `An answer to the ${field.id}.`;
      case 'actions':
        // Rows are added by hand, in a test of their own.
        return '';
    }
  };
  return Object.fromEntries(
    fieldsOf(worksheet)
      .filter(({ kind }) => kind !== 'actions')
      .map((field) => [field.id, answer(field)]),
  );
}

const fieldsOf = ({ sections }: Pick<typeof beforeWeTalk, 'sections'>) =>
  sections.flatMap(({ fields }) => fields);

/** Fields whose answer may be met with a deeper question, in their order. */
export const fieldsWithDeeper = fieldsOf(beforeWeTalk).flatMap((field) =>
  'deeper' in field && field.deeper.length > 0 ? [field] : [],
);

/** The text fields that everybody sees, and the one that is private. */
export const [firstText, secondText] = fieldsWithDeeper as [Field, Field];
export const privateText = fieldsOf(beforeWeTalk).find((field) => field.private)!;

export class SheetPage {
  readonly form: Locator;
  /** What is said loudly: words that are not kept, records that could not be read. */
  readonly trouble: Locator;
  /** The view of a sheet that was called done. */
  readonly done: Locator;
  readonly saved: Locator;
  readonly example: Locator;
  readonly more: Locator;
  readonly printQuestion: Locator;
  readonly nudge: Locator;

  constructor(
    readonly page: Page,
    readonly worksheet = beforeWeTalk,
  ) {
    this.form = page.locator('form.sheet');
    this.trouble = page.getByRole('alert');
    this.done = page.getByRole('region', {
      name: worksheet.who === 'both' ? labels.doneTogetherTitle : labels.doneTitle,
    });
    this.saved = page.getByText(anyOf(labels.saved));
    this.example = page.locator('details').filter({ hasText: labels.example });
    const [more] = worksheet.sections.filter((section) => section.more);
    this.more = page.locator('summary', { hasText: more?.title ?? labels.more });
    this.printQuestion = page.getByRole('dialog', { name: labels.printAsk });
    this.nudge = this.form.getByRole('status').filter({ hasText: labels.nudgeStart });
  }

  async open(fragment = ''): Promise<this> {
    await this.page.goto(`worksheets/${this.worksheet.id}/${fragment}`);
    return this.alive();
  }

  async reload(): Promise<this> {
    await this.page.reload();
    return this.alive();
  }

  /** Waits until the page saves what is typed. */
  async alive(): Promise<this> {
    await expect(this.page.locator('form.sheet[data-alive]')).toBeAttached();
    return this;
  }

  button(name: string): Locator {
    return this.page.getByRole('button', { name, exact: true });
  }

  text(field: Pick<Field, 'label' | 'side'>): Locator {
    return this.asked(field).getByLabel(nameOf(field), { exact: true });
  }

  group(field: Pick<Field, 'label' | 'side'>): Locator {
    return this.asked(field).getByRole('group', { name: nameOf(field), exact: true, includeHidden: true });
  }

  /** Where a field is looked for: in the form, or within the question that both sides are asked. */
  private asked({ label, side }: Pick<Field, 'label' | 'side'>): Locator {
    return side
      ? this.page.getByRole('group', { name: label, exact: true, includeHidden: true })
      : this.page.locator('body');
  }

  /** Answers fields as a person would, opening "more, if you like" when one of them is there. */
  async answer(answers: Answers): Promise<void> {
    for (const section of this.worksheet.sections) {
      const asked = section.fields.filter(({ id }) => Object.hasOwn(answers, id));
      if (section.more && asked.length > 0) await this.openMore();
      for (const field of asked) await this.answerOne(field, answers[field.id]!);
    }
  }

  private async answerOne(field: Field, answer: Answers[string]): Promise<void> {
    switch (field.kind) {
      case 'actions':
        return;
      case 'short-text':
      case 'long-text':
      case 'question':
      case 'date':
        return this.text(field).fill(String(answer));
      case 'scale':
        return this.group(field)
          .getByRole('radio')
          .nth(Number(answer) - 1)
          .check();
      case 'single-choice':
      case 'multiple-choice':
        for (const { id, label } of field.options) {
          if ([answer].flat().includes(id))
            await this.group(field).getByLabel(label, { exact: true }).check();
        }
    }
  }

  /** What the fields hold now, folded ones too. */
  async answers(): Promise<Answers> {
    const held: Answers = {};
    for (const field of fieldsOf(this.worksheet)) {
      if (field.kind === 'actions') continue;
      const answer = await this.held(field);
      if (answer.length > 0) held[field.id] = field.kind === 'scale' ? Number(answer) : answer;
    }
    return held;
  }

  private async held(field: Field): Promise<string | string[]> {
    if (!('options' in field) && field.kind !== 'scale') return this.text(field).inputValue();
    const checked = await this.group(field)
      .locator('input')
      .evaluateAll((inputs: HTMLInputElement[]) =>
        inputs.filter((one) => one.checked).map((one) => one.value),
      );
    return field.kind === 'multiple-choice' ? checked : (checked[0] ?? '');
  }

  async expectAnswers(answers: Answers): Promise<void> {
    await expect.poll(() => this.answers()).toEqual(answers);
  }

  side(side: 'mentor' | 'mentee'): Locator {
    return this.page.getByLabel(side === 'mentor' ? labels.whoseMentor : labels.whoseMentee, { exact: true });
  }

  async openMore(): Promise<void> {
    if ((await this.more.locator('..').getAttribute('open')) === null) await this.more.click();
  }

  /** Opens the fold with what is rarely needed: blank paper, download, clear. */
  async openTools(): Promise<void> {
    const fold = this.page.locator('summary:visible', { hasText: labels.moreWays });
    if ((await fold.locator('..').getAttribute('open')) === null) await fold.click();
  }

  async markDone(): Promise<void> {
    await this.button(labels.done).click();
    await expect(this.done).toBeVisible();
  }

  /** Presses a button and gives the text of the file it offers. */
  async download(button: Locator): Promise<{ name: string; text: string }> {
    const offered = this.page.waitForEvent('download');
    await button.click();
    const file = await offered;
    return { name: file.suggestedFilename(), text: readFileSync(await file.path(), 'utf8') };
  }

  /** Presses a button and gives the text it put on the clipboard. The browser must have been given leave. */
  async copied(button: Locator): Promise<string> {
    await button.click();
    await expect(this.page.getByText(labels.copied).first()).toBeVisible();
    return this.page.evaluate(() => navigator.clipboard.readText());
  }
}

/** What a field is called on the page: by its question, or by its side where the question stands above both. */
const nameOf = ({ label, side }: Pick<Field, 'label' | 'side'>) => (side ? labels[side] : label);

/** The records of the site in this browser, by key. */
export const records = (page: Page): Promise<Record<string, string>> =>
  page.evaluate(() =>
    Object.fromEntries(Object.keys(localStorage).map((key) => [key, localStorage.getItem(key) ?? ''])),
  );
