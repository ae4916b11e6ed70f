import { downloadText } from '../../browser/hand-over';
import type { KitView } from '../../browser/my-kit';
import type { SetAside } from '../../browser/records';
import type { KitWords } from '../../domain/words/interface';
import type { KitOnPage } from './use-my-kit';

interface Props {
  readonly kit: KitOnPage;
  readonly view: KitView;
  readonly words: KitWords;
}

/** Records that cannot be read here: kept whole, and offered as they are. */
export function Unread({ kit, view: { unread, newer }, words }: Props) {
  return (
    <div role="alert">
      {newer.length > 0 && (
        <div className="trouble">
          <p>{words.newer}</p>
        </div>
      )}
      {unread.map((aside) => (
        <div className="trouble" key={aside.key}>
          <h2>{words.unread}</h2>
          <p>{words.unreadText}</p>
          <div className="acts">
            <button
              type="button"
              className="button"
              onClick={() => downloadText(fileName(aside), aside.text)}
            >
              {words.unreadDownload}
            </button>
            <button type="button" className="button plain" onClick={() => kit.forget(aside)}>
              {words.unreadForget}
            </button>
          </div>
        </div>
      ))}
    </div>
  );
}

const fileName = ({ key }: SetAside) => `${key.replace(/[^\w-]+/g, '-')}.txt`;
