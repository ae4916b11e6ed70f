import { useEffect, useId, useRef, useState } from 'react';
import { openNextCheckIns, type NextCheckIns, type Turn } from '../../browser/next-check-in';
import { SIGNS, type Sign, type Suggestion, type Worth } from '../../domain/cadence/burden-check';
import { counted } from '../../domain/words/count';
import { fill } from '../../domain/words/fill';
import type { BurdenWords, PlanWords } from '../../domain/words/interface';
import { dateText } from '../worksheets/dates';

interface Props {
  readonly mentorship: string;
  readonly storage: string;
  readonly words: Pick<PlanWords, 'burden' | 'minutes'>;
  /** Called when the plan was changed, or changed back. */
  readonly changed?: () => void;
}

/** How many earlier check-ins are shown. */
const SHOWN = 3;

/** Three signs that check-ins are too much, and one way to make them less. Nothing of it is kept but the plan. */
export default function BurdenCheck({ mentorship, storage, words, changed }: Props) {
  const { burden } = words;
  const [checkIns] = useState(() => openNextCheckIns(storage));
  const [signs, setSigns] = useState<ReadonlyMap<Sign, boolean>>(new Map());
  const id = useId();
  const turn = checkIns.of(mentorship);
  if (!turn) return null;
  const worth = checkIns.worth(mentorship).slice(0, SHOWN);
  const yes = new Set(SIGNS.filter((sign) => signs.get(sign)));
  return (
    <section className="burden" aria-labelledby={id}>
      <h3 id={id}>{burden.open}</h3>
      <p>{burden.lede}</p>
      {worth.length > 0 && (
        <div>
          <p>{burden.soFar}</p>
          <ul>
            {worth.map((one) => (
              <li key={one.done}>{worthText(one, burden)}</li>
            ))}
          </ul>
        </div>
      )}
      {SIGNS.map((sign) => (
        <fieldset key={sign}>
          <legend>{burden.signs[sign]}</legend>
          <div className="options">
            {[true, false].map((is) => (
              <label key={String(is)}>
                <input
                  type="radio"
                  name={`${id}-${sign}`}
                  checked={signs.get(sign) === is}
                  onChange={() => setSigns(new Map(signs).set(sign, is))}
                />
                {is ? burden.yes : burden.no}
              </label>
            ))}
          </div>
        </fieldset>
      ))}
      <Advice
        key={[...yes].join()}
        checkIns={checkIns}
        turn={turn}
        signs={signs.size === SIGNS.length ? yes : undefined}
        words={words}
        changed={changed}
      />
    </section>
  );
}

interface AdviceProps {
  readonly checkIns: NextCheckIns;
  readonly turn: Turn;
  /** The signs that are there, once all are asked. */
  readonly signs: ReadonlySet<Sign> | undefined;
  readonly words: Props['words'];
  readonly changed: Props['changed'];
}

/** The one suggestion, and the button that follows it. */
function Advice({ checkIns, turn, signs, words, changed }: AdviceProps) {
  const { burden } = words;
  const [said, setSaid] = useState<{ readonly text: string; readonly undo?: (() => void) | undefined }>();
  const back = useRef<HTMLButtonElement>(null);
  useEffect(() => back.current?.focus(), [said]);
  const suggestion = signs && checkIns.suggestion(turn, signs);
  const follow = () => {
    const undo = suggestion && checkIns.follow(turn, suggestion);
    setSaid(undo ? { text: burden.changed, undo } : { text: burden.unsaved });
    changed?.();
  };
  const takeBack = () => {
    said?.undo?.();
    setSaid({ text: burden.undone });
    changed?.();
  };
  return (
    <div className="advice">
      <p role="status">{said?.text ?? (suggestion && adviceText(suggestion, turn, checkIns, words))}</p>
      {said?.undo ? (
        <button type="button" className="button" ref={back} onClick={takeBack}>
          {burden.undo}
        </button>
      ) : (
        suggestion &&
        'inputs' in suggestion &&
        !said && (
          <button type="button" className="button first" onClick={follow}>
            {burden.change}
          </button>
        )
      )}
    </div>
  );
}

function adviceText(
  suggestion: Suggestion,
  turn: Turn,
  checkIns: NextCheckIns,
  { burden, minutes }: Props['words'],
): string {
  switch (suggestion.kind) {
    case 'keep':
    case 'lightest':
      return burden[suggestion.kind];
    case 'shorter':
      return fill(burden.shorter, { minutes: counted(suggestion.minutes, minutes) });
    case 'pause':
      return fill(burden.pause, { date: dateText(suggestion.until) });
    case 'lighter': {
      const next = checkIns.withInputs(turn, suggestion.inputs);
      const date = next.state === 'none' ? burden.noDate : dateText(next.date);
      return fill(burden.lighter, { n: suggestion.n, date });
    }
  }
}

function worthText({ done, said }: Worth, words: BurdenWords): string {
  const all = said.map(({ side, answer }) => {
    const label = Object.hasOwn(words.answers, answer)
      ? words.answers[answer as keyof BurdenWords['answers']]
      : answer;
    return side ? fill(words.saidBy, { who: words[side], answer: label }) : label;
  });
  return fill(words.saidOn, { date: dateText(done), said: all.join('; ') });
}
