import type { Agreed } from '../../../domain/records/overview';
import { counted } from '../../../domain/words/count';
import { fill } from '../../../domain/words/fill';
import { dateText } from '../../worksheets/dates';
import { Fold } from './Fold';
import type { BackWords } from './words';

interface Props {
  /** What is open first. */
  readonly agreed: readonly Agreed[];
  readonly words: BackWords;
}

/** How many are shown without being asked for, and how many settled ones among them. */
const SHOWN = 12;
const SETTLED = 6;

/** What two people agreed and what became of it, to read. */
export function AgreedPast({ agreed, words }: Props) {
  const open = agreed.filter(({ outcome }) => outcome === 'open').length;
  const shown = Math.min(SHOWN, open + SETTLED);
  const [first, rest] = [agreed.slice(0, shown), agreed.slice(shown)];
  return (
    <>
      <List agreed={first} words={words} />
      {rest.length > 0 && (
        <Fold summary={counted(rest.length, words.lookBack.moreAgreed)}>
          {() => <List agreed={rest} words={words} />}
        </Fold>
      )}
    </>
  );
}

function List({ agreed, words: { kit } }: Props) {
  return (
    <ul className="became">
      {agreed.map(({ action: { id, what, who, by }, outcome, overdue }) => (
        <li key={id} data-outcome={outcome}>
          <b>{kit.outcomes[outcome]}</b>
          <span>
            <span className="agreed">{what}</span>{' '}
            <span className="meta">
              {by === undefined ? who : fill(kit.actionBy, { who, date: dateText(by) })}
              {overdue && `, ${kit.overdue}`}
            </span>
          </span>
        </li>
      ))}
    </ul>
  );
}
