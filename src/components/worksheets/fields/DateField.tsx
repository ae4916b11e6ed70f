import type { Field } from '../../../domain/worksheets/definition';
import { useSheetForm } from '../form';
import { Asked } from './Asked';
import { hintOf, idOf, valueName } from './names';

/** A calendar date, in the browser's own picker. */
export function DateField({ field }: { readonly field: Field }) {
  const { register } = useSheetForm();
  return (
    <>
      <Asked field={field} />
      <input type="date" id={idOf(field)} aria-describedby={hintOf(field)} {...register(valueName(field))} />
    </>
  );
}
