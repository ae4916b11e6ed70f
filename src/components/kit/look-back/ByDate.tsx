import type { Past } from '../../../domain/look-back/look-back';
import { counted } from '../../../domain/words/count';
import { fill } from '../../../domain/words/fill';
import { dateText } from '../../worksheets/dates';
import type { BackWords } from './words';

interface Props {
  /** The newest first. */
  readonly past: readonly Past[];
  readonly words: BackWords;
}

/** The sheets by the day they were begun, each a link to where it can be read; of a check-in how long it took. */
export function ByDate({ past, words: { lookBack, kit } }: Props) {
  return (
    <ul className="kept">
      {past.map(({ sheet: { id, worksheet, started, done, from, side }, title, minutes }) => (
        <li key={id} data-side={side}>
          <span>
            {title === undefined ? (
              kit.unknownSheet
            ) : (
              <a href={`../../worksheets/${worksheet}/${from ? '' : `#${id}`}`}>{title}</a>
            )}{' '}
            <span className="meta">
              {from
                ? `${dateText(started)}, ${fill(kit.stateReceived, { date: dateText(from.at) })}`
                : done === undefined
                  ? fill(kit.stateOpen, { date: dateText(started) })
                  : dateText(started)}
              {minutes && `, ${counted(minutes.n, minutes.counted ? lookBack.took : lookBack.planned)}`}
            </span>
          </span>
        </li>
      ))}
    </ul>
  );
}
