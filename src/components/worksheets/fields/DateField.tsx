import type { Field } from '../../../domain/worksheets/definition';
import { useSheetForm, type FormWords } from '../form';
import { later } from '../later';
import { Asked } from './Asked';
import { hintOf, idOf, valueName } from './names';
import { WhenSeen } from './WhenSeen';

/** Fetched when the field is on the screen: it brings the cadence rule along. */
const PlannedDate = later(async () => (await import('../later/PlannedDate')).default);

interface Props {
  readonly field: Extract<Field, { kind: 'date' }>;
  readonly words: FormWords;
}

/** A calendar date, in the browser's own picker. */
export function DateField({ field, words }: Props) {
  const { register } = useSheetForm();
  return (
    <>
      <Asked field={field} />
      <input type="date" id={idOf(field)} aria-describedby={hintOf(field)} {...register(valueName(field))} />
      {field.planned && (
        <WhenSeen>
          <PlannedDate field={field} words={words.plan.next} />
        </WhenSeen>
      )}
    </>
  );
}
