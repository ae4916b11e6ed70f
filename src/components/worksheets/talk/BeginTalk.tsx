import { useId, useState } from 'react';
import { counted } from '../../../domain/words/count';
import type { TalkWords } from '../../../domain/words/interface';

interface Props {
  readonly minutes: number;
  readonly lengths: readonly number[];
  /** Whether it was begun before and left in the middle. */
  readonly begun: boolean;
  readonly begin: (minutes: number) => void;
  readonly words: TalkWords;
}

/** The one thing to do first on a sheet for two: let the page lead, in as many minutes as there are. */
export function BeginTalk({ minutes, lengths, begun, begin, words }: Props) {
  const name = useId();
  const [chosen, setChosen] = useState<number>();
  return (
    <div className="begin-talk">
      <p>{words.lead}</p>
      <fieldset>
        <legend>{words.lengths}</legend>
        <div className="options">
          {lengths.map((length) => (
            <label key={length}>
              <input
                type="radio"
                name={name}
                checked={length === (chosen ?? minutes)}
                onChange={() => setChosen(length)}
              />
              {counted(length, words.minutes)}
            </label>
          ))}
        </div>
      </fieldset>
      <p className="acts">
        <button type="button" className="button first" onClick={() => begin(chosen ?? minutes)}>
          {begun ? words.resume : words.begin}
        </button>
        <span className="small">{words.alone}</span>
      </p>
    </div>
  );
}
