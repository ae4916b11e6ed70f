import { describe, expect, it } from 'vitest';
import { readParcel, writeParcel } from '../../../../src/domain/parcels/envelope';
import { packPreset, receivedPreset } from '../../../../src/domain/parcels/preset';
import { MOST_HANDED, type Handed } from '../../../../src/domain/records/preset';
import { NOW } from './arbitrary';

const handed: Handed = {
  id: 'p1',
  name: 'Riverside',
  contact: 'Rosa',
  welcome: 'Welcome.',
  worksheets: ['agreement'],
  questions: ['What would you try?'],
  inputs: {
    rhythm: { every: 'weeks', n: 2 },
    pair: 'new',
    meetingMinutes: 60,
    checkInMinutes: 30,
    choice: { kind: 'lighter' },
    next: '2027-01-18',
    away: [{ from: '2027-07-01', to: '2027-08-31' }],
    earlyLook: false,
  },
};
const text = (data: unknown = handed) => writeParcel(packPreset('k1', data as Handed, NOW));

describe('what a programme hands out', () => {
  it('comes out as it was packed', () => {
    expect(readParcel(text())).toEqual({
      state: 'ok',
      parcel: { kit: 'k1', kind: 'preset', format: 1, made: NOW.toISOString(), data: handed },
    });
  });

  it('is kept with the mentorship it was given to', () => {
    const known = { id: 'r1', mentorship: 'm1', made: NOW.toISOString() };
    expect(receivedPreset(packPreset('k1', handed, NOW), known)).toEqual({ ...known, handed });
  });

  it('of a newer site is refused as newer', () => {
    expect(readParcel(text().replace('"format":1', '"format":2'))).toEqual({
      state: 'refused',
      reason: 'newer',
    });
  });

  it.each([
    ['no name', { ...handed, name: '' }],
    ['a name as long as a book', { ...handed, name: 'x'.repeat(MOST_HANDED.name + 1) }],
    ['a welcome as long as a book', { ...handed, welcome: 'x'.repeat(MOST_HANDED.welcome + 1) }],
    ['a thousand questions', { ...handed, questions: Array.from({ length: 1000 }, () => 'Why?') }],
    ['a thousand worksheets', { ...handed, worksheets: Array.from({ length: 1000 }, () => 'levels') }],
    ['a question that is none', { ...handed, questions: [7] }],
    ['a day that is none', { ...handed, inputs: { ...handed.inputs, next: '2027-02-30' } }],
    ['an end before the beginning', { ...handed, inputs: { ...handed.inputs, ends: '2026-12-01' } }],
    ['a list in place of it', [handed]],
    ['nothing', null],
  ])('with %s is refused whole', (_, data) => {
    expect(readParcel(text(data))).toEqual({ state: 'refused', reason: 'wrong-data' });
  });

  it('brings in nothing that it should not have', () => {
    const evil = text().replace('"data":{', '"data":{"__proto__":{"polluted":1},"mentorship":"m9",');
    const reading = readParcel(evil);
    expect(reading).toMatchObject({ state: 'ok', parcel: { data: handed } });
    expect(reading.state === 'ok' && Object.keys(reading.parcel.data).sort()).toEqual(
      Object.keys(handed).sort(),
    );
    expect('polluted' in {}).toBe(false);
  });
});
