import {
  Fragment,
  useCallback,
  useEffect,
  useId,
  useMemo,
  useState,
  type ComponentType,
  type ReactNode,
} from 'react';
import { flushSync } from 'react-dom';
import { FormProvider, useForm } from 'react-hook-form';
import { hearFew } from '../../browser/few-events';
import { beforePrint, setPrint } from '../../browser/print';
import { answerOf, isBlank, type Sheet } from '../../domain/records/sheet';
import { fill } from '../../domain/words/fill';
import type { FormValues } from '../../domain/worksheets/answers';
import type { Turn } from '../../domain/worksheets/talk';
import { dateText } from './dates';
import { earlyMarks } from './early-marks';
import { Field } from './fields/Field';
import { PairField } from './fields/PairField';
import { FilledSheet } from './FilledSheet';
import {
  AboutContext,
  inPairs,
  SheetContext,
  StorageContext,
  type FormSheet,
  type FormWords,
  type Group,
} from './form';
import { later, NotFetchedContext } from './later';
import { NudgedContext } from './nudged';
import { SaveLine } from './SaveLine';
import { SheetTools } from './SheetTools';
import { Troubles } from './Troubles';
import { useSheet, type OpenSheet } from './use-sheet';
import { WhoseSheet } from './WhoseSheet';

/** Fetched when there is somebody to name. */
const WithWhom = later(async () => (await import('./later/WithWhom')).WithWhom);
/** Fetched when a field was written in two tabs. */
const Others = later(async () => (await import('./later/Others')).default);
/** Fetched when a sheet is called done. */
const DoneSheet = later(async () => (await import('./later/DoneSheet')).default);

// When this file arrives React has not begun on the page; where the page is built there is none. Sheets alone: this file
// may come in one parcel with what other pages need, and they listen to more.
if (typeof document !== 'undefined')
  hearFew(document.querySelectorAll('astro-island[component-export*=Sheet]'));

interface Props {
  readonly worksheet: FormSheet;
  readonly words: FormWords;
  /** First part of the storage's keys. */
  readonly storage: string;
  /** Worksheets that are filled in before this one, and lie beside it. */
  readonly before?: readonly FormSheet[];
  /** Leads through the sheet: draws the form it is given, and says what of it is shown. */
  readonly Frame?: ComponentType<FrameProps>;
}

/** What leads through a sheet, as its form shows it. */
export interface Lead {
  /** Above the questions, and below them in place of "I am done". */
  readonly head: ReactNode;
  readonly foot?: ReactNode;
  /** The only section that is shown, and whose turn it is; all are when left out. */
  readonly section?: string;
  readonly turn?: Turn;
  /** Whether that side's fields alone are shown, so that marks are made unseen. */
  readonly marks?: boolean;
}

export interface FrameProps extends Required<Omit<Props, 'Frame'>> {
  readonly open: OpenSheet;
  /** Calls the sheet done. */
  readonly end: () => void;
  readonly children: (lead: Lead) => ReactNode;
}

/** A worksheet to fill in: it saves as one types, and prints, copies, downloads and clears. */
export function SheetForm({ worksheet, words, storage, before = [], Frame }: Props) {
  const [defaultValues] = useState(earlyMarks);
  const form = useForm<FormValues>({ defaultValues });
  const open = useSheet(form, worksheet, storage);
  const { sheet, flush, loaded } = open;
  const labels = words.worksheet;
  const parts = useMemo(
    () => worksheet.sections.map((section) => ({ section, groups: inPairs(section.fields) })),
    [worksheet],
  );
  const [notice, setNotice] = useState<string>();
  const noticeId = useId();

  const { hasEarlier } = open;
  const isShared = worksheet.who === 'both';
  const about = useMemo(() => ({ hasEarlier, isShared }), [hasEarlier, isShared]);
  const notFetched = useMemo(() => ({ text: labels.notFetched, again: labels.again }), [labels]);
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
  const draw = (groups: readonly Group[]) =>
    groups.map((group) => {
      const [field] = group;
      return (
        <Fragment key={field.id}>
          {field.pair ? <PairField pair={group} words={words} /> : <Field field={field} words={words} />}
          {group.map((one) => {
            const answer = sheet && answerOf(sheet, one.id);
            return (
              answer?.others && (
                <Others
                  key={one.id}
                  field={one}
                  answer={answer}
                  words={labels}
                  choose={(choice) => open.choose(one.id, choice)}
                />
              )
            );
          })}
        </Fragment>
      );
    });
  const drawForm = (lead?: Lead) => (
    <form
      className="sheet"
      noValidate
      autoComplete="off"
      hidden={done}
      data-alive={sheet ? '' : undefined}
      data-led={lead?.section && ''}
      onSubmit={(event) => event.preventDefault()}
    >
      {open.earlier?.done && !lead?.section && (
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
      {lead?.head}
      {parts.map(({ section, groups }) => {
        const away = lead?.section !== undefined && lead.section !== section.id;
        return section.more ? (
          <details key={section.id} className="more" hidden={away}>
            <summary>{section.title ?? labels.more}</summary>
            {draw(groups)}
          </details>
        ) : (
          <div
            key={section.id}
            className="part"
            hidden={away}
            data-turn={lead?.turn}
            data-marks={lead?.marks ? '' : undefined}
          >
            {draw(groups)}
          </div>
        );
      })}
      {lead?.foot}
      <div className="ending">
        <SaveLine keeping={open.keeping} words={labels} />
        {!lead?.foot && (
          <div className="acts">
            <button type="button" className="button first" aria-describedby={noticeId} onClick={markDone}>
              {labels.done}
            </button>
            <span className="small">{labels.doneHint}</span>
          </div>
        )}
        <p id={noticeId} role="status">
          {notice}
        </p>
        {!lead?.foot && <SheetTools {...tools} />}
      </div>
    </form>
  );
  return (
    <FormProvider {...form}>
      <StorageContext value={storage}>
        <SheetContext value={sheet}>
          <AboutContext value={about}>
            <NudgedContext value={nudged}>
              <NotFetchedContext value={notFetched}>
                {(open.mentorships.length > 1 || open.mentorships[0]?.other) && (
                  <WithWhom open={open} words={labels} />
                )}
                <Troubles {...tools} />
                {done && <DoneSheet {...tools} sheet={sheet} />}
                {Frame ? (
                  <Frame {...tools} before={before} end={markDone}>
                    {drawForm}
                  </Frame>
                ) : (
                  drawForm()
                )}
                {printed && !isBlank(printed) && (
                  <div className="paper-filled">
                    <FilledSheet sheet={printed} worksheet={worksheet} words={labels} withPrivate />
                  </div>
                )}
              </NotFetchedContext>
            </NudgedContext>
          </AboutContext>
        </SheetContext>
      </StorageContext>
    </FormProvider>
  );
}
