import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { firstValues, typedIn, type FormValues } from '../../../../src/domain/cadence/form';
import { readInputs } from '../../../../src/domain/cadence/inputs';
import { cadenceOf } from '../../../../src/domain/cadence/plan';
import { MONTH_DAYS } from '../../../../src/domain/cadence/rhythm';
import {
  answerText,
  burdenText,
  costText,
  meetText,
  nth,
  ownText,
  percentText,
  rangeText,
  reasonsFor,
  spanText,
} from '../../../../src/domain/cadence/say';
import { interfaceSchema } from '../../../../src/domain/words/interface';

const file = join(import.meta.dirname, '../../../../src/content/interface.yaml');
const words = interfaceSchema.parse(parse(readFileSync(file, 'utf8'))).cadence;
const plain = (text = '') => text.replaceAll('\u00A0', ' ');

function planOf(change: Partial<FormValues> = {}) {
  const reading = readInputs(typedIn({ ...firstValues('2026-11-25'), ...change }), '2026-11-25');
  if (reading.state !== 'ok') throw new Error(JSON.stringify(reading.problems));
  return { inputs: reading.inputs, cadence: cadenceOf(reading.inputs) };
}

function answer(change: Partial<FormValues> = {}): string {
  const { inputs, cadence } = planOf(change);
  const { meet, every, about, share } = answerText(inputs, cadence, words, 'en');
  return plain([meet, every, about, share].filter(Boolean).join(' '));
}

describe('the answer', () => {
  it('is said in three plain sentences', () => {
    expect(answer()).toBe(
      'You meet every week. Check in at every 11th meeting, about every two and a half months. ' +
        'That is 5 % of your time together.',
    );
    expect(answer({ howOften: 'half-yearly' })).toMatch(
      /^You meet every six months\. .* 2nd meeting, about every twelve months\./,
    );
    expect(answer({ howOften: 'other', n: '5', unit: 'about' })).toMatch(
      /^You meet about 5 times in three months\./,
    );
    expect(answer({ howOften: 'other', n: '1', unit: 'days' })).toMatch(/^You meet every day\./);
  });

  it('at every meeting has no stretch of time', () => {
    expect(answer({ choice: 'own', own: '1' })).toBe(
      'You meet every week. Check in at every meeting. That is 50 % of your time together.',
    );
  });

  it('is the same however they meet', () => {
    expect(new Set(['', 'in-person', 'remote', 'both'].map((how) => answer({ how }))).size).toBe(1);
  });
});

describe('a stretch of time', () => {
  it.each([
    [1, 'day'],
    [9.4, 'nine days'],
    [10, 'week'],
    [28, 'four weeks'],
    [44, 'six weeks'],
    [45, 'one and a half months'],
    [63, 'two months'],
    [68.4, 'two months'],
    [68.6, 'two and a half months'],
    [77, 'two and a half months'],
    [83.7, 'two and a half months'],
    [83.8, 'three months'],
    [365, 'twelve months'],
    [13.5 * MONTH_DAYS, '13 and a half months'],
    [24 * MONTH_DAYS, 'two years'],
    [30 * MONTH_DAYS, 'two and a half years'],
    [9999 * 730, '19985 years'],
  ])('of %s days is “%s”', (days, text) => {
    expect(spanText(days, words)).toBe(text);
  });

  it('from one to another names the unit once', () => {
    expect(rangeText(61, 91, words)).toBe('two to three months');
    expect(rangeText(43, 64, words)).toBe('six weeks to two months');
    expect(rangeText(365, 365, words)).toBe('twelve months');
  });
});

it('numbers are ordered as English does', () => {
  expect([1, 2, 3, 4, 11, 12, 13, 21, 22, 103].map((n) => nth(n, words, 'en'))).toEqual([
    '1st',
    '2nd',
    '3rd',
    '4th',
    '11th',
    '12th',
    '13th',
    '21st',
    '22nd',
    '103rd',
  ]);
});

it.each([
  [0.0001, 'less than 1 %'],
  [1 / 22, '5 %'],
  [0.08, '8 %'],
  [0.0801, '8.01 %'],
  [0.083, '8.3 %'],
  [0.15, '15 %'],
  [0.1504, '15.04 %'],
  [0.15000001, '15.01 %'],
  [1, '100 %'],
])('a share of %s is “%s”, and none reads as lighter than it is called', (share, text) => {
  expect(plain(percentText(share, words))).toBe(text);
});

describe('what there is to mind', () => {
  it('is a shorter check-in when the recommendation is heavy', () => {
    expect(plain(burdenText(planOf({ howOften: 'quarterly' }).cadence, words))).toContain(
      '25 minutes, and it is 14 %',
    );
    expect(burdenText(planOf().cadence, words)).toBeUndefined();
    const long = planOf({ howOften: 'half-yearly', meetingMinutes: '30' }).cadence;
    expect(burdenText(long, words)).toContain(words.heavy);
  });

  it('of an own choice is where it lies, and is not said of another', () => {
    const said = (own: string) => {
      const { inputs, cadence } = planOf({ choice: 'own', own });
      return ownText(inputs, cadence, words);
    };
    expect(said('4')).toContain(words.own.closer);
    expect(said('4')).toContain('9 to 13');
    expect(said('10')).toContain(words.own.inside);
    expect(said('53')).toContain(words.own.lighter);
    const { inputs, cadence } = planOf();
    expect(ownText(inputs, cadence, words)).toBeUndefined();
  });

  it('is the cost of each choice', () => {
    expect(plain(costText(planOf().inputs, 9, words, 'en'))).toBe(
      'Every 9th meeting, about every two months. 6 % of your time.',
    );
    expect(plain(costText(planOf().inputs, 1, words, 'en'))).toBe('Every meeting. 50 % of your time.');
  });
});

describe('the reasons', () => {
  const reasons = (change: Partial<FormValues>) => {
    const { inputs, cadence } = planOf(change);
    return reasonsFor(inputs, cadence, words, 'en');
  };

  it('name the article for weekly pairs only', () => {
    expect(reasons({})[0]).toContain('two to three months');
    expect(reasons({})[0]).not.toBe(reasons({ howOften: 'monthly' })[0]);
    expect(reasons({ howOften: 'monthly' })[0]).toContain('four to six and a half months');
  });

  it('say where the count begins', () => {
    expect(reasons({})).toContain(words.reasons.firstSoon);
    expect(reasons({ newPair: 'on' })[2]).toContain('11');
    expect(reasons({ lastCheckIn: '2026-11-01' })).toContain(words.reasons.fromLast);
    expect(reasons({ choice: 'own', own: '1' })).toContain(words.reasons.firstNow);
  });

  it('say that it exceeds a year, and that how they meet changes nothing', () => {
    expect(reasons({ choice: 'own', own: '53' })).toContain(words.exceedsYear);
    expect(reasons({})).not.toContain(words.exceedsYear);
    expect(reasons({})).toContain(words.reasons.how);
  });
});

it('a rhythm of one’s own has its own sentence', () => {
  expect(meetText({ every: 'weeks', n: 3 }, words)).toBe('You meet every 3 weeks.');
  expect(meetText({ every: 'months', n: 3, by: 'day' }, words)).toBe(words.meet.quarterly);
});
