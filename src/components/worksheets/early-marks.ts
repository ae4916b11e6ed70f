import type { FormAnswer, FormValues } from '../../domain/worksheets/answers';
import { SIDES } from '../../domain/records/mentorship';

/**
 * Marks made before the page came alive, as the form's first values. What was typed or ticked early the form library
 * finds by itself; of a group of marks it would clear all but the first.
 */
export function earlyMarks(): FormValues {
  const values: FormValues = {};
  const answers: Record<string, FormAnswer> = {};
  if (typeof document === 'undefined') return values;
  for (const { name, value } of document.querySelectorAll<HTMLInputElement>('.sheet [type=radio]:checked')) {
    const [, field] = /^answers\.(.+)\.value$/.exec(name) ?? [];
    if (field) answers[field] = { value };
    const side = SIDES.find((one) => name === 'side' && one === value);
    if (side) values.side = side;
  }
  return { ...values, answers };
}
