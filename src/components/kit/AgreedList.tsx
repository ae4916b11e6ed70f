import { OUTCOMES, type Outcome } from '../../domain/records/mentorship';
import type { Agreed } from '../../domain/records/overview';
import { fill } from '../../domain/words/fill';
import type { AgreedWords } from '../../domain/words/interface';
import { dateText } from '../worksheets/dates';

interface Props {
  readonly agreed: readonly Agreed[];
  readonly words: AgreedWords;
  /** Without an outcome it is open again. */
  readonly setOutcome: (action: string, outcome: Outcome | undefined) => void;
}

/** Changes that two people agreed on, each with what became of it. */
export function AgreedList({ agreed, words, setOutcome }: Props) {
  return (
    <ul className="kept">
      {agreed.map(({ action, outcome, overdue }) => (
        <li key={action.id} data-open={outcome === 'open' ? '' : undefined}>
          <span>
            <span className="agreed">{action.what}</span>{' '}
            <span className="meta">
              {action.by === undefined
                ? action.who
                : fill(words.actionBy, { who: action.who, date: dateText(action.by) })}
              {overdue && `, ${words.overdue}`}
            </span>
          </span>
          <select
            aria-label={`${words.outcome} ${action.what}`}
            value={outcome}
            onChange={({ target }) =>
              setOutcome(
                action.id,
                OUTCOMES.find((one) => one === target.value),
              )
            }
          >
            {(['open', ...OUTCOMES] as const).map((one) => (
              <option key={one} value={one}>
                {words.outcomes[one]}
              </option>
            ))}
          </select>
        </li>
      ))}
    </ul>
  );
}
