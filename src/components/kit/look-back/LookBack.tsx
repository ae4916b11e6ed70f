import { useEffect, useMemo, useState } from 'react';
import { flushSync } from 'react-dom';
import { afterPrint, beforePrint } from '../../../browser/print';
import type { Example } from '../../../domain/look-back/example';
import { lookBack, type Asking } from '../../../domain/look-back/look-back';
import { nextDay } from '../../../domain/records/overview';
import { counted } from '../../../domain/words/count';
import { fill } from '../../../domain/words/fill';
import { dateText, today } from '../../worksheets/dates';
import { mentorshipName } from '../names';
import { ByDate } from './ByDate';
import { Empty } from './Empty';
import { Fold, OpenAllContext } from './Fold';
import { History } from './History';
import { TakeAlong } from './TakeAlong';
import { usePast } from './use-past';
import type { BackWords } from './words';

interface Props {
  readonly words: BackWords;
  /** All worksheets, in the site's order. */
  readonly askings: readonly Asking[];
  readonly example: Example | undefined;
  /** First part of the storage's keys. */
  readonly storage: string;
}

/** A mentorship as it looks from today, to read, print and take along. */
export function LookBack({ words, askings, example, storage }: Props) {
  const { view, trouble, look } = usePast(storage);
  const { mentorships, mentorship, sheets } = view;
  const [now] = useState(() => new Date());
  const all = useOpenForPaper();
  const back = useMemo(
    () =>
      mentorship &&
      lookBack(mentorship, sheets, askings, {
        today: today(now),
        dayOf: (time) => today(new Date(time)),
      }),
    [mentorship, sheets, askings, now],
  );
  const { lookBack: labels, kit, worksheet } = words;
  const several = mentorships.length > 1;
  const name = mentorship && mentorshipName(mentorship, kit, !several);
  const lastTalk = back?.past.find(({ sheet, minutes }) => sheet.done !== undefined && minutes);
  const until = lastTalk && nextDay(lastTalk.sheet, today(now));
  return (
    <OpenAllContext value={all}>
      <div className="kit look-back" data-alive="">
        <div role="alert">
          {trouble && (
            <div className="trouble">
              <h2>{words.trouble[`${trouble}Title`]}</h2>
              <p>{words.trouble[trouble]}</p>
            </div>
          )}
        </div>
        {several && (
          <p className="which no-print">
            <label htmlFor="which">{kit.which}</label>{' '}
            <select id="which" value={mentorship?.id} onChange={({ target }) => look(target.value)}>
              {mentorships.map((one) => (
                <option key={one.id} value={one.id}>
                  {mentorshipName(one, kit)}
                  {one.archived && ` (${kit.archived})`}
                </option>
              ))}
            </select>
          </p>
        )}
        {!back || !mentorship || back.past.length === 0 ? (
          <Empty example={example} folded={back?.folded ?? 0} words={words} />
        ) : (
          // Folds that were opened belong to the mentorship they were opened in.
          <section className="mentorship" aria-labelledby="mentorship" key={mentorship.id}>
            <h2 id="mentorship">{name}</h2>
            <History back={back} words={words}>
              <p className="no-print">
                <a href="../">{labels.toKit}</a>
              </p>
              {back.folded > 0 && <p className="meta">{counted(back.folded, labels.folded)}</p>}
            </History>
            <section>
              <Fold summary={counted(back.past.length, labels.byDate)}>
                {() => <ByDate past={back.past} words={words} />}
              </Fold>
            </section>
            <TakeAlong back={back} name={name ?? ''} now={now} words={words} />
            <p className="no-print">
              {until ? fill(worksheet.allUntil, { date: dateText(until) }) : labels.allRead}
            </p>
          </section>
        )}
      </div>
    </OpenAllContext>
  );
}

/** Whether the page is being printed: then every fold is open, whichever way the print was asked for. */
function useOpenForPaper(): boolean {
  const [all, setAll] = useState(false);
  useEffect(() => {
    const stops = [beforePrint(() => flushSync(() => setAll(true))), afterPrint(() => setAll(false))];
    return () => stops.forEach((stop) => stop());
  }, []);
  return all;
}
