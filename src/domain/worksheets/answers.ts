import type { Side } from '../records/mentorship';
import {
  answerOf,
  isActions,
  isOptions,
  type Action,
  type Answer,
  type AnswerValue,
  type Sheet,
} from '../records/sheet';
import type { Field, Section } from './definition';

/** An action as a form holds it: a row of inputs, some of them empty. */
export interface FormAction {
  id: string;
  what: string;
  who: string;
  by: string;
}

/** An answer as a form holds it: what an input, a group of marks or of boxes gives, `null` for an untouched one. */
export interface FormAnswer {
  value?: string | string[] | FormAction[] | boolean | null | undefined;
  /** The question that was drawn, where a field draws one. */
  asked?: string | null | undefined;
  deeper?: { asked?: string | undefined; value?: string | undefined } | null | undefined;
  /** Private by the person's own choice. */
  private?: boolean | null | undefined;
}

/** A sheet as a form holds it. Answers are keyed by field id. */
export interface FormValues {
  side?: Side | '' | null | undefined;
  answers?: Record<string, FormAnswer | undefined> | undefined;
}

/** What a form shows for a stored sheet; fields that the sheet does not answer are empty. */
export function toForm(sheet: Sheet, sections: readonly Section[]): FormValues {
  const answers: Record<string, FormAnswer> = {};
  for (const field of fieldsOf(sections)) {
    const answer = answerOf(sheet, field.id);
    answers[field.id] = {
      value: answer ? toInput(field, answer.value) : isList(field) ? [] : '',
      ...(field.kind === 'question' && { asked: answer && answer.asked !== field.label ? answer.asked : '' }),
      ...(answer?.deeper && { deeper: answer.deeper }),
      private: answer?.private ?? false,
    };
  }
  return { side: sheet.side ?? '', answers };
}

/**
 * The sheet with what a form holds written into it. Answers to fields the worksheet no longer has stay;
 * an emptied field's answer is taken out, but words of other tabs stay until they are chosen from. What is private,
 * by its field or by its writer, says so itself, so that it stays private whatever becomes of the field.
 */
export function fromForm(sheet: Sheet, values: FormValues, sections: readonly Section[]): Sheet {
  const answers: Record<string, Answer> = { ...sheet.answers };
  for (const field of fieldsOf(sections)) {
    const given = inForm(values, field.id);
    if (!given) continue;
    const value = toValue(field, given.value);
    const deeper = given.deeper?.asked
      ? { asked: given.deeper.asked, value: given.deeper.value ?? '' }
      : undefined;
    const before = answerOf(sheet, field.id);
    const drawn = field.kind === 'question' ? given.asked?.trim() : undefined;
    if (value === undefined && !deeper?.value && !drawn && !before?.others?.length) delete answers[field.id];
    else {
      answers[field.id] = {
        asked: drawn || field.label,
        ...(drawn && { drawn: true }),
        value: value ?? '',
        ...(deeper && { deeper }),
        ...((field.private || (given.private ?? before?.private)) && { private: true }),
        ...(before?.others && { others: before.others }),
      };
    }
  }
  const { side: _, ...rest } = sheet;
  return { ...rest, answers, ...(values.side && { side: values.side }) };
}

/**
 * Puts what was typed before the stored sheet was there into it. Nothing of either is lost: text that differs
 * is set below the stored text; a mark or a choice just made replaces the older one.
 */
export function withEarly(stored: FormValues, early: FormValues, sections: readonly Section[]): FormValues {
  const answers: Record<string, FormAnswer> = {};
  for (const field of fieldsOf(sections)) {
    const before = inForm(stored, field.id) ?? {};
    const { value: typed, private: hidden } = inForm(early, field.id) ?? {};
    answers[field.id] = {
      ...before,
      ...(!isEmpty(typed) && { value: joined(field, before.value, typed) }),
      ...(hidden && { private: true }),
    };
  }
  return { side: early.side || stored.side, answers };
}

/** Ids of the fields in which something was typed or ticked before the stored sheet was there. */
export function earlyFields(early: FormValues): string[] {
  return Object.entries(early.answers ?? {})
    .filter(([, answer]) => !isEmpty(answer?.value) || answer?.private)
    .map(([id]) => id);
}

/** An answer's words as a person reads them: text as it is, options by their labels, a mark as its number. */
export function inWords(
  field: Field | undefined,
  value: AnswerValue,
  dayText: (day: string) => string = (day) => day,
): string[] {
  const label = (id: string) =>
    field && 'options' in field ? (field.options.find((option) => option.id === id)?.label ?? id) : id;
  if (Array.isArray(value)) {
    return isActions(value)
      ? value.map(({ what, who, by }) => [what, who, by && dayText(by)].filter(Boolean).join(' · '))
      : value.map(label);
  }
  if (typeof value === 'number') return [String(value)];
  if (value === '') return [];
  if (field?.kind === 'date') return [dayText(value)];
  return [field?.kind === 'single-choice' ? label(value) : value];
}

export const fieldsOf = (sections: readonly Section[]): Field[] =>
  sections.flatMap((section) => section.fields);

/** Whether an answer is for the person's own eyes: by its field, or by their own choice. */
export const isPrivate = (field: Field | undefined, answer: Answer | undefined): boolean =>
  field?.private === true || answer?.private === true;

function inForm({ answers }: FormValues, field: string): FormAnswer | undefined {
  return answers && Object.hasOwn(answers, field) ? answers[field] : undefined;
}

const isList = ({ kind }: Field) => kind === 'multiple-choice' || kind === 'actions';

function toInput(field: Field, value: AnswerValue): string | string[] | FormAction[] {
  if (field.kind === 'actions') {
    return Array.isArray(value) && isActions(value) ? value.map((row) => ({ by: '', ...row })) : [];
  }
  const texts = Array.isArray(value)
    ? isOptions(value)
      ? value
      : inWords(undefined, value)
    : [String(value)];
  return field.kind === 'multiple-choice' ? texts.filter((text) => text !== '') : texts.join('\n');
}

function toValue(field: Field, input: FormAnswer['value']): AnswerValue | undefined {
  if (isEmpty(input)) return undefined;
  if (Array.isArray(input)) return isFormActions(input) ? input.filter(isFilled).map(toAction) : input;
  return field.kind === 'scale' && /^[1-5]$/.test(String(input)) ? Number(input) : String(input);
}

/** Whether nothing is said in a field: blanks are nothing. */
export function isEmpty(input: FormAnswer['value']): boolean {
  if (Array.isArray(input)) return isFormActions(input) ? !input.some(isFilled) : input.length === 0;
  return typeof input !== 'string' || input.trim() === '';
}

function joined(field: Field, before: FormAnswer['value'], typed: FormAnswer['value']): FormAnswer['value'] {
  const isText = field.kind === 'short-text' || field.kind === 'long-text';
  if (!isText || isEmpty(before) || typeof before !== 'string' || typeof typed !== 'string') return typed;
  // Whole lines alone: the first letters of a new thought stand somewhere in almost any text.
  return `\n${before}\n`.includes(`\n${typed}\n`) ? before : `${before}\n${typed}`;
}

/** Whether rows of actions stand in a form's field; an empty list may be of any kind. */
export const isFormActions = (input: string[] | FormAction[]): input is FormAction[] =>
  typeof input[0] === 'object';

const isFilled = ({ what, who, by }: FormAction) => [what, who, by].some((part) => part.trim() !== '');

const toAction = ({ id, what, who, by }: FormAction): Action => ({ id, what, who, ...(by !== '' && { by }) });
