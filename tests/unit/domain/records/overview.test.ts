// What a kit says of itself: what was agreed, what is next, whether a copy is due.
import { describe, expect, it } from 'vitest';
import { newMentorship, withOutcome, type Mentorship } from '../../../../src/domain/records/mentorship';
import { agreedIn, copyState, nextOf, type KeptSheet } from '../../../../src/domain/records/overview';
import type { Action, Sheet } from '../../../../src/domain/records/sheet';

const NOW = new Date('2027-02-14T10:00:00.000Z');
const TODAY = '2027-02-14';
const kept = newMentorship('m', new Date('2027-01-01T09:00:00.000Z'));

const sheet = (id: string, more: Partial<Sheet> = {}): Sheet => ({
  id,
  worksheet: 'before-we-talk',
  mentorship: 'm',
  started: '2027-01-01T09:00:00.000Z',
  answers: {},
  nudged: [],
  ...more,
});
const agreed = (id: string, actions: Action[], more: Partial<Sheet> = {}): Sheet =>
  sheet(id, { answers: { actions: { asked: 'What will you do?', value: actions } }, ...more });
const action = (id: string, by?: string): Action => ({
  id,
  what: `Do ${id}`,
  who: 'Ravi',
  ...(by && { by }),
});
const ids = (mentorship: Mentorship, sheets: Sheet[]) =>
  agreedIn(mentorship, sheets, TODAY).map(({ action: { id }, outcome, overdue }) => [id, outcome, overdue]);

describe('what was agreed', () => {
  it('is open until somebody says what became of it, and overdue from the day after its day', () => {
    const sheets = [agreed('s', [action('late', '2027-02-13'), action('today', TODAY), action('some-day')])];
    expect(ids(kept, sheets)).toEqual([
      ['late', 'open', true],
      ['today', 'open', false],
      ['some-day', 'open', false],
    ]);
  });

  it.each(['kept', 'changed', 'dropped'] as const)(
    'that was %s is not overdue, and comes after the rest',
    (outcome) => {
      const sheets = [agreed('s', [action('late', '2027-02-01'), action('next', '2027-03-01')])];
      expect(ids(withOutcome(kept, 'late', outcome, NOW), sheets)).toEqual([
        ['next', 'open', false],
        ['late', outcome, false],
      ]);
      const reopened = withOutcome(withOutcome(kept, 'late', outcome, NOW), 'late', undefined, NOW);
      expect(ids(reopened, sheets)[0]).toEqual(['late', 'open', true]);
    },
  );

  it('counts once when a later sheet carries it on, as that one says it', () => {
    const sheets = [
      agreed('new', [action('a', '2027-05-01')], { started: '2027-02-01T09:00:00.000Z' }),
      agreed('old', [action('a', '2027-01-15')]),
    ];
    expect(ids(kept, sheets)).toEqual([['a', 'open', false]]);
  });

  it('of another mentorship, or in a private answer, is not shown', () => {
    const hidden = sheet('h', {
      answers: { actions: { asked: 'What?', value: [action('secret')], private: true } },
    });
    expect(ids(kept, [agreed('s', [action('a')], { mentorship: 'other' }), hidden])).toEqual([]);
  });
});

describe('what is next', () => {
  const at = (day: string, one: Sheet): KeptSheet => ({
    sheet: one,
    savedAt: new Date(`2027-02-${day}T09:00:00.000Z`),
  });

  it('is the open sheet that was written in last, before any that is done', () => {
    const done = at('13', sheet('done', { done: '2027-02-13T09:00:00.000Z' }));
    expect(nextOf([at('02', sheet('older')), at('05', sheet('open')), done], NOW)?.sheet.id).toBe('open');
    expect(nextOf([done], NOW)).toMatchObject({ done: true, at: new Date('2027-02-13T09:00:00.000Z') });
  });

  it('is nothing when the talk must be long past, and never the other person’s sheet', () => {
    expect(nextOf([at('01', sheet('s', { done: '2027-01-16T09:00:00.000Z' }))], NOW)).toBeUndefined();
    const theirs = sheet('t', { from: { kit: 'k', at: '2027-02-13T09:00:00.000Z' } });
    expect(nextOf([at('13', theirs)], NOW)).toBeUndefined();
  });
});

describe('a copy', () => {
  const written = (at: string) => new Date(at);

  it('is missing as soon as there is something to copy', () => {
    expect(copyState(undefined, undefined, NOW)).toBe('fresh');
    expect(copyState(undefined, written('2027-02-14T09:00:00.000Z'), NOW)).toBe('never');
  });

  it('is old after two weeks, if something was written since', () => {
    const copied = new Date('2027-01-31T10:00:00.000Z');
    expect(copyState(copied, written('2027-02-01T09:00:00.000Z'), NOW)).toBe('old');
    expect(copyState(copied, written('2027-01-30T09:00:00.000Z'), NOW)).toBe('fresh');
    const later = new Date('2027-01-31T10:00:00.001Z');
    expect(copyState(later, written('2027-02-01T09:00:00.000Z'), NOW)).toBe('fresh');
  });
});
