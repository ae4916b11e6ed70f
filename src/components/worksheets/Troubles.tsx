import { isBlank } from '../../domain/records/sheet';
import type { FormSheet, FormWords } from './form';
import { later } from './later';
import { useHandOver } from './use-hand-over';
import type { OpenSheet } from './use-sheet';

/** Fetched when a record could not be read. */
const Damaged = later(async () => (await import('./later/Damaged')).Damaged);

interface Props {
  readonly open: OpenSheet;
  readonly worksheet: FormSheet;
  readonly words: FormWords;
}

/** Says at once when words are not being kept, or were found damaged, and what to do. */
export function Troubles({ open, worksheet, words: all }: Props) {
  const { trouble: words, worksheet: labels } = all;
  const { keeping, damaged, forget } = open;
  const handOver = useHandOver(open, worksheet, all);
  const trouble = keeping.state === 'unsaved' ? keeping.trouble : undefined;
  return (
    <div role="alert" className="no-print">
      {trouble && (
        <div className="trouble">
          <h2>{words[`${trouble}Title`]}</h2>
          <p>{words[trouble]}</p>
          {open.sheet && !isBlank(open.sheet) && (
            <div className="acts">
              <button type="button" className="button" onClick={() => void handOver.copy()}>
                {labels.copy}
              </button>
              <button type="button" className="button" onClick={handOver.download}>
                {labels.download}
              </button>
              <span>{handOver.said}</span>
            </div>
          )}
        </div>
      )}
      {damaged.length > 0 && <Damaged damaged={damaged} forget={forget} words={words} />}
    </div>
  );
}
