import type { ChoiceField as Definition } from '../../../domain/worksheets/definition';
import { useSheetForm } from '../form';
import { hintOf, idOf, valueName } from './names';

/** One of several options, or some of them. */
export function ChoiceField({ field }: { readonly field: Definition }) {
  const { register } = useSheetForm();
  return (
    <fieldset aria-describedby={hintOf(field)}>
      <legend className="question" id={idOf(field)}>
        {field.label}
      </legend>
      {field.hint && (
        <p className="hint" id={hintOf(field)}>
          {field.hint}
        </p>
      )}
      <div className="options">
        {field.options.map((option) => (
          <label key={option.id}>
            <input
              type={field.kind === 'single-choice' ? 'radio' : 'checkbox'}
              value={option.id}
              {...register(valueName(field))}
            />
            {option.label}
          </label>
        ))}
      </div>
    </fieldset>
  );
}
