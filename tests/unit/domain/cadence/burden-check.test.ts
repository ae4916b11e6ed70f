import fc from 'fast-check';
import * as v from 'valibot';
import { describe, expect, it } from 'vitest';
import { SIGNS, suggestionFor, worthIn, type Sign } from '../../../../src/domain/cadence/burden-check';
import { cadenceOf, meetingsBetween, type Plan } from '../../../../src/domain/cadence/plan';
import { inputsSchema } from '../../../../src/domain/cadence/inputs';
import type { Sheet } from '../../../../src/domain/records/sheet';
import { planOf } from '../parcels/arbitrary';
import { anyDate } from './samples';

type Inputs = Plan['inputs'];

/** A weekly pair from 5 January 2027 on: check-ins on 16 March, 1 June, 17 August, 2 November. */
const weekly: Inputs = {
  rhythm: { every: 'weeks', n: 1 },
  pair: 'new',
  meetingMinutes: 60,
  checkInMinutes: 30,
  choice: { kind: 'balanced' },
  next: '2027-01-05',
  away: [],
  earlyLook: false,
};
const TODAY = '2027-03-01';
const suggest = (signs: Sign[], inputs: Partial<Inputs> = {}, saidNo = false, today = TODAY) =>
  suggestionFor({ inputs: { ...weekly, ...inputs }, shifts: {}, signs: new Set(signs), saidNo, today });

describe('what would make a plan lighter', () => {
  it('is nothing where there is no sign', () => {
    expect(suggest([])).toEqual({ kind: 'keep' });
  });

  it('is a shorter check-in when it has become the main event, or was not worth the time', () => {
    const shorter = { kind: 'shorter', minutes: 20, inputs: { ...weekly, checkInMinutes: 20 } };
    expect(suggest(['mainEvent'])).toEqual(shorter);
    expect(suggest([], {}, true)).toEqual(shorter);
    const from = (checkInMinutes: number) => suggest(['mainEvent'], { checkInMinutes });
    expect([60, 45, 25, 20, 15, 11].map(from)).toMatchObject(
      [45, 30, 20, 15, 10, 10].map((minutes) => ({ kind: 'shorter', minutes })),
    );
    // None is under ten minutes: then it becomes rarer.
    expect([10, 5].map((minutes) => from(minutes).kind)).toEqual(['lighter', 'lighter']);
  });

  it('is a rarer one when it is dreaded: the next preference, then half as many meetings more', () => {
    const by = (choice: Inputs['choice']) => suggest(['dreaded'], { choice });
    expect(by({ kind: 'closer' })).toMatchObject({
      kind: 'lighter',
      n: 11,
      inputs: { choice: { kind: 'balanced' } },
    });
    expect(by({ kind: 'balanced' })).toMatchObject({ n: 13, inputs: { choice: { kind: 'lighter' } } });
    expect(by({ kind: 'lighter' })).toMatchObject({ n: 20, inputs: { choice: { kind: 'own', n: 20 } } });
    expect(by({ kind: 'own', n: 1 })).toMatchObject({ n: 9, inputs: { choice: { kind: 'closer' } } });
    expect(by({ kind: 'own', n: 30 })).toMatchObject({ n: 45, inputs: { choice: { kind: 'own', n: 45 } } });
  });

  it('is never rarer than once a year: then it gets shorter', () => {
    const halfYearly = { rhythm: { every: 'months', n: 6, by: 'weekday' } } as const;
    expect(suggest(['dreaded'], halfYearly)).toMatchObject({ kind: 'shorter', minutes: 20 });
    expect(suggest(['dreaded'], { choice: { kind: 'own', n: 36 } })).toMatchObject({ kind: 'shorter' });
  });

  it('is to leave the next one out when less is said, or for more than one sign', () => {
    const away = [{ from: '2027-03-16', to: '2027-05-31' }];
    const pause = { kind: 'pause', until: '2027-06-01', inputs: { ...weekly, away } };
    expect(suggest(['lessSaid'])).toEqual(pause);
    expect(suggest(['mainEvent', 'dreaded'])).toEqual(pause);
    expect(suggest([...SIGNS])).toEqual(pause);
    const dates = cadenceOf({ ...weekly, away }).schedule.checkIns.map(({ date }) => date);
    expect(dates.slice(0, 2)).toEqual(['2027-06-01', '2027-08-17']);
    // On the day itself too.
    expect(suggest(['lessSaid'], {}, false, '2027-03-16')).toEqual(pause);
    expect(suggest(['lessSaid'], {}, false, '2027-03-17')).toMatchObject({ until: '2027-08-17' });
  });

  it('is something else where there is nothing left to pause', () => {
    expect(suggest(['lessSaid'], { ends: '2027-04-01' })).toMatchObject({ kind: 'lighter' });
  });

  it('is nothing more where a plan is as light as can be', () => {
    const lightest = { checkInMinutes: 10, choice: { kind: 'own', n: 40 }, ends: '2027-02-02' } as const;
    expect(suggest(['dreaded'], lightest)).toEqual({ kind: 'lightest' });
    expect(suggest([], lightest)).toEqual({ kind: 'keep' });
  });

  it('keeps every other word of any plan, can be stored, and is less than before', () => {
    const anySigns = fc.subarray([...SIGNS]).map((signs) => new Set(signs));
    fc.assert(
      fc.property(
        planOf('p', fc.constant('m')),
        anySigns,
        fc.boolean(),
        anyDate,
        (plan, signs, saidNo, today) => {
          const { inputs, shifts } = plan;
          const made = suggestionFor({ inputs, shifts, signs, saidNo, today });
          expect(made.kind === 'keep').toBe(signs.size === 0 && !saidNo);
          if (!('inputs' in made)) return;
          const changed = { shorter: 'checkInMinutes', lighter: 'choice', pause: 'away' } as const;
          const part = changed[made.kind];
          expect({ ...made.inputs, [part]: inputs[part] }).toEqual(inputs);
          expect(v.is(inputsSchema, made.inputs)).toBe(true);
          if (made.kind === 'shorter') expect(made.minutes).toBeLessThan(inputs.checkInMinutes);
          if (made.kind === 'lighter') {
            expect(meetingsBetween(made.inputs)).toBe(made.n);
            expect(made.n).toBeGreaterThan(meetingsBetween(inputs));
          }
          if (made.kind === 'pause') {
            const first = (one: Inputs) =>
              cadenceOf(one, shifts).schedule.checkIns.find(({ date }) => date >= today)?.date ?? '';
            expect(first(made.inputs)).toBe(made.until);
            expect(made.until > first(inputs)).toBe(true);
          }
        },
      ),
    );
  });
});

