import { useState } from 'react';
import { printPage } from '../../browser/print';
import { isBlank } from '../../domain/records/sheet';
import { hasPrivate } from '../../domain/worksheets/shown';
import type { FormSheet, FormWords } from './form';
import { later } from './later';
import { useHandOver } from './use-hand-over';
import type { OpenSheet } from './use-sheet';

/** Fetched when it is unfolded, or asked. */
const MoreTools = later(async () => (await import('./later/MoreTools')).MoreTools);
const PrintAsk = later(async () => (await import('./later/MoreTools')).PrintAsk);

interface Props {
  readonly open: OpenSheet;
  readonly worksheet: FormSheet;
  readonly words: FormWords;
  readonly storage: string;
  /** Whether a copy of everything is offered, as it is when a sheet is done. */
  readonly keep?: boolean;
}

type Said = { readonly text: string; readonly undo?: boolean };

/** What can be done with a sheet besides writing: print, copy, download, clear. */
export function SheetTools({ open, worksheet, words, storage, keep = false }: Props) {
  const labels = words.worksheet;
  const handOver = useHandOver(open, worksheet, words);
  const [cleared, setCleared] = useState<Said>();
  const [more, setMore] = useState(false);
  const [asking, setAsking] = useState(false);

  const print = () => {
    const sheet = open.flush();
    if (!sheet || isBlank(sheet)) printPage('blank');
    else if (hasPrivate(sheet, worksheet.sections)) setAsking(true);
    else printPage('filled');
  };
  const clear = () =>
    setCleared(open.clear() ? { text: labels.cleared, undo: true } : { text: labels.clearFailed });
  const undo = () => setCleared({ text: open.undoClear() ? labels.undone : labels.undoFailed });

  return (
    <div className="tools">
      <div className="acts">
        <button type="button" className="button" onClick={print}>
          {labels.print}
        </button>
        <button type="button" className="button" onClick={() => void handOver.copy()}>
          {labels.copy}
        </button>
        {keep && (
          <button type="button" className="button" onClick={() => void handOver.rarely('keepCopy', storage)}>
            {labels.keepCopy}
          </button>
        )}
      </div>
      <details onToggle={() => setMore(true)}>
        <summary>{labels.moreWays}</summary>
        {more && <MoreTools handOver={handOver} storage={storage} clear={clear} words={labels} />}
      </details>
      <div role="status" className="said">
        {handOver.said && <p>{handOver.said}</p>}
        {cleared && <p>{cleared.text}</p>}
        {cleared?.undo && (
          <button type="button" className="button" onClick={undo}>
            {labels.undo}
          </button>
        )}
      </div>
      {asking && <PrintAsk close={() => setAsking(false)} words={labels} />}
    </div>
  );
}
