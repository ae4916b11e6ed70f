import { useState } from 'react';
import { keyOf, type Choice, type Differing, type Preview } from '../../domain/parcels/merge';
import { RECORD_KINDS } from '../../domain/records/envelope';
import { counted } from '../../domain/words/count';
import { fill } from '../../domain/words/fill';
import type { KitWords, OpenWords, PlanWords, ProgrammeWords } from '../../domain/words/interface';
import type { Titles } from '../kit/names';
import { dateText } from '../worksheets/dates';
import { Difference, nameOf } from './Difference';
import { focusOnce } from './focus';

interface Props {
  readonly title: string;
  readonly preview: Preview;
  readonly words: OpenWords;
  readonly kitWords: KitWords;
  readonly planWords: PlanWords;
  readonly programmeWords: ProgrammeWords;
  readonly titles: Titles;
  readonly putIn: (choices: ReadonlyMap<string, Choice>) => void;
  readonly leave: () => void;
}

const CHOICES = ['both', 'mine', 'theirs'] as const satisfies readonly Choice[];

/** What a copy holds beside what is here, and what should stay where the two differ. Both stay unless one is chosen. */
export function BackupPreview({ title, preview, words, kitWords, planWords, titles, ...props }: Props) {
  const { programmeWords, putIn, leave } = props;
  const differing = preview.records.filter((record): record is Differing => record.state === 'differs');
  const [choices, setChoices] = useState<ReadonlyMap<string, Choice>>(
    () => new Map(differing.map((one) => [keyOf(one), 'both'])),
  );
  const label = { mine: words.mine, theirs: words.theirs, both: words.both };
  const chooseAll = (choice: Choice) => setChoices(new Map(differing.map((one) => [keyOf(one), choice])));
  const [all, ...rest] = new Set(choices.values());
  const sentence = inWords(preview, words);
  const newSheets = preview.records.flatMap((one) =>
    one.state === 'new' && one.record.kind === 'sheet' ? [one.record.data] : [],
  );
  const isNothing = !preview.records.some(({ state }) => state !== 'same') && preview.unread.length === 0;
  return (
    <section className="preview" aria-labelledby="preview">
      <h2 id="preview" tabIndex={-1} ref={focusOnce}>
        {title}
      </h2>
      <p>{sentence}</p>
      {newSheets.length > 0 && (
        <details>
          <summary>{counted(newSheets.length, words.news.sheet)}</summary>
          <ul>
            {newSheets.map((sheet) => (
              <li key={sheet.id}>
                {fill(words.changedOn, {
                  title: titles[sheet.worksheet] ?? kitWords.unknownSheet,
                  date: dateText(sheet.started),
                })}
              </li>
            ))}
          </ul>
        </details>
      )}
      {isNothing ? (
        <>
          <p>{words.nothing}</p>
          <div className="acts">
            <a className="button" href="../kit/">
              {words.toKit}
            </a>
          </div>
        </>
      ) : (
        <>
          {differing.length > 0 && (
            <>
              <h3>{words.differs}</h3>
              <p>{words.differsText}</p>
              {differing.length > 1 && (
                <fieldset>
                  <legend>
                    <b>{words.alike}</b>
                  </legend>
                  <div className="options">
                    {CHOICES.map((choice) => (
                      <label key={choice}>
                        <input
                          type="radio"
                          name="all"
                          checked={rest.length === 0 && all === choice}
                          onChange={() => chooseAll(choice)}
                        />
                        {label[choice]}
                      </label>
                    ))}
                  </div>
                </fieldset>
              )}
              {differing.map((one) => {
                const key = keyOf(one);
                return (
                  <fieldset key={key} className="differing">
                    <legend>
                      <b>{nameOf(one, titles, kitWords, words, programmeWords)}</b>
                    </legend>
                    <details>
                      <summary>{words.showDifference}</summary>
                      <Difference
                        record={one}
                        words={words}
                        kitWords={kitWords}
                        planWords={planWords}
                        programmeWords={programmeWords}
                        titles={titles}
                      />
                    </details>
                    <div className="options">
                      {CHOICES.map((choice) => (
                        <label key={choice}>
                          <input
                            type="radio"
                            name={key}
                            checked={choices.get(key) === choice}
                            onChange={() => setChoices(new Map(choices).set(key, choice))}
                          />
                          {label[choice]}
                        </label>
                      ))}
                    </div>
                  </fieldset>
                );
              })}
            </>
          )}
          <div className="acts">
            <button type="button" className="button first" onClick={() => putIn(choices)}>
              {words.putIn}
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

/** "2 sheets new, 1 differs from what is here and 4 the same as here." */
function inWords(preview: Preview, words: OpenWords): string {
  const sum = (what: 'same' | 'differs') =>
    RECORD_KINDS.reduce((all, kind) => all + preview.counts[kind][what], 0);
  const line = (n: number, forms: { one: string; other: string }) => (n > 0 ? [counted(n, forms)] : []);
  const parts = [
    ...RECORD_KINDS.flatMap((kind) => line(preview.counts[kind].new, words.news[kind])),
    ...line(sum('differs'), words.differing),
    ...line(sum('same'), words.same),
    ...line(preview.newer + preview.unreadable + preview.unread.length, words.unread),
  ];
  const sentence = new Intl.ListFormat(undefined, { type: 'conjunction' }).format(parts);
  return sentence && `${sentence.charAt(0).toLocaleUpperCase()}${sentence.slice(1)}.`;
}
