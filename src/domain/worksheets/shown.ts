import { answerOf, type Answer, type Said, type Sheet } from '../records/sheet';
import { fieldsOf, isPrivate } from './answers';
import type { Field, Section } from './definition';

/** One answer of a sheet, ready to be shown: with its field, unless the worksheet no longer has that field. */
export interface ShownAnswer {
  readonly id: string;
  readonly field: Field | undefined;
  readonly answer: Answer;
}

/**
 * The answers of a sheet in the order of its worksheet, then those whose field is gone. This is the one gate
 * for all that shows a sheet outside its form: private answers pass only when asked for.
 */
export function shownAnswers(
  sheet: Sheet,
  sections: readonly Section[],
  { withPrivate = false }: { withPrivate?: boolean } = {},
): ShownAnswer[] {
  const fields = fieldsOf(sections);
  const known = fields.flatMap((field) => {
    const answer = answerOf(sheet, field.id);
    return answer ? [{ id: field.id, field, answer }] : [];
  });
  const gone = Object.entries(sheet.answers)
    .filter(([id]) => !fields.some((field) => field.id === id))
    .map(([id, answer]) => ({ id, field: undefined, answer }));
  return [...known, ...gone].filter(({ field, answer }) => withPrivate || !isPrivate(field, answer));
}

/** Whether a sheet holds anything that is left out unless asked for. */
export const hasPrivate = (sheet: Sheet, sections: readonly Section[]): boolean =>
  shownAnswers(sheet, sections, { withPrivate: true }).length > shownAnswers(sheet, sections).length;

/** All that stands in an answer: what was said, and what was said in other tabs until the person has chosen. */
export const saidIn = (answer: Answer): Said[] => [answer, ...(answer.others ?? [])];
