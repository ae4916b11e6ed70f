import { useId } from 'react';
import type { OpenedBackup, OpenedSheet } from '../../browser/parcels';
import { counted } from '../../domain/words/count';
import { fill } from '../../domain/words/fill';
import type { Interface, OpenWords, PlanWords } from '../../domain/words/interface';
import type { Titles } from '../kit/names';
import { dateText } from '../worksheets/dates';
import { BackupPreview } from './BackupPreview';
import { ChooseFile } from './ChooseFile';
import { focusOnce } from './focus';
import { PlanPreview } from './PlanPreview';
import { PresetPreview } from './PresetPreview';
import { SheetPreview } from './SheetPreview';
import { useOpen, type Step } from './use-open';

interface Props {
  readonly words: Pick<Interface, 'open' | 'kit' | 'plan' | 'programme'>;
  readonly titles: Titles;
  /** First part of the storage's keys. */
  readonly storage: string;
}

/** The one door for what comes from outside: a file is chosen, looked at, and put in after a yes. */
export function OpenFile({ words: { open: words, kit: kitWords, plan, programme }, titles, storage }: Props) {
  const open = useOpen(storage);
  const { step, last } = open;
  const saidId = useId();
  const shown = { words, kitWords, leave: open.leave };
  const undo = (
    <button type="button" className="button" onClick={open.undo}>
      {words.undo}
    </button>
  );
  return (
    <div className="kit open" data-alive={open.isAlive ? '' : undefined}>
      <div role="status" className="said" id={saidId}>
        {step.at === 'reading' && <p>{words.reading}</p>}
        {step.at === 'undone' && <p>{step.kept > 0 ? counted(step.kept, words.undoneSome) : words.undone}</p>}
      </div>
      <div role="alert">
        {step.at === 'failed' && <p className="trouble">{words[step.trouble]}</p>}
        {step.at === 'choose' && step.refused && (
          <Refused {...step} refused={step.refused} words={words} plan={plan} />
        )}
        {step.at === 'preview' && step.opened.kind === 'plan' && step.isChanged && (
          <p className="trouble">{plan.changed}</p>
        )}
      </div>
      {step.at === 'done' && (
        <section aria-labelledby="opened">
          <h2 id="opened" tabIndex={-1} ref={focusOnce}>
            {step.what === 'preset'
              ? fill(programme.preset.done, { programme: step.name ?? '' })
              : doneWords(step, words, plan)}
          </h2>
          <div className="acts">
            {step.what === 'preset' ? (
              <a className="button first" href="../">
                {programme.preset.toHome}
              </a>
            ) : step.what === 'plan' ? (
              <a className="button first" href="../cadence/">
                {plan.toPlan}
              </a>
            ) : step.what === 'sheet' ? (
              <a className="button first" href="../worksheets/before-we-talk/">
                {words.toOwn}
              </a>
            ) : (
              <a className="button first" href="../kit/">
                {words.toKit}
              </a>
            )}
            {last && undo}
          </div>
        </section>
      )}
      {step.at === 'preview' &&
        (step.opened.kind === 'preset' ? (
          <PresetPreview
            {...shown}
            presetWords={programme.preset}
            planWords={plan}
            titles={titles}
            opened={step.opened}
            mentorships={open.mentorships}
            current={open.current}
            standingOf={open.presetStandingOf}
            putIn={open.putInPreset}
          />
        ) : step.opened.kind === 'plan' ? (
          <PlanPreview
            {...shown}
            planWords={plan}
            programmeWords={programme}
            opened={step.opened}
            mentorships={open.mentorships}
            current={open.current}
            standingOf={open.standingOf}
            putIn={open.putInPlan}
          />
        ) : step.opened.kind === 'sheet' && step.opened.standing === 'new' ? (
          <SheetPreview
            {...shown}
            title={fill(words.sheet, { date: dateText(step.opened.parcel.data.started) })}
            mentorships={open.mentorships}
            current={open.current}
            putIn={open.putInSheet}
          />
        ) : (
          <BackupPreview
            {...shown}
            planWords={plan}
            programmeWords={programme}
            title={titleOf(step.opened, words)}
            preview={step.opened.preview}
            titles={titles}
            putIn={open.putIn}
          />
        ))}
      {step.at !== 'preview' && step.at !== 'done' && (
        <>
          <ChooseFile
            field={open.field}
            readFile={open.readFile}
            readText={open.readText}
            words={words}
            describedBy={saidId}
          />
          {last && step.at === 'choose' && (
            <p className="acts">
              {fill(words.last, { date: dateText(last) })} {undo}
            </p>
          )}
        </>
      )}
    </div>
  );
}

type Refusal = NonNullable<Extract<Step, { at: 'choose' }>['refused']>;

interface RefusedProps {
  readonly refused: Refusal;
  readonly fromLink?: boolean;
  readonly words: OpenWords;
  readonly plan: PlanWords;
}

/** Why nothing was opened. Whoever followed a link that broke has no file to choose again: they can plan without it. */
function Refused({ refused, fromLink, words, plan }: RefusedProps) {
  if (!fromLink || refused === 'newer') return <p className="trouble">{words[refused]}</p>;
  return (
    <p className="trouble">
      {refused === 'unreadable' ? plan.oldBrowser : plan.wrongLink} <a href="../cadence/">{plan.without}</a>
    </p>
  );
}

function titleOf(opened: OpenedBackup | OpenedSheet, words: OpenWords): string {
  if (opened.kind === 'backup') return fill(words.backup, { date: dateText(opened.made) });
  const date = dateText(opened.parcel.data.started);
  return fill(opened.standing === 'own' ? words.sheetOwn : words.sheet, { date });
}

function doneWords(
  { what, changed }: Extract<Step, { at: 'done' }>,
  words: OpenWords,
  plan: PlanWords,
): string {
  if (changed === 0) return words.doneNothing;
  if (what === 'plan') return plan.done;
  return what === 'sheet' ? words.doneSheet : counted(changed, words.done);
}
