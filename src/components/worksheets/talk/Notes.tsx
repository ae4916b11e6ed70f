import { useState } from 'react';
import { openKit } from '../../../browser/kit';
import { newestFirst, type Sheet } from '../../../domain/records/sheet';
import type { Side } from '../../../domain/records/mentorship';
import { fill } from '../../../domain/words/fill';
import { FilledSheet } from '../FilledSheet';
import type { FormSheet, FormWords } from '../form';

interface Props {
  readonly sheet: Sheet;
  /** Worksheets that are filled in before the talk. */
  readonly before: readonly FormSheet[];
  readonly names: Readonly<Record<Side, string>>;
  readonly storage: string;
  readonly words: FormWords;
}

/** What each wrote before the talk, where it is on this device: a tap away, and without what is private. */
export function Notes({ sheet, before, names, storage, words }: Props) {
  const [notes] = useState(() => notesFor(sheet, before, storage));
  return notes.map(({ note, worksheet }) => (
    <details key={note.id} className="notes">
      <summary>
        {fill(note.side ? words.talk.notesOf : words.talk.notes, {
          title: worksheet.title,
          name: names[note.side ?? 'mentor'],
        })}
      </summary>
      <FilledSheet sheet={note} worksheet={worksheet} words={words.worksheet} />
    </details>
  ));
}

/**
 * The newest sheet of each side and worksheet since the last talk of this kind; an older one was talked about then. The
 * other person's stays folded until one's own is done, as everywhere.
 */
function notesFor(sheet: Sheet, before: readonly FormSheet[], storage: string) {
  const kit = openKit(storage);
  const all = kit.sheets().filter(({ mentorship }) => mentorship === sheet.mentorship);
  const last = newestFirst(
    all.filter(({ worksheet, id, done }) => worksheet === sheet.worksheet && id !== sheet.id && done),
  )[0];
  return before.flatMap((worksheet) => {
    const since = newestFirst(all).filter(
      (one) => one.worksheet === worksheet.id && one.started > (last?.started ?? ''),
    );
    const mine = since.find(({ from }) => !from);
    const theirs = mine?.done ? since.find(({ from }) => from) : undefined;
    return [mine, theirs].flatMap((note) => (note ? [{ note, worksheet }] : []));
  });
}
