import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  back,
  begin,
  next,
  readRun,
  standing,
  type Run,
  type Runnable,
} from '../../../../src/domain/facilitator/run';

const MINUTE = 60_000;
const TEN = 10 * 60 * MINUTE;
const at = (minutes: number) => TEN + minutes * MINUTE;

/** Twenty minutes: 5, 6 (saves 2), 5 (saves 4), 4 (saves 2). */
const steps: Runnable[] = [
  { minutes: 5 },
  { minutes: 6, short: { saves: 2 } },
  { minutes: 5, short: { saves: 4 } },
  { minutes: 4, short: { saves: 2 } },
];
const begun = begin(steps, TEN);
const now = (run: Run, minute: number) => standing(steps, run, at(minute));

describe('a session on time', () => {
  it('shows the minutes left for the step and for all, and when each step begins', () => {
    const here = now(begun, 2);
    expect(here).toMatchObject({ at: 0, left: 3, passed: 0.4, drops: [], behind: 0, inHand: 0, toGo: 18 });
    expect(here.rest.map(({ minutes }) => minutes)).toEqual([6, 5, 4]);
    expect(here.rest.map(({ begins }) => begins)).toEqual([at(5), at(11), at(16)]);
    expect(here.ends).toBe(at(20));
  });

  it('counts the minute that has begun as left', () => {
    expect(standing(steps, begun, at(4) + 1).left).toBe(1);
    expect(now(begun, 5).left).toBe(0);
  });
});

describe('a step that overran', () => {
  it('is made up for by the one step that saves just enough, the sooner of two alike', () => {
    const here = now(begun, 7);
    expect(here).toMatchObject({ left: -2, behind: 2, drops: [1], inHand: 0, isLate: false });
    expect(here.ends).toBe(at(20));
    expect(here.rest.map(({ minutes }) => minutes)).toEqual([4, 5, 4]);
  });

  it('is made up for by the largest saving first when none is enough', () => {
    expect(now(begun, 11)).toMatchObject({ behind: 6, drops: [1, 2], isLate: false });
  });

  it('moves the end when nothing more can be dropped', () => {
    const here = now(begun, 15);
    expect(here).toMatchObject({ behind: 10, drops: [1, 2, 3], isLate: true });
    expect(here.ends).toBe(at(15 + 15 - 8));
  });

  it('still counts when the next step has begun', () => {
    const here = now(next(begun, steps, at(7)), 8);
    expect(here).toMatchObject({ at: 1, left: 5, behind: 2, drops: [3] });
  });
});

describe('a step left early', () => {
  it('leaves minutes in hand, which the next overrun takes first', () => {
    const early = next(begun, steps, at(2));
    expect(now(early, 2)).toMatchObject({ at: 1, inHand: 3, behind: 0, drops: [] });
    expect(now(early, 10)).toMatchObject({ left: -2, inHand: 1, behind: 0, drops: [] });
    expect(now(early, 12)).toMatchObject({ left: -4, inHand: 1, behind: 1, drops: [3] });
  });
});

describe('going on and back', () => {
  it('takes a step up again as if it had not been left', () => {
    const run = next(begun, steps, at(3));
    expect(back(run)).toEqual(begun);
    expect(back(begun)).toBe(begun);
  });

  it('comes to an end after the last step, and stays there', () => {
    let run = begun;
    for (const minute of [5, 11, 16, 22]) run = next(run, steps, at(minute));
    expect(now(run, 30)).toMatchObject({ at: 4, rest: [], toGo: 0, ends: at(22), isLate: true });
    expect(next(run, steps, at(31))).toBe(run);
  });
});

describe('a start that was announced', () => {
  it('keeps the end that was announced when it begins late', () => {
    expect(standing(steps, begin(steps, at(3), TEN), at(3))).toMatchObject({
      behind: 3,
      drops: [2],
      inHand: 1,
    });
  });

  it('has minutes in hand when it begins early', () => {
    expect(standing(steps, begin(steps, at(-5), TEN), at(-5))).toMatchObject({ inHand: 5, behind: 0 });
  });

  it('counts from now when all of it would be over', () => {
    expect(begin(steps, at(45), TEN).ends).toBe(at(65));
  });
});

describe('whatever the clock does', () => {
  const plan = fc.array(
    fc.integer({ min: 1, max: 60 }).chain((minutes) =>
      fc.record({
        minutes: fc.constant(minutes),
        short: fc.option(fc.record({ saves: fc.integer({ min: 1, max: minutes }) }), { nil: undefined }),
      }),
    ),
    { minLength: 1, maxLength: 12 },
  );
  /** Presses of "next" and "back", each some minutes after the last or before it: clocks are set. */
  const presses = fc.array(fc.record({ on: fc.boolean(), after: fc.integer({ min: -90, max: 90 }) }), {
    maxLength: 20,
  });

  it('no step has less than nothing or less than its short form, and all add up to the end', () => {
    fc.assert(
      fc.property(plan, presses, (some, pressed) => {
        let run = begin(some, TEN);
        let time = TEN;
        for (const { on, after } of pressed) {
          time += after * MINUTE;
          run = on ? next(run, some, time) : back(run);
        }
        const here = standing(some, run, time);
        const began = run.begins.at(-1)!;
        expect([...run.begins].sort((one, other) => one - other)).toEqual(run.begins);
        expect(here.passed).toBeGreaterThanOrEqual(0);
        expect(here.passed).toBeLessThanOrEqual(1);
        expect(here.toGo).toBeGreaterThanOrEqual(0);
        for (const { step, minutes } of here.rest) {
          const full = some[step]!.minutes;
          const saved = here.drops.includes(step) ? some[step]!.short!.saves : 0;
          expect(minutes).toBe(full - saved);
          expect(minutes).toBeGreaterThanOrEqual(0);
        }
        const step = some[here.at];
        const spent = step ? Math.max(step.minutes * MINUTE, time - began) : 0;
        expect(here.ends).toBe(
          began + spent + here.rest.reduce((sum, { minutes }) => sum + minutes * MINUTE, 0),
        );
        // Nothing is dropped without need, and the end moves only when nothing more can be dropped.
        if (here.behind === 0) expect(here.drops).toEqual([]);
        if (here.isLate && step) {
          const could = here.rest.filter(({ step: one }) => some[one]!.short).map(({ step: one }) => one);
          expect(here.drops).toEqual(could);
        }
        // No drop is idle: without any one of them the end would be late.
        for (const one of here.drops) {
          if (!here.isLate) expect(here.ends + some[one]!.short!.saves * MINUTE).toBeGreaterThan(run.ends);
        }
      }),
    );
  });

  it('a run that was put away is read again, and anything else is not', () => {
    expect(readRun(JSON.parse(JSON.stringify(begun)), steps)).toEqual(begun);
    fc.assert(
      fc.property(fc.anything(), (value) => {
        const run = readRun(value, steps);
        if (run) expect(standing(steps, run, TEN).toGo).toBeGreaterThanOrEqual(0);
      }),
    );
    for (const wrong of [
      null,
      {},
      { ends: 'x', begins: [1] },
      { ends: 1, begins: [] },
      { ends: 1, begins: [null] },
      { ends: 1, begins: [1, 2, 3, 4, 5, 6] },
    ])
      expect(readRun(wrong, steps)).toBeUndefined();
  });
});
