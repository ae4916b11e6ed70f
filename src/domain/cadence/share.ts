/** How much of their time together a pair spends on check-ins, in words. */
export type Verdict = 'light' | 'noticeable' | 'heavy';

/** Ours: up to so many per cent of the time, the limit included. */
export const LIGHT = 8;
export const NOTICEABLE = 15;

/** Ours: a shorter check-in is proposed in such steps, and none under so many minutes. */
const STEP = 5;
const SHORTEST = 10;

/** Lengths in whole minutes, from 1 up, and every how many meetings there is a check-in. */
export interface Load {
  readonly n: number;
  readonly meetingMinutes: number;
  readonly checkInMinutes: number;
}

export interface TimeShare {
  /** Check-in minutes to minutes of all n meetings, not rounded; 0.045 is 4.5 %. The talk only: preparing is extra. */
  readonly share: number;
  readonly verdict: Verdict;
}

/** A check-in's length with what it takes. */
export interface Shorter extends TimeShare {
  readonly minutes: number;
}

export interface Burden extends TimeShare {
  /** A shorter check-in to propose, when the site's own recommendation would be heavy. */
  readonly shorter?: Shorter;
  /** Whether the page calls it heavy: an own choice that is, or a recommendation that no shorter check-in lightens. */
  readonly calledHeavy: boolean;
}

/** The share of time of one check-in in n meetings, compared before it is rounded. The limits are ours. */
export function shareOf({ n, meetingMinutes, checkInMinutes }: Load): TimeShare {
  const together = n * meetingMinutes;
  const within = (percent: number) => checkInMinutes * 100 <= percent * together;
  return {
    share: checkInMinutes / together,
    verdict: within(LIGHT) ? 'light' : within(NOTICEABLE) ? 'noticeable' : 'heavy',
  };
}

/**
 * What the page says of the time: for a recommendation that is heavy it first proposes the longest check-in that is
 * not, else the shortest there is; one's own choice is called what it is.
 */
export function burdenOf(load: Load, isOwnChoice: boolean): Burden {
  const taken = shareOf(load);
  if (taken.verdict !== 'heavy') return { ...taken, calledHeavy: false };
  const shorter = isOwnChoice ? undefined : shorterFor(load);
  if (!shorter) return { ...taken, calledHeavy: true };
  return { ...taken, shorter, calledHeavy: shorter.verdict === 'heavy' };
}

function shorterFor(load: Load): Shorter | undefined {
  let shorter: Shorter | undefined;
  for (let minutes = load.checkInMinutes - STEP; minutes >= SHORTEST; minutes -= STEP) {
    shorter = { minutes, ...shareOf({ ...load, checkInMinutes: minutes }) };
    if (shorter.verdict !== 'heavy') break;
  }
  return shorter;
}
