import { describe, expect, it } from 'vitest';
import {
  countsMonths,
  firstValues,
  HOW_OFTEN,
  howOftenOf,
  placeIn,
  typedIn,
  UNITS,
  valuesOf,
  type FormValues,
} from '../../../../src/domain/cadence/form';
import { readInputs } from '../../../../src/domain/cadence/inputs';

const TODAY = '2026-11-25';
const first = firstValues(TODAY);

function inputsOf(change: Partial<FormValues>) {
  const reading = readInputs(typedIn({ ...first, ...change }), TODAY);
  if (reading.state !== 'ok') throw new Error(JSON.stringify(reading.problems));
  return reading.inputs;
}

describe('the form of a plan', () => {
  it('is sound before anyone has typed: weekly, from today', () => {
    expect(inputsOf({})).toMatchObject({
      rhythm: { every: 'weeks', n: 1 },
      next: TODAY,
      pair: 'established',
      choice: { kind: 'balanced' },
    });
  });

  it.each(HOW_OFTEN)('says “%s” and is filled in so again', (howOften) => {
    const inputs = inputsOf({ howOften });
    expect(howOftenOf(inputs.rhythm)).toBe(howOften);
    expect(valuesOf(inputs).howOften).toBe(howOften);
    expect(inputsOf(valuesOf(inputs))).toEqual(inputs);
  });

  it.each(UNITS)('takes a rhythm counted in “%s”', (unit) => {
    const inputs = inputsOf({ howOften: 'other', n: '5', unit });
    expect(inputs.rhythm).toMatchObject({ every: unit, n: 5 });
    expect(inputsOf(valuesOf(inputs))).toEqual(inputs);
  });

  it('offers the same day of the month where months are counted, and nowhere else', () => {
    for (const howOften of HOW_OFTEN) {
      for (const unit of UNITS) {
        const values = { ...first, howOften, unit, n: '5' };
        expect(countsMonths(values), `${howOften}, ${unit}`).toBe(inputsOf(values).rhythm.every === 'months');
      }
    }
  });

  it('gives back all that it was told', () => {
    const inputs = inputsOf({
      howOften: 'monthly',
      sameDay: 'on',
      how: 'remote',
      newPair: 'on',
      earlyLook: 'on',
      meetingMinutes: '90',
      checkInMinutes: '20',
      ends: '2027-11-25',
      choice: 'own',
      own: '3',
      time: '17:30',
      away: [
        { from: '', to: '' },
        { from: '2027-08-01', to: '2027-08-20' },
      ],
    });
    expect(inputs).toMatchObject({ rhythm: { by: 'day' }, choice: { kind: 'own', n: 3 }, time: '17:30' });
    expect(inputs.away).toEqual([{ from: '2027-08-01', to: '2027-08-20' }]);
    expect(inputsOf(valuesOf(inputs))).toEqual(inputs);
  });

  it.each<[string, Partial<FormValues>, unknown]>([
    ['a number of the rhythm', { howOften: 'other', n: '0' }, { field: 'n' }],
    ['the second weekday', { howOften: 'twice-a-week', weekday2: '2' }, { field: 'weekday2' }],
    ['the first weekday', { howOften: 'twice-a-week', weekday1: '' }, { field: 'weekday1' }],
    ['one’s own number', { choice: 'own', own: '-1' }, { field: 'own' }],
    ['minutes', { checkInMinutes: '61' }, { field: 'checkInMinutes' }],
    ['the next meeting', { next: '' }, { field: 'next' }],
    ['a time', { time: '25:00' }, { field: 'time' }],
    ['half a range', { away: [{ from: '2027-03-02', to: '' }] }, { row: 0, end: 'to' }],
    [
      'a range after an empty one, the wrong way',
      {
        away: [
          { from: '', to: '' },
          { from: '2027-03-02', to: '2027-03-01' },
        ],
      },
      { row: 1, end: 'to' },
    ],
    ['the beginning of a range', { away: [{ from: '', to: '2027-03-01' }] }, { row: 0, end: 'from' }],
  ])('knows where to say what is wrong with %s', (_, change, place) => {
    const values = { ...first, ...change };
    const reading = readInputs(typedIn(values), TODAY);
    if (reading.state === 'ok') throw new Error('It should be wrong.');
    expect(reading.problems.map(({ field }) => placeIn(values, field))).toEqual([place]);
  });

  it('says of all ranges together what is of none', () => {
    expect(placeIn(first, 'away')).toEqual({ field: 'away' });
  });
});
