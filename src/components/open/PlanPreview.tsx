import { useState } from 'react';
import type { OpenedPlan, PlanStanding } from '../../browser/parcels';
import { cadenceOf } from '../../domain/cadence/plan';
import type { Mentorship } from '../../domain/records/mentorship';
import { fill } from '../../domain/words/fill';
import type { KitWords, OpenWords, PlanWords, ProgrammeWords } from '../../domain/words/interface';
import { mainRows } from '../kit/plan-in-words';
import { Rows } from '../kit/Rows';
import { dateText } from '../worksheets/dates';
import { Difference } from './Difference';
import { focusOnce } from './focus';
import { ForWhich } from './ForWhich';

interface Props {
  readonly opened: OpenedPlan;
  /** Those it can be for; with one or none nothing is asked. */
  readonly mentorships: readonly Mentorship[];
  readonly current: string | undefined;
  readonly words: OpenWords;
  readonly kitWords: KitWords;
  readonly planWords: PlanWords;
  readonly programmeWords: ProgrammeWords;
  readonly standingOf: (mentorship: string | undefined) => PlanStanding;
  readonly putIn: (mentorship: string | undefined, shown: PlanStanding) => void;
  readonly leave: () => void;
}

/** A plan from the other person: what it will set, for whom, and what is there already. */
export function PlanPreview({ opened, mentorships, current, words, kitWords, planWords, ...rest }: Props) {
  const { programmeWords, standingOf, putIn, leave } = rest;
  const { data } = opened.parcel;
  const [chosen, setChosen] = useState(() => mentorships.find((one) => one.id === current)?.id);
  const standing = standingOf(chosen);
  return (
    <section className="preview" aria-labelledby="preview">
      <h2 id="preview" tabIndex={-1} ref={focusOnce}>
        {planWords.came}
      </h2>
      <Rows rows={mainRows(data, planWords)} />
      <p>{datesText(data, planWords)}</p>
      {mentorships.length > 1 && (
        <ForWhich
          label={planWords.forWhich}
          mentorships={mentorships}
          chosen={chosen}
          choose={setChosen}
          words={kitWords}
        />
      )}
      {standing.state === 'same' ? (
        <>
          <p>{planWords.same}</p>
          <div className="acts">
            <a className="button first" href="../cadence/">
              {planWords.toPlan}
            </a>
          </div>
        </>
      ) : (
        <>
          {standing.state === 'differs' && (
            <>
              <h3>{planWords.differs}</h3>
              <details>
                <summary>{words.showDifference}</summary>
                <Difference
                  record={{
                    state: 'differs',
                    kind: 'plan',
                    id: standing.mine.id,
                    mine: standing.mine,
                    theirs: { ...standing.mine, inputs: data.inputs, shifts: data.shifts },
                  }}
                  words={{ ...words, inFile: planWords.inThis }}
                  kitWords={kitWords}
                  planWords={planWords}
                  programmeWords={programmeWords}
                  titles={{}}
                />
              </details>
            </>
          )}
          <div className="acts">
            <button type="button" className="button first" onClick={() => putIn(chosen, standing)}>
              {standing.state === 'differs' ? planWords.takeTheirs : planWords.putIn}
            </button>
            <button type="button" className="button plain" onClick={leave}>
              {standing.state === 'differs' ? planWords.keepMine : words.cancel}
            </button>
          </div>
        </>
      )}
    </section>
  );
}

/** How many check-ins the plan sets, and the first and last of them. */
function datesText({ inputs, shifts }: OpenedPlan['parcel']['data'], words: PlanWords): string {
  const { checkIns } = cadenceOf(inputs, shifts).schedule;
  const [first, last] = [checkIns[0], checkIns.at(-1)];
  if (!first || !last) return words.noDates;
  const from = { n: checkIns.length, first: dateText(first.date), last: dateText(last.date) };
  return fill(checkIns.length === 1 ? words.oneDate : words.dates, from);
}
