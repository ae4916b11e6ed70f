import type { OwnQuestion } from '../../domain/records/question';
import { fill } from '../../domain/words/fill';
import type { Interface } from '../../domain/words/interface';

interface Props {
  readonly question: OwnQuestion;
  /** Its number, from 1. */
  readonly n: number;
  readonly isLast: boolean;
  readonly edit: (text: string) => void;
  readonly move: (by: -1 | 1) => void;
  readonly putAside: () => void;
  readonly discard: () => void;
  readonly words: Interface['own'];
}

/** A question of one's own in its field, saved as it is typed, with what can be done with it. */
export function OneQuestion({ question, n, isLast, edit, move, putAside, discard, words }: Props) {
  const act = (what: string, task: () => void, by?: -1 | 1) => (
    <button
      type="button"
      className="button plain"
      data-by={by}
      aria-label={fill(words.act, { what, n })}
      onClick={task}
    >
      {what}
    </button>
  );
  return (
    <li>
      <textarea
        rows={1}
        aria-label={fill(words.nth, { n })}
        value={question.text}
        onChange={({ target }) => edit(target.value)}
      />
      <span className="acts small">
        {n > 1 && act(words.up, () => move(-1), -1)}
        {!isLast && act(words.down, () => move(1), 1)}
        {act(words.putAside, putAside)}
        {act(words.delete, discard)}
      </span>
    </li>
  );
}
