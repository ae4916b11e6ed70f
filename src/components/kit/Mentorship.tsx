import { useState } from 'react';
import type { KitView } from '../../browser/my-kit';
import type { Mentorship as Kept } from '../../domain/records/mentorship';
import { agreedIn, nextOf } from '../../domain/records/overview';
import { newestFirst } from '../../domain/records/sheet';
import { fill } from '../../domain/words/fill';
import type { KitWords, PlanWords, PresetWords } from '../../domain/words/interface';
import { dateText, today } from '../worksheets/dates';
import { later } from '../worksheets/later';
import { Agreed } from './Agreed';
import { NamesAndDates } from './NamesAndDates';
import { mentorshipName, sheetTitle, type Titles } from './names';
import { Sheets } from './Sheets';
import type { KitOnPage } from './use-my-kit';

/** Fetched by themselves: they bring the cadence rule along. */
const NextCheckIn = later(async () => (await import('./NextCheckIn')).default);
const FromProgramme = later(async () => (await import('./FromProgramme')).default);

interface Props {
  readonly kit: KitOnPage;
  readonly view: KitView;
  readonly mentorship: Kept;
  readonly isOnly: boolean;
  readonly titles: Titles;
  readonly words: KitWords;
  readonly lookBackLink: string;
  readonly plan: PlanWords;
  readonly preset: PresetWords;
  /** First part of the storage's keys. */
  readonly storage: string;
}

/** One mentorship: what is next, its sheets, what was agreed, and its names. */
export function Mentorship({
  kit,
  view,
  mentorship,
  isOnly,
  titles,
  words,
  lookBackLink,
  plan,
  preset,
  storage,
}: Props) {
  const [now] = useState(() => new Date());
  const name = mentorshipName(mentorship, words, isOnly);
  const kept = view.sheets.filter(({ sheet }) => sheet.mentorship === mentorship.id);
  const sheets = newestFirst(kept.map(({ sheet }) => sheet));
  const agreed = agreedIn(mentorship, sheets, today(now));
  const next = nextOf(kept, now);
  return (
    <section className="mentorship" aria-labelledby="mentorship">
      <h2 id="mentorship">{name}</h2>
      {next ? (
        <p className="next">
          <a className="button first" href={`../worksheets/${next.sheet.worksheet}/#${next.sheet.id}`}>
            {fill(next.done ? words.ready : words.goOn, { title: sheetTitle(next.sheet, titles, words) })}
          </a>{' '}
          <span className="small">
            {fill(next.done ? words.doneOn : words.lastSaved, { date: dateText(next.at) })}
          </span>
        </p>
      ) : (
        !mentorship.archived && (
          <p className="next">
            <a className="button first" href="../worksheets/before-we-talk/">
              {fill(words.begin, { title: titles['before-we-talk'] ?? '' })}
            </a>
          </p>
        )
      )}
      {!mentorship.archived && <NextCheckIn mentorship={mentorship} storage={storage} words={plan} />}
      <Sheets kit={kit} sheets={sheets} filtered={!isOnly} titles={titles} words={words} />
      {agreed.length > 0 && <Agreed kit={kit} mentorship={mentorship} agreed={agreed} words={words} />}
      {sheets.length > 0 && (
        <p>
          <a href={`look-back/#${mentorship.id}`}>{lookBackLink}</a>
        </p>
      )}
      {view.preset?.mentorship === mentorship.id && (
        <FromProgramme kit={kit} preset={view.preset} words={preset} planWords={plan} titles={titles} />
      )}
      <NamesAndDates kit={kit} mentorship={mentorship} words={words}>
        {!isOnly && (
          <button
            type="button"
            className="button plain"
            onClick={() => kit.setArchived(mentorship.id, !mentorship.archived)}
          >
            {mentorship.archived ? words.unarchive : words.archive}
          </button>
        )}
        <button
          type="button"
          className="button plain"
          onClick={() => kit.discard({ kind: 'mentorship', id: mentorship.id }, name)}
        >
          {words.deleteMentorship}
        </button>
      </NamesAndDates>
    </section>
  );
}
