import { useMemo } from 'react';
import { after, before, planTalk, type Place, type Step, type Turn } from '../../../domain/worksheets/talk';
import type { TalkSoFar } from '../../../domain/records/sheet';
import type { FormSheet } from '../form';
import type { OpenSheet } from '../use-sheet';
import { talkOf } from './begun';

interface Now {
  readonly step: Step;
  readonly at: number;
  readonly turn: Turn;
}

/** A talk that the page leads, and where it is. */
export interface Talk {
  readonly steps: readonly Step[];
  /** The step that is talked about, its place from 0, and whose turn it is. */
  readonly now: Now;
  readonly next: (() => void) | undefined;
  readonly back: (() => void) | undefined;
  /** Shows all of the sheet again. */
  readonly leave: () => void;
  /** Counts seconds that were spent on the talk. */
  readonly spend: (seconds: number) => void;
}

/** Leads through a sheet for two, section by section; the sheet keeps how far it came. Undefined when it has no section. */
export function useTalk(
  { sheet, setTalk }: OpenSheet,
  { minutes: usual, sections }: FormSheet,
  untitled: string,
): Talk | undefined {
  const talk = sheet?.talk;
  const minutes = talk?.minutes ?? usual;
  const steps = useMemo(() => planTalk(sections, minutes, untitled), [sections, minutes, untitled]);
  // A section may be gone from the worksheet, or from a talk that has become shorter.
  const at = Math.max(
    0,
    steps.findIndex(({ section }) => section === talk?.at),
  );
  const step = steps[at];
  if (!step) return undefined;
  const turn = Math.min(talk?.turn ?? 0, step.turns.length - 1);
  const blank = talkOf(minutes);
  const change = (part: Partial<TalkSoFar>) => setTalk((so) => ({ ...blank, ...so, ...part }));
  const go = (place: Place | undefined) => {
    const section = place && steps[place.at]?.section;
    if (section === undefined) return undefined;
    return () => change({ at: section, turn: place?.turn ?? 0 });
  };
  return {
    steps,
    now: { step, at, turn: step.turns[turn] ?? 'together' },
    next: go(after(steps, at, turn)),
    back: go(before(steps, at, turn)),
    leave: () => change({ led: false }),
    spend: (seconds) => setTalk((so) => ({ ...blank, ...so, spent: (so?.spent ?? 0) + seconds })),
  };
}
