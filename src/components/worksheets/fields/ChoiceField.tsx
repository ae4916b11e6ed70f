import type { ChoiceField as Definition } from '../../../domain/worksheets/definition';
import { useFormValue, useSheetForm, type FormWords } from '../form';
import { later } from '../later';
import { AskedGroup } from './Asked';
import { valueName } from './names';

/** Fetched when a choice is made that stands for words to copy. */
const CopyChosen = later(async () => (await import('../later/CopyChosen')).default);

interface Props {
  readonly field: Definition;
  readonly words: FormWords;
}

/** One of several options, or some of them. */
export function ChoiceField({ field, words }: Props) {
  const { register } = useSheetForm();
  return (
    <AskedGroup field={field}>
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
      {field.options.some(({ copies }) => copies) && <Copies field={field} words={words} />}
    </AskedGroup>
  );
}

/** Words to copy, once a choice stands for some. */
const Copies = (props: Props) =>
  useFormValue(valueName(props.field), undefined) ? <CopyChosen {...props} /> : null;
