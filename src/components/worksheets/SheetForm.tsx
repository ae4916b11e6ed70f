import { Fragment, lazy, Suspense, useCallback, useEffect, useId, useMemo, useState } from 'react';
import { flushSync } from 'react-dom';
import { FormProvider, useForm } from 'react-hook-form';
import { beforePrint, setPrint } from '../../browser/print';
import { answerOf, isBlank, type Sheet } from '../../domain/records/sheet';
import { fill } from '../../domain/words/fill';
import type { FormValues } from '../../domain/worksheets/answers';
import type { Field as Definition } from '../../domain/worksheets/definition';
import { dateText } from './dates';
import { DoneSheet } from './DoneSheet';
import { Field } from './fields/Field';
import { PairField } from './fields/PairField';
import { FilledSheet } from './FilledSheet';
import { earlyMarks } from './early-marks';
import { inPairs, StorageContext, type FormSheet, type FormWords } from './form';
import { NudgedContext } from './nudged';
import { SaveLine } from './SaveLine';
import { SheetTools } from './SheetTools';
import { Troubles } from './Troubles';
import { useSheet } from './use-sheet';
import { WhoseSheet } from './WhoseSheet';
import { WithWhom } from './WithWhom';

/** Fetched when a field was written in two tabs. */
const Others = lazy(() => import('./later/Others'));

interface Props {
  readonly worksheet: FormSheet;
  readonly words: FormWords;
  /** First part of the storage's keys. */
  readonly storage: string;
}

/** A worksheet to fill in: it saves as one types, and prints, copies, downloads and clears. */
export function SheetForm({ worksheet, words, storage }: Props) {
  const [defaultValues] = useState(earlyMarks);
  const form = useForm<FormValues>({ defaultValues });
  const open = useSheet(form, worksheet, storage);
  const { sheet, flush, loaded } = open;
  const labels = words.worksheet;
  const [notice, setNotice] = useState<string>();
  const noticeId = useId();

  const nudged = useMemo(() => ({ ...open.nudged, loaded }), [open.nudged, loaded]);

  const [printed, setPrinted] = useState<Sheet>();
  const bringPaperUpToDate = useCallback(() => {
    const now = flush();
    setPrint(now && !isBlank(now) ? (document.documentElement.dataset['print'] ?? 'filled') : undefined);
    flushSync(() => setPrinted(now));
  }, [flush]);
  useEffect(() => beforePrint(bringPaperUpToDate), [bringPaperUpToDate]);

  const markDone = () => {
    const now = flush();
    if (!now || isBlank(now)) setNotice(labels.doneEmpty);
    else {
      setNotice(undefined);
      open.setDone(true);
      window.scrollTo({ top: 0 });
    }
  };

  const done = sheet?.done !== undefined;
  const isOfOne = worksheet.who === 'each-alone' || worksheet.who === 'alone';
  const tools = { open, worksheet, words, storage };
  const draw = (fields: readonly Definition[]) =>
    inPairs(fields).map((pair) => {
      const [field] = pair;
      if (!field) return null;
      return (
        <Fragment key={field.id}>
          {field.pair ? <PairField pair={pair} words={words} /> : <Field field={field} words={words} />}
          {pair.map((one) => {
            const answer = sheet && answerOf(sheet, one.id);
            return (
              answer?.others && (
                <Suspense key={one.id}>
                  <Others
                    field={one}
                    answer={answer}
                    words={labels}
                    choose={(choice) => open.choose(one.id, choice)}
                  />
                </Suspense>
              )
            );
          })}
        </Fragment>
      );
    });
  return (
    <FormProvider {...form}>
      <StorageContext value={storage}>
        <NudgedContext value={nudged}>
          <WithWhom open={open} words={labels} />
          <Troubles {...tools} />
          {done && <DoneSheet {...tools} sheet={sheet} />}
          <form
            className="sheet"
            noValidate
            autoComplete="off"
            hidden={done}
            data-alive={sheet ? '' : undefined}
            onSubmit={(event) => event.preventDefault()}
          >
            {open.earlier?.done && (
              <p className="earlier">
                {fill(labels.earlier, { date: dateText(open.earlier.done) })}{' '}
                <button
                  type="button"
                  className="button plain"
                  onClick={() => open.earlier && open.show(open.earlier)}
                >
                  {labels.earlierLook}
                </button>
              </p>
            )}
            {open.received && <p className="came">{labels.received}</p>}
            {isOfOne && <WhoseSheet words={labels} />}
            {worksheet.sections.map((section) =>
              section.more ? (
                <details key={section.id} className="more">
                  <summary>{section.title ?? labels.more}</summary>
                  {draw(section.fields)}
                </details>
              ) : (
                <Fragment key={section.id}>{draw(section.fields)}</Fragment>
              ),
            )}
            <div className="ending">
              <SaveLine keeping={open.keeping} words={labels} />
              <div className="acts">
                <button type="button" className="button first" aria-describedby={noticeId} onClick={markDone}>
                  {labels.done}
                </button>
                <span className="small">{labels.doneHint}</span>
              </div>
              <p id={noticeId} role="status">
                {notice}
              </p>
              <SheetTools {...tools} />
            </div>
          </form>
          {printed && !isBlank(printed) && (
            <div className="paper-filled">
              <FilledSheet sheet={printed} worksheet={worksheet} words={labels} withPrivate />
            </div>
          )}
        </NudgedContext>
      </StorageContext>
    </FormProvider>
  );
}
