import { useEffect, useReducer, useRef, useState } from 'react';
import { openNextCheckIns } from '../../browser/next-check-in';
import type { Mentorship } from '../../domain/records/mentorship';
import type { PlanWords } from '../../domain/words/interface';
import { later } from '../worksheets/later';
import { nextText, skippedText } from './next-in-words';

/** Fetched when it is asked for. */
const BurdenCheck = later(async () => (await import('./BurdenCheck')).default);

interface Props {
  readonly mentorship: Mentorship;
  readonly storage: string;
  readonly words: PlanWords;
}

/** In one line, when this pair checks in next; or how to plan it. */
export default function NextCheckIn({ mentorship, storage, words: plan }: Props) {
  const words = plan.next;
  const [checkIns] = useState(() => openNextCheckIns(storage));
  const [said, setSaid] = useState<{ readonly text: string; readonly undo?: () => void }>();
  const [isAsked, setAsked] = useState(false);
  const [, drawAgain] = useReducer((n: number) => n + 1, 0);
  const back = useRef<HTMLButtonElement>(null);
  // The button that was pressed is gone; the way back is where the focus goes.
  useEffect(() => back.current?.focus(), [said]);
  const turn = checkIns.of(mentorship.id);
  const text = turn && nextText(turn, words);
  const skip = () => {
    if (!turn) return;
    const undo = checkIns.skip(turn);
    setSaid(undo ? { text: skippedText(turn, words), undo } : { text: words.unsaved });
  };
  const toPlan = (label: string) => <a href="../cadence/">{label}</a>;
  return (
    <>
      <div className="next-check-in">
        <span role="status">{said?.text ?? text}</span>{' '}
        {said?.undo ? (
          <button
            type="button"
            className="button"
            ref={back}
            onClick={() => {
              said.undo?.();
              setSaid(undefined);
            }}
          >
            {words.undo}
          </button>
        ) : !turn || text === undefined ? (
          toPlan(words.plan)
        ) : turn.next.state === 'overdue' ? (
          <>
            {toPlan(words.replan)}{' '}
            <button type="button" className="button plain" onClick={skip}>
              {words.skip}
            </button>
          </>
        ) : turn.next.state === 'today' ? (
          <a href="../worksheets/how-are-we-doing/">{words.begin}</a>
        ) : (
          toPlan(words.see)
        )}
        {turn && !said && (
          <button
            type="button"
            className="button plain"
            aria-expanded={isAsked}
            onClick={() => setAsked(!isAsked)}
          >
            {plan.burden.open}
          </button>
        )}
      </div>
      {isAsked && (
        <BurdenCheck mentorship={mentorship.id} storage={storage} words={plan} changed={drawAgain} />
      )}
    </>
  );
}
