import { useEffect, useRef } from 'react';
import { printPage } from '../../../browser/print';
import type { WorksheetWords } from '../../../domain/words/interface';
import type { HandOver } from '../use-hand-over';

interface MoreProps {
  readonly handOver: HandOver;
  readonly storage: string;
  readonly clear: () => void;
  readonly words: WorksheetWords;
}

/** What is done with a sheet now and then: paper for a pen, files, an empty sheet. */
export function MoreTools({ handOver, storage, clear, words }: MoreProps) {
  return (
    <div className="acts">
      <button type="button" className="button" onClick={() => printPage('blank')}>
        {words.printBlank}
      </button>
      <button type="button" className="button" onClick={handOver.download}>
        {words.download}
      </button>
      <button type="button" className="button" onClick={() => void handOver.rarely('markdown', storage)}>
        {words.markdown}
      </button>
      <button type="button" className="button" onClick={() => void handOver.rarely('send', storage)}>
        {words.send}
      </button>
      <button type="button" className="button plain" onClick={clear}>
        {words.clear}
      </button>
    </div>
  );
}

interface AskProps {
  readonly close: () => void;
  readonly words: WorksheetWords;
}

/** Asks, each time, whether what is private goes on the paper too. */
export function PrintAsk({ close, words }: AskProps) {
  const dialog = useRef<HTMLDialogElement>(null);
  useEffect(() => dialog.current?.showModal(), []);
  const print = (what: 'filled' | 'with-private') => {
    dialog.current?.close();
    printPage(what);
  };
  return (
    <dialog ref={dialog} aria-labelledby="print-ask" onClose={close}>
      <h2 id="print-ask">{words.printAsk}</h2>
      <p>{words.printAskText}</p>
      <div className="acts">
        <button type="button" className="button first" onClick={() => print('filled')}>
          {words.printWithout}
        </button>
        <button type="button" className="button" onClick={() => print('with-private')}>
          {words.printWith}
        </button>
        <button type="button" className="button plain" onClick={() => dialog.current?.close()}>
          {words.printCancel}
        </button>
      </div>
    </dialog>
  );
}
