import { lazy, Suspense, useEffect, useRef } from 'react';
import type { Sheet } from '../../domain/records/sheet';
import { fill } from '../../domain/words/fill';
import { dateText } from './dates';
import { FilledSheet } from './FilledSheet';
import type { FormSheet, FormWords } from './form';
import { SheetTools } from './SheetTools';
import type { OpenSheet } from './use-sheet';

/** Fetched when the other person's sheet is here. */
const BothSheets = lazy(() => import('./later/BothSheets'));

interface Props {
  readonly open: OpenSheet;
  readonly sheet: Sheet;
  readonly worksheet: FormSheet;
  readonly words: FormWords;
  readonly storage: string;
}

/** A sheet that its writer called done: to read, take along, change again, or leave. */
export function DoneSheet({ open, sheet, worksheet, words, storage }: Props) {
  const labels = words.worksheet;
  const title = useRef<HTMLHeadingElement>(null);
  useEffect(() => title.current?.focus(), []);
  return (
    <section className="done no-print" aria-labelledby="done-title">
      <h2 id="done-title" tabIndex={-1} ref={title}>
        {labels.doneTitle}
      </h2>
      <p className="lede">{fill(labels.doneText, { date: dateText(sheet.done ?? sheet.started) })}</p>
      <SheetTools open={open} worksheet={worksheet} words={words} storage={storage} keep />
      <div className="acts">
        <button type="button" className="button plain" onClick={() => open.setDone(false)}>
          {labels.reopen}
        </button>
        <button type="button" className="button plain" onClick={open.startNew}>
          {labels.startNew}
        </button>
      </div>
      {open.received ? (
        <Suspense>
          <BothSheets mine={sheet} theirs={open.received} worksheet={worksheet} words={labels} />
        </Suspense>
      ) : (
        <FilledSheet sheet={sheet} worksheet={worksheet} words={labels} />
      )}
    </section>
  );
}
