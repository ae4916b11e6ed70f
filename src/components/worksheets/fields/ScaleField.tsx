import type { ScaleField as Definition } from '../../../domain/worksheets/definition';
import { fill } from '../../../domain/words/fill';
import type { WorksheetWords } from '../../../domain/words/interface';
import { useSheetForm } from '../form';
import { MARKS } from '../marks';
import { AskedGroup } from './Asked';
import { valueName } from './names';

interface Props {
  readonly field: Definition;
  readonly words: WorksheetWords;
}

/** Five marks between two ends in words; each mark says its number, the outer ones their meaning too. */
export function ScaleField({ field, words }: Props) {
  const { register } = useSheetForm();
  const low = fill(words.lowEnd, { text: field.ends.low });
  const high = fill(words.highEnd, { text: field.ends.high });
  return (
    <AskedGroup field={field}>
      <div className="scale">
        {MARKS.map((mark) => (
          <label key={mark}>
            <input type="radio" value={mark} {...register(valueName(field))} />
            <span>{mark}</span>
            {mark === 1 && <span className="visually-hidden">, {field.ends.low}</span>}
            {mark === MARKS.length && <span className="visually-hidden">, {field.ends.high}</span>}
          </label>
        ))}
      </div>
      <p className="ends small" aria-hidden="true">
        <span>{low}</span>
        <span>{high}</span>
      </p>
    </AskedGroup>
  );
}
