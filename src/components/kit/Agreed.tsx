import { useId } from 'react';
import { OUTCOMES, type Mentorship } from '../../domain/records/mentorship';
import type { Agreed as Kept } from '../../domain/records/overview';
import { fill } from '../../domain/words/fill';
import type { KitWords } from '../../domain/words/interface';
import { dateText } from '../worksheets/dates';
import type { KitOnPage } from './use-my-kit';

interface Props {
  readonly kit: KitOnPage;
  readonly mentorship: Mentorship;
  readonly agreed: readonly Kept[];
  readonly words: KitWords;
}

/** What two people agreed, and what became of it. */
export function Agreed({ kit, mentorship, agreed, words }: Props) {
  const id = useId();
  return (
    <section aria-labelledby={id}>
      <h3 id={id}>{words.actions}</h3>
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
                kit.setOutcome(
                  mentorship.id,
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
    </section>
  );
}
