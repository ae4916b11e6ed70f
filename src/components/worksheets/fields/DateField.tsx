import type { Field } from '../../../domain/worksheets/definition';
import { useSheetForm } from '../form';
import { hintOf, idOf, valueName } from './names';

/** A calendar date, in the browser's own picker. */
export function DateField({ field }: { readonly field: Field }) {
  const { register } = useSheetForm();
  return (
    <>
      <label className="question" htmlFor={idOf(field)}>
        {field.label}
      </label>
      {field.hint && (
        <p className="hint" id={hintOf(field)}>
          {field.hint}
        </p>
      )}
      <input type="date" id={idOf(field)} aria-describedby={hintOf(field)} {...register(valueName(field))} />
    </>
  );
}
