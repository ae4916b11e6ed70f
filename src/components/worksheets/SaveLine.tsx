import { fill } from '../../domain/words/fill';
import type { WorksheetWords } from '../../domain/words/interface';
import { timeText } from './dates';
import type { Keeping } from './use-sheet';

/** Says when the sheet was last saved and where. Trouble is said elsewhere, loudly. */
export function SaveLine({ keeping, words }: { readonly keeping: Keeping; readonly words: WorksheetWords }) {
  if (keeping.state === 'unsaved') return null;
  if (keeping.state === 'nothing-yet') return <p className="save-line">{words.notYet}</p>;
  return (
    <p className="save-line">
      <b>{fill(words.saved, { time: timeText(keeping.at) })}</b>{' '}
      <span className="small">{words.savedWhere}</span>
    </p>
  );
}
