import { useId, useState } from 'react';
import type { Mentorship } from '../../domain/records/mentorship';
import type { KitWords, OpenWords } from '../../domain/words/interface';
import { mentorshipName } from '../kit/names';
import { focusOnce } from './focus';

interface Props {
  readonly title: string;
  /** Those it can belong to; with one or none nothing is asked. */
  readonly mentorships: readonly Mentorship[];
  readonly current: string | undefined;
  readonly words: OpenWords;
  readonly kitWords: KitWords;
  readonly putIn: (mentorship: string | undefined) => void;
  readonly leave: () => void;
}

/** A sheet of the other person: whose it is and where it goes. What it says stays folded. */
export function SheetPreview({ title, mentorships, current, words, kitWords, putIn, leave }: Props) {
  const id = useId();
  const [chosen, setChosen] = useState(current);
  return (
    <section className="preview" aria-labelledby="preview">
      <h2 id="preview" tabIndex={-1} ref={focusOnce}>
        {title}
      </h2>
      <p>{words.sheetText}</p>
      {mentorships.length > 1 && (
        <p>
          <label htmlFor={id}>{words.forWhich}</label>{' '}
          <select id={id} value={chosen} onChange={({ target }) => setChosen(target.value)}>
            {mentorships.map((one) => (
              <option key={one.id} value={one.id}>
                {mentorshipName(one, kitWords)}
              </option>
            ))}
          </select>
        </p>
      )}
      <div className="acts">
        <button type="button" className="button first" onClick={() => putIn(chosen)}>
          {words.putInSheet}
        </button>
        <button type="button" className="button plain" onClick={leave}>
          {words.cancel}
        </button>
      </div>
    </section>
  );
}
