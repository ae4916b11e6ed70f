import { useCallback, useEffect, useRef, useState } from 'react';
import { downloadText } from '../../browser/hand-over';
import { openMyKit, type KitView, type MyKit, type Ref } from '../../browser/my-kit';
import { openParcels } from '../../browser/parcels';
import type { Trouble } from '../../browser/storage';
import type { MentorshipChange, Outcome } from '../../domain/records/mentorship';
import { fill } from '../../domain/words/fill';
import type { KitWords } from '../../domain/words/interface';

/** What was just done, and how to take it back. */
export interface Said {
  readonly text: string;
  readonly undo?: (() => void) | undefined;
}

export interface KitOnPage {
  readonly view: KitView;
  readonly trouble: Trouble | undefined;
  readonly said: Said | undefined;
  readonly change: (mentorship: string, change: MentorshipChange) => boolean;
  readonly setOutcome: (mentorship: string, action: string, outcome: Outcome | undefined) => void;
  readonly add: () => void;
  /** The mentorship that is looked at, when it was chosen here. */
  readonly lookedAt: string | undefined;
  /** Looks at a mentorship; it is also the one new sheets are about, unless it was put away. */
  readonly look: (mentorship: string) => void;
  readonly setArchived: (mentorship: string, archived: boolean) => void;
  readonly discard: (what: Ref, name: string) => void;
  readonly restore: (what: readonly Ref[]) => void;
  readonly purge: (what: readonly Ref[]) => void;
  readonly forget: MyKit['forget'];
  readonly copy: () => void;
  readonly deleteEverything: () => void;
}

/** The kit as its page shows it: read at once, again after every change and when another tab writes. */
export function useMyKit(storage: string, words: KitWords): KitOnPage {
  const [kit] = useState(() => openMyKit(storage));
  const lookedAt = useRef<string>(undefined);
  const [view, setView] = useState(() => kit.view());
  const [said, setSaid] = useState<Said>();

  const refresh = useCallback(() => setView(kit.view(lookedAt.current)), [kit]);
  useEffect(() => kit.onChange(refresh), [kit, refresh]);

  /** Changes the kit and says what came of it. */
  const act = <Result>(task: (kit: MyKit) => Result, tell?: (result: Result) => Said | undefined) => {
    const result = task(kit);
    setSaid(tell?.(result));
    refresh();
    return result;
  };
  const restore = (what: readonly Ref[]) =>
    act(
      (opened) => opened.restore(what),
      (back) => ({ text: back ? words.undone : words.undoFailed }),
    );

  return {
    view,
    trouble: kit.trouble,
    said,
    restore,
    change: (mentorship, change) =>
      act(
        (opened) => opened.change(mentorship, change),
        (saved) => ({ text: saved ? words.saved : words.unsaved }),
      ),
    setOutcome: (mentorship, action, outcome) =>
      act(
        (opened) => opened.setOutcome(mentorship, action, outcome),
        (saved) => (saved ? undefined : { text: words.unsaved }),
      ),
    add: () => {
      lookedAt.current = undefined;
      act(
        (opened) => opened.add(),
        (saved) => (saved ? undefined : { text: words.unsaved }),
      );
    },
    lookedAt: lookedAt.current,
    look: (mentorship) => {
      lookedAt.current = mentorship;
      act((opened) => {
        if (view.mentorships.some(({ id, archived }) => id === mentorship && !archived)) {
          opened.setCurrent(mentorship);
        }
      });
    },
    setArchived: (mentorship, archived) =>
      act((opened) =>
        opened.change(mentorship, { archived: archived ? new Date().toISOString() : undefined }),
      ),
    discard: (what, name) =>
      act(
        (opened) => opened.discard(what),
        (moved) =>
          moved
            ? { text: fill(words.deleted, { what: name }), undo: () => restore(moved) }
            : { text: words.deleteFailed },
      ),
    purge: (what) => act((opened) => opened.purge(what)),
    forget: (aside) => act((opened) => opened.forget(aside)),
    copy: () => {
      const parcels = openParcels(storage);
      const { fileName, text } = parcels.backup();
      downloadText(fileName, text);
      act(
        () => parcels.markCopied(),
        () => ({ text: fill(words.copied, { file: fileName }) }),
      );
    },
    deleteEverything: () =>
      act(
        (opened) => opened.deleteEverything(),
        () => ({ text: words.allDone }),
      ),
  };
}
