import type { ReactNode } from 'react';
import type { TextField as Definition } from '../../../domain/worksheets/definition';
import { useSheetForm, type FormWords } from '../form';
import { useNudged } from '../nudged';
import { Nudge } from './Nudge';
import { Asked } from './Asked';
import { hintOf, idOf, valueName } from './names';

interface Props {
  readonly field: Definition;
  readonly words: FormWords;
  /** Stands between the question and its answer. */
  readonly lead?: ReactNode;
}

/** Short and long text differ in the height of the field alone: nobody's answer is cut at one line. */
export function TextField({ field, words, lead }: Props) {
  const { register } = useSheetForm();
  const { loaded } = useNudged();
  return (
    <>
      <Asked field={field} />
      {lead}
      <textarea
        id={idOf(field)}
        rows={field.lines}
        aria-describedby={hintOf(field)}
        {...register(valueName(field))}
      />
      {field.deeper.length > 0 && <Nudge key={loaded} field={field} words={words} />}
    </>
  );
}
