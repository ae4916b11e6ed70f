import { useRef, useState } from 'react';
import { printPage } from '../../browser/print';
import { isBlank } from '../../domain/records/sheet';
import { hasPrivate } from '../../domain/worksheets/shown';
import type { FormSheet, FormWords } from './form';
import { useHandOver } from './use-hand-over';
import type { OpenSheet } from './use-sheet';

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
  const ask = useRef<HTMLDialogElement>(null);

  const print = () => {
    const sheet = open.flush();
    if (!sheet || isBlank(sheet)) printPage('blank');
    else if (hasPrivate(sheet, worksheet.sections)) ask.current?.showModal();
    else printPage('filled');
  };
  const answerAsk = (what: 'filled' | 'with-private') => {
    ask.current?.close();
    printPage(what);
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
        <button type="button" className="button" onClick={handOver.copy}>
          {labels.copy}
        </button>
        {keep && (
          <button type="button" className="button" onClick={() => handOver.keepCopy(storage)}>
            {labels.keepCopy}
          </button>
        )}
      </div>
      <details>
        <summary>{labels.moreWays}</summary>
        <div className="acts">
          <button type="button" className="button" onClick={() => printPage('blank')}>
            {labels.printBlank}
          </button>
          <button type="button" className="button" onClick={handOver.download}>
            {labels.download}
          </button>
          <button type="button" className="button" onClick={handOver.markdown}>
            {labels.markdown}
          </button>
          <button type="button" className="button" onClick={() => handOver.send(storage)}>
            {labels.send}
          </button>
          <button type="button" className="button plain" onClick={clear}>
            {labels.clear}
          </button>
        </div>
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
      <dialog ref={ask} aria-labelledby="print-ask">
        <h2 id="print-ask">{labels.printAsk}</h2>
        <p>{labels.printAskText}</p>
        <div className="acts">
          <button type="button" className="button first" onClick={() => answerAsk('filled')}>
            {labels.printWithout}
          </button>
          <button type="button" className="button" onClick={() => answerAsk('with-private')}>
            {labels.printWith}
          </button>
          <button type="button" className="button plain" onClick={() => ask.current?.close()}>
            {labels.printCancel}
          </button>
        </div>
      </dialog>
    </div>
  );
}
