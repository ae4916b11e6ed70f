import { useRef } from 'react';
import type { KitWords } from '../../domain/words/interface';
import type { KitOnPage } from './use-my-kit';

interface Props {
  readonly kit: KitOnPage;
  readonly words: KitWords;
}

/** Takes everything away from a browser that others use, with a last offer of a copy. */
export function DeleteAll({ kit, words }: Props) {
  const ask = useRef<HTMLDialogElement>(null);
  return (
    <details>
      <summary>{words.all}</summary>
      <p>{words.allText}</p>
      <p>
        <button type="button" className="button" onClick={() => ask.current?.showModal()}>
          {words.all}
        </button>
      </p>
      <dialog ref={ask} aria-labelledby="delete-all">
        <h2 id="delete-all">{words.allAsk}</h2>
        <p>{words.allText}</p>
        <div className="acts">
          <button type="button" className="button first" onClick={kit.copy}>
            {words.allCopy}
          </button>
          <button
            type="button"
            className="button"
            onClick={() => {
              ask.current?.close();
              kit.deleteEverything();
            }}
          >
            {words.allYes}
          </button>
          <button type="button" className="button plain" onClick={() => ask.current?.close()}>
            {words.allNo}
          </button>
        </div>
      </dialog>
    </details>
  );
}
