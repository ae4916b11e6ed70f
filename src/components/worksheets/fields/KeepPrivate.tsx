import type { Field } from '../../../domain/worksheets/definition';
import type { WorksheetWords } from '../../../domain/words/interface';
import { useSheetForm } from '../form';
import { privateName } from './names';

interface Props {
  readonly field: Field;
  readonly words: WorksheetWords;
}

/** Lets a person keep any answer to themselves. Seen where an answer is being given, and where it was chosen. */
export function KeepPrivate({ field, words }: Props) {
  const { register } = useSheetForm();
  return (
    <div className="keep-private small">
      <label>
        <input type="checkbox" {...register(privateName(field))} />
        {words.keepPrivate}
      </label>
      <p className="hint">{words.privateNote}</p>
    </div>
  );
}
