import { useId, useState } from 'react';
import { isFolded, type Sheet } from '../../domain/records/sheet';
import { fill } from '../../domain/words/fill';
import type { KitWords } from '../../domain/words/interface';
import { dateText } from '../worksheets/dates';
import { sheetTitle, type Titles } from './names';
import type { KitOnPage } from './use-my-kit';

interface Props {
  readonly kit: KitOnPage;
  /** The newest first. */
  readonly sheets: readonly Sheet[];
  /** Whether they can be filtered; a small kit needs no filter. */
  readonly filtered: boolean;
  readonly titles: Titles;
  readonly words: KitWords;
}

const SHOWN = ['all', 'open', 'done'] as const;
type Shown = (typeof SHOWN)[number];

/** The sheets of a mentorship by date, each a link to where it can be read and written in. */
export function Sheets({ kit, sheets, filtered, titles, words }: Props) {
  const [shown, setShown] = useState<Shown>('all');
  const id = useId();
  const label = { all: words.showAll, open: words.showOpen, done: words.showDone };
  const fitting = sheets.filter(
    ({ done }) => !filtered || shown === 'all' || (shown === 'done') === (done !== undefined),
  );
  return (
    <section aria-labelledby={id}>
      <div className="list-head">
        <h3 id={id}>{words.sheets}</h3>
        {filtered && sheets.length > 1 && (
          <label>
            {words.show}{' '}
            <select
              value={shown}
              onChange={({ target }) => setShown(SHOWN.find((one) => one === target.value) ?? 'all')}
            >
              {SHOWN.map((one) => (
                <option key={one} value={one}>
                  {label[one]}
                </option>
              ))}
            </select>
          </label>
        )}
      </div>
      {fitting.length === 0 && <p className="meta">{sheets.length === 0 ? words.noSheets : words.noneFit}</p>}
      <ul className="kept">
        {fitting.map((sheet) => (
          <OneSheet
            key={sheet.id}
            sheet={sheet}
            isStillFolded={isFolded(sheet, sheets)}
            title={sheetTitle(sheet, titles, words)}
            isKnown={Object.hasOwn(titles, sheet.worksheet)}
            kit={kit}
            words={words}
          />
        ))}
      </ul>
    </section>
  );
}

interface SheetProps {
  readonly sheet: Sheet;
  readonly isStillFolded: boolean;
  readonly title: string;
  readonly isKnown: boolean;
  readonly kit: KitOnPage;
  readonly words: KitWords;
}

function OneSheet({ sheet, isStillFolded, title, isKnown, kit, words }: SheetProps) {
  const { from, done, started, side } = sheet;
  const state = from
    ? fill(words.stateReceived, { date: dateText(from.at) })
    : done === undefined
      ? fill(words.stateOpen, { date: dateText(started) })
      : fill(words.stateDone, { date: dateText(done) });
  const named = `${title}, ${state}`;
  return (
    <li data-side={side} data-open={done === undefined && !from ? '' : undefined}>
      <span>
        {isKnown ? (
          <a href={`../worksheets/${sheet.worksheet}/${from ? '' : `#${sheet.id}`}`}>{title}</a>
        ) : (
          title
        )}{' '}
        <span className="meta">
          {state}
          {isStillFolded && `, ${words.stateFolded}`}
        </span>
      </span>
      <button
        type="button"
        className="button plain"
        aria-label={fill(words.deleteNamed, { what: named })}
        onClick={() => kit.discard({ kind: 'sheet', id: sheet.id }, title)}
      >
        {words.delete}
      </button>
    </li>
  );
}
