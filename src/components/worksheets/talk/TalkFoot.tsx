import type { Side } from '../../../domain/records/mentorship';
import { fill } from '../../../domain/words/fill';
import type { TalkWords } from '../../../domain/words/interface';
import type { Talk } from './use-talk';

interface Props {
  readonly talk: Talk;
  readonly names: Readonly<Record<Side, string>>;
  readonly words: TalkWords;
  readonly end: () => void;
}

/** The way on through a talk: to the other's turn, to the next step, to its end; and back. */
export function TalkFoot({ talk, names, words, end }: Props) {
  const { next, back, steps, now } = talk;
  const { step, at, turn } = now;
  const following = step.turns[step.turns.indexOf(turn) + 1];
  const nextStep = steps[at + 1];
  const label =
    following === 'together'
      ? words.showBoth
      : following
        ? fill(step.kind === 'marks' ? words.nextMarks : words.nextTurn, { name: names[following] })
        : nextStep
          ? fill(words.next, { title: nextStep.title })
          : words.end;
  return (
    <div className="talk-foot">
      <p className="acts">
        <button type="button" className="button first" onClick={next ?? end}>
          {label}
        </button>
        {back && (
          <button type="button" className="button" onClick={back}>
            {words.back}
          </button>
        )}
        <button type="button" className="button plain" onClick={talk.leave}>
          {words.whole}
        </button>
      </p>
    </div>
  );
}
