import { useId } from 'react';
import { fill } from '../../../domain/words/fill';
import type { WorksheetWords } from '../../../domain/words/interface';
import { dateText } from '../dates';
import type { OpenSheet } from '../use-sheet';

interface Props {
  readonly open: OpenSheet;
  readonly words: WorksheetWords;
}

/** Says about whom the sheet is, once there is a name or a second mentorship, and goes to another's sheet. */
export function WithWhom({ open: { sheet, mentorships, switchTo }, words }: Props) {
  const id = useId();
  const [only] = mentorships;
  if (!sheet || !only) return null;
  if (mentorships.length === 1) {
    return only.other && <p className="with no-print">{fill(words.withOne, { name: only.other })}</p>;
  }
  return (
    <p className="with no-print">
      <label htmlFor={id}>{words.with}</label>{' '}
      <select id={id} value={sheet.mentorship} onChange={(event) => switchTo(event.target.value)}>
        {mentorships.map(({ id, other, started }) => (
          <option key={id} value={id}>
            {other ?? fill(words.withUnnamed, { date: dateText(started) })}
          </option>
        ))}
      </select>
    </p>
  );
}
