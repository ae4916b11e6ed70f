import { useId, useState } from 'react';
import type { KitView } from '../../browser/my-kit';
import { copyState } from '../../domain/records/overview';
import { fill } from '../../domain/words/fill';
import type { KitWords } from '../../domain/words/interface';
import { dateText } from '../worksheets/dates';
import type { KitOnPage } from './use-my-kit';

interface Props {
  readonly kit: KitOnPage;
  readonly view: KitView;
  readonly words: KitWords;
}

/** The way out and back in: a copy of everything, a copy opened, another device. */
export function Copies({ kit, view, words }: Props) {
  const id = useId();
  const [now] = useState(() => new Date());
  const state = copyState(view.copied, view.written, now);
  const isEmpty = view.mentorships.length === 0 && view.written === undefined;
  return (
    <section className="copies" aria-labelledby={id}>
      <h2 id={id}>{words.copies}</h2>
      {!isEmpty && (
        <>
          <p>{words.copiesText}</p>
          <p className="acts">
            <button type="button" className="button" onClick={kit.copy}>
              {words.copyNow}
            </button>
            <span className="small">
              {view.copied ? fill(words.copyOn, { date: dateText(view.copied) }) : words.copyNever}
              {state === 'old' && ` ${words.copyOld}`}
            </span>
          </p>
        </>
      )}
      <p>
        <a href="../open/">{words.bringBack}</a>
      </p>
      {!isEmpty && (
        <details>
          <summary>{words.phone}</summary>
          <p>{words.phoneText}</p>
        </details>
      )}
    </section>
  );
}
