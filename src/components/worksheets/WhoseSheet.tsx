import { SIDES } from '../../domain/records/mentorship';
import type { WorksheetWords } from '../../domain/words/interface';
import { useSheetForm } from './form';

/** Whose sheet it is; may be left open. Colours the sheet's edges in the side's ink. */
export function WhoseSheet({ words }: { readonly words: WorksheetWords }) {
  const { register } = useSheetForm();
  const label = { mentor: words.whoseMentor, mentee: words.whoseMentee };
  return (
    <fieldset className="whose">
      <legend>{words.whose}</legend>
      <div className="options">
        {SIDES.map((side) => (
          <label key={side}>
            <input type="radio" value={side} {...register('side')} />
            {label[side]}
          </label>
        ))}
      </div>
    </fieldset>
  );
}
