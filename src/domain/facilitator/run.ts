/** What the rules need of a step; `Step` of a session plan has it. */
export interface Runnable {
  readonly minutes: number;
  readonly short?: { readonly saves: number } | undefined;
}

/** A session that is being run. All times are in ms, as `Date.now()` counts them. */
export interface Run {
  /** When it is to end, as was promised. */
  readonly ends: number;
  /** When each step so far began; one more than there are steps when all is over. */
  readonly begins: readonly number[];
}

/** Where a session stands at one moment. */
export interface Standing {
  /** Which step it is in, counted from 0; the number of steps when all is over. */
  readonly at: number;
  /** Whole minutes left for the step, its last one being 1; 0 and below, minutes over. */
  readonly left: number;
  /** How much of the step has passed, 0 to 1. */
  readonly passed: number;
  /** The steps that follow, with the minutes each has now and when it begins. */
  readonly rest: readonly { readonly step: number; readonly minutes: number; readonly begins: number }[];
  /** The steps that follow whose short form is to be taken, in their order. */
  readonly drops: readonly number[];
  /** Whole minutes behind the plan before anything is dropped; 0 when on time, or less than a minute late. */
  readonly behind: number;
  /** Minutes to spare when everything that follows takes as long as it has now. */
  readonly inHand: number;
  /** When it will end. */
  readonly ends: number;
  /** Whole minutes until then, begun ones counted. */
  readonly toGo: number;
  /** Whether the end lies later than was promised, by a minute or more. */
  readonly isLate: boolean;
}

const MINUTE = 60_000;

/**
 * Begins a session now.
 * @param startsAt when it was to begin, in ms, when that was said: it ends as many minutes after that, so that a late
 *   beginning is caught up. Without it, or when all of it would have passed, it ends the plan's minutes from now.
 */
export function begin(steps: readonly Runnable[], now: number, startsAt = now): Run {
  const length = minutesOf(steps) * MINUTE;
  const promised = startsAt + length;
  return { ends: promised > now ? promised : now + length, begins: [now] };
}

/** Goes on to the next step, or from the last one to the end. A clock that was set back does not make a step begin before the one it follows. */
export function next(run: Run, steps: readonly Runnable[], now: number): Run {
  if (run.begins.length > steps.length) return run;
  return { ...run, begins: [...run.begins, Math.max(now, run.begins.at(-1) ?? now)] };
}

/** Goes back to the step before, as if it had not been left. */
export function back(run: Run): Run {
  return run.begins.length > 1 ? { ...run, begins: run.begins.slice(0, -1) } : run;
}

/**
 * Where a session stands. The rule is ours. What a step takes beyond its minutes is missing at the end; what it leaves is
 * in hand, and nothing is stretched to fill it. When time is missing, as few as possible of the steps to come are
 * shortened, each by no more than its plan says: the one that saves just enough, the sooner of two alike, for the later
 * one stays in reserve; when none is enough, the one that saves most, and so on. What is missing then moves the end.
 *
 * @param steps all steps of the plan
 */
export function standing(steps: readonly Runnable[], run: Run, now: number): Standing {
  const at = run.begins.length - 1;
  const step = steps[at];
  const began = run.begins[at] ?? now;
  if (!step) {
    const over = { at, left: 0, passed: 1, rest: [], drops: [], behind: 0, inHand: 0, ends: began, toGo: 0 };
    return { ...over, isLate: began - run.ends >= MINUTE };
  }
  const spent = Math.max(0, now - began);
  const stepEnds = began + Math.max(step.minutes * MINUTE, spent);
  const later = steps.slice(at + 1);
  const spare = run.ends - stepEnds - minutesOf(later) * MINUTE;
  const behind = Math.max(0, Math.floor(-spare / MINUTE));
  const drops = toDrop(later, behind);
  let begins = stepEnds;
  const rest = later.map((one, n) => {
    const minutes = one.minutes - (drops.includes(n) ? savesOf(one) : 0);
    const planned = { step: at + 1 + n, minutes, begins };
    begins += minutes * MINUTE;
    return planned;
  });
  return {
    at,
    left: Math.ceil(step.minutes - spent / MINUTE),
    passed: Math.min(1, spent / (step.minutes * MINUTE)),
    rest,
    drops: drops.map((n) => at + 1 + n),
    behind,
    inHand: Math.max(0, Math.floor((run.ends - begins) / MINUTE)),
    ends: begins,
    toGo: Math.max(0, Math.ceil((begins - now) / MINUTE)),
    isLate: begins - run.ends >= MINUTE,
  };
}

/** Which steps to shorten so that at least so many minutes are saved, as far as they can be. */
function toDrop(steps: readonly Runnable[], minutes: number): number[] {
  const drops: number[] = [];
  let missing = minutes;
  while (missing > 0) {
    const left = steps.map((_, n) => n).filter((n) => !drops.includes(n) && savesOf(steps[n]) > 0);
    const saves = (n: number) => savesOf(steps[n]);
    const enough = left.filter((n) => saves(n) >= missing);
    const chosen =
      enough.length > 0
        ? enough.reduce((best, n) => (saves(n) < saves(best) ? n : best))
        : left.reduce<number | undefined>(
            (best, n) => (best === undefined || saves(n) > saves(best) ? n : best),
            undefined,
          );
    if (chosen === undefined) break;
    drops.push(chosen);
    missing -= saves(chosen);
  }
  return drops.sort((one, other) => one - other);
}

const savesOf = (step: Runnable | undefined): number => step?.short?.saves ?? 0;

const minutesOf = (steps: readonly Runnable[]): number =>
  steps.reduce((sum, { minutes }) => sum + minutes, 0);

/**
 * Reads a run that was put away as JSON: anything else, or a run of a plan with other steps, gives undefined.
 */
export function readRun(value: unknown, steps: readonly Runnable[]): Run | undefined {
  if (typeof value !== 'object' || value === null || !('ends' in value) || !('begins' in value))
    return undefined;
  const { ends, begins } = value;
  const isTime = (one: unknown): one is number => typeof one === 'number' && Number.isFinite(one);
  if (!isTime(ends) || !Array.isArray(begins) || !begins.every(isTime)) return undefined;
  return begins.length >= 1 && begins.length <= steps.length + 1 ? { ends, begins } : undefined;
}
