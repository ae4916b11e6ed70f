import { useState } from 'react';
import type { OpenedPreset, PresetStanding } from '../../browser/parcels';
import type { Mentorship } from '../../domain/records/mentorship';
import { fill } from '../../domain/words/fill';
import type { KitWords, OpenWords, PlanWords, PresetWords } from '../../domain/words/interface';
import type { Titles } from '../kit/names';
import { presetRows } from '../kit/preset-in-words';
import { Rows } from '../kit/Rows';
import { focusOnce } from './focus';
import { ForWhich } from './ForWhich';

interface Props {
  readonly opened: OpenedPreset;
  /** Those it can be for; with none nothing is asked. */
  readonly mentorships: readonly Mentorship[];
  readonly current: string | undefined;
  readonly words: OpenWords;
  readonly presetWords: PresetWords;
  readonly kitWords: KitWords;
  readonly planWords: PlanWords;
  readonly titles: Titles;
  readonly standingOf: (mentorship: string | undefined) => PresetStanding;
  readonly putIn: (mentorship: string | undefined) => void;
  readonly leave: () => void;
}

/** What a programme hands out: what it will set, and on which mentorship. */
export function PresetPreview({ opened, mentorships, current, words, presetWords, ...rest }: Props) {
  const { kitWords, planWords, titles, standingOf, putIn, leave } = rest;
  const { data } = opened.parcel;
  const [chosen, setChosen] = useState(() => mentorships.find((one) => one.id === current)?.id ?? '');
  const mentorship = chosen === '' ? undefined : chosen;
  const { state, mine, hasPlan } = standingOf(mentorship);
  return (
    <section className="preview" aria-labelledby="preview">
      <h2 id="preview" tabIndex={-1} ref={focusOnce}>
        {fill(presetWords.came, { programme: data.name })}
      </h2>
      <p>{presetWords.lede}</p>
      <Rows rows={presetRows(data, presetWords, planWords, titles)} />
      {mentorships.length > 0 && (
        <ForWhich
          label={presetWords.forWhich}
          mentorships={mentorships}
          chosen={chosen}
          choose={setChosen}
          words={kitWords}
        >
          <option value="">{presetWords.newOne}</option>
        </ForWhich>
      )}
      {data.inputs && <p>{hasPlan ? presetWords.ownPlan : presetWords.carried}</p>}
      {state === 'same' ? (
        <>
          <p>{presetWords.same}</p>
          <div className="acts">
            <a className="button first" href="../">
              {presetWords.toHome}
            </a>
          </div>
        </>
      ) : (
        <>
          {mine && <p>{fill(presetWords.differs, { programme: mine.handed.name })}</p>}
          <div className="acts">
            <button type="button" className="button first" onClick={() => putIn(mentorship)}>
              {state === 'differs' ? presetWords.replace : presetWords.putIn}
            </button>
            <button type="button" className="button plain" onClick={leave}>
              {words.cancel}
            </button>
          </div>
        </>
      )}
    </section>
  );
}
