import { useState } from 'react';
import type { Mentorship } from '../../domain/records/mentorship';
import type { KitWords, OpenWords } from '../../domain/words/interface';
import { focusOnce } from './focus';
import { ForWhich } from './ForWhich';

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
  const [chosen, setChosen] = useState(current);
  return (
    <section className="preview" aria-labelledby="preview">
      <h2 id="preview" tabIndex={-1} ref={focusOnce}>
        {title}
      </h2>
      <p>{words.sheetText}</p>
      {mentorships.length > 1 && (
        <ForWhich
          label={words.forWhich}
          mentorships={mentorships}
          chosen={chosen}
          choose={setChosen}
          words={kitWords}
        />
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
