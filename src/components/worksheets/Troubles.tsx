import { downloadText } from '../../browser/hand-over';
import type { SetAside } from '../../browser/records';
import type { Interface } from '../../domain/words/interface';
import type { Keeping } from './use-sheet';

interface Props {
  readonly keeping: Keeping;
  readonly damaged: readonly SetAside[];
  readonly forget: (aside: SetAside) => void;
  readonly words: Interface['trouble'];
}

/** Says at once when words are not being kept, or were found damaged, and what to do. */
export function Troubles({ keeping, damaged, forget, words }: Props) {
  const trouble = keeping.state === 'unsaved' ? keeping.trouble : undefined;
  return (
    <div role="alert" className="no-print">
      {trouble && (
        <div className="trouble">
          <h2>{words[`${trouble}Title`]}</h2>
          <p>{words[trouble]}</p>
        </div>
      )}
      {damaged.map((aside) => (
        <div className="trouble" key={aside.key}>
          <h2>{words.damagedTitle}</h2>
          <p>{words.damaged}</p>
          <div className="acts">
            <button
              type="button"
              className="button"
              onClick={() => downloadText(`${fileName(aside.key)}.txt`, aside.text)}
            >
              {words.damagedDownload}
            </button>
            <button type="button" className="button plain" onClick={() => forget(aside)}>
              {words.damagedForget}
            </button>
          </div>
        </div>
      ))}
    </div>
  );
}

const fileName = (key: string) => key.replace(/[^\w-]+/g, '-');
