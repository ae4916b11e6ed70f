import { downloadText } from '../../../browser/hand-over';
import type { SetAside } from '../../../browser/records';
import type { Interface } from '../../../domain/words/interface';

interface Props {
  readonly damaged: readonly SetAside[];
  readonly forget: (aside: SetAside) => void;
  readonly words: Interface['trouble'];
}

/** Records that could not be read and were set aside, to be downloaded as they are. */
export const Damaged = ({ damaged, forget, words }: Props) =>
  damaged.map((aside) => (
    <div className="trouble" key={aside.key}>
      <h2>{words.damagedTitle}</h2>
      <p>{words.damaged}</p>
      <div className="acts">
        <button
          type="button"
          className="button"
          onClick={() => downloadText(`${aside.key.replace(/[^\w-]+/g, '-')}.txt`, aside.text)}
        >
          {words.damagedDownload}
        </button>
        <button type="button" className="button plain" onClick={() => forget(aside)}>
          {words.damagedForget}
        </button>
      </div>
    </div>
  ));