describe('what was said so far', () => {
  const sheet = (more: Partial<Sheet>): Sheet => ({
    id: 's',
    worksheet: 'how-are-we-doing',
    mentorship: 'm',
    started: '2027-03-09T09:00:00.000Z',
    done: '2027-03-09T10:00:00.000Z',
    answers: {
      'worth-it--mentor': { asked: 'Worth it?', value: 'no' },
      'worth-it--mentee': { asked: 'Worth it?', value: 'yes' },
      'get-on--mentor': { asked: 'On?', value: 4 },
    },
    nudged: [],
    ...more,
  });

  it('is each side’s answer of every check-in that is done, the newest first', () => {
    const later = sheet({
      done: '2027-05-18T10:00:00.000Z',
      answers: { 'worth-it': { asked: 'Worth it?', value: 'partly' } },
    });
    const { done: _, ...open } = sheet({});
    expect(
      worthIn([sheet({}), later, open, sheet({ mentorship: 'x' }), sheet({ worksheet: 'x' })], 'm'),
    ).toEqual([
      { done: '2027-05-18T10:00:00.000Z', said: [{ answer: 'partly' }] },
      {
        done: '2027-03-09T10:00:00.000Z',
        said: [
          { side: 'mentor', answer: 'no' },
          { side: 'mentee', answer: 'yes' },
        ],
      },
    ]);
  });

  it('has nothing private in it', () => {
    const answers = { 'worth-it--mentor': { asked: 'Worth it?', value: 'no', private: true } };
    expect(worthIn([sheet({ answers })], 'm')).toEqual([]);
  });
});
