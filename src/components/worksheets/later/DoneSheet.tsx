import { useEffect, useRef, type ComponentProps } from 'react';
import { nextDay } from '../../../domain/records/overview';
import type { Sheet } from '../../../domain/records/sheet';
import { fill } from '../../../domain/words/fill';
import { fieldsOf } from '../../../domain/worksheets/answers';
import { dateText, today } from '../dates';
import { FilledSheet } from '../FilledSheet';
import type { FormSheet, FormWords } from '../form';
import { later } from '../later';
import { SheetTools } from '../SheetTools';
import type { OpenSheet } from '../use-sheet';

/** Fetched after a talk. */
const Ending = later(async () => (await import('../talk/Ending')).default);
/** Fetched after a talk in which no date was written down. */
const AllUntil = later<ComponentProps<typeof import('../talk/AllUntil').default>>(
  async () => (await import('../talk/AllUntil')).default,
  ({ words }) => words.allUntilYouMeet,
);
/** Fetched for a choice that stands for words to copy. */
const CopyChosen = later(async () => (await import('./CopyChosen')).default);
/** Fetched when the other person's sheet is here. */
const BothSheets = later(async () => (await import('./BothSheets')).default);

interface Props {
  readonly open: OpenSheet;
  readonly sheet: Sheet;
  readonly worksheet: FormSheet;
  readonly words: FormWords;
  readonly storage: string;
}

/** A sheet that its writer called done: to read, take along, change again, or leave. */
export default function DoneSheet({ open, sheet, worksheet, words, storage }: Props) {
  const labels = words.worksheet;
  const together = worksheet.who === 'both';
  const until = nextDay(sheet, today(new Date()));
  const title = useRef<HTMLHeadingElement>(null);
  useEffect(() => title.current?.focus(), []);
  return (
    <section className="done no-print" aria-labelledby="done-title">
      <h2 id="done-title" tabIndex={-1} ref={title}>
        {together ? labels.doneTogetherTitle : labels.doneTitle}
      </h2>
      <p className="lede">
        {together
          ? labels.doneTogether
          : fill(labels.doneText, { date: dateText(sheet.done ?? sheet.started) })}{' '}
        {until ? (
          fill(labels.allUntil, { date: dateText(until) })
        ) : together ? (
          <AllUntil sheet={sheet} storage={storage} words={labels} />
        ) : (
          labels.allUntilYouMeet
        )}
      </p>
      {together && <Ending sheet={sheet} storage={storage} words={words} />}
      {fieldsOf(worksheet.sections).map(
        (field) =>
          'options' in field &&
          field.options.some(({ copies }) => copies) && (
            <CopyChosen key={field.id} field={field} words={words} />
          ),
      )}
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
        <BothSheets mine={sheet} theirs={open.received} worksheet={worksheet} words={labels} />
      ) : (
        <FilledSheet sheet={sheet} worksheet={worksheet} words={labels} />
      )}
    </section>
  );
}
