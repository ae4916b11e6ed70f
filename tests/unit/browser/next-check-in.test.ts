// When a pair checks in next, as it follows from what lies in the browser.
import { beforeEach, describe, expect, it } from 'vitest';
import { openKit } from '../../../src/browser/kit';
import { openMyKit } from '../../../src/browser/my-kit';
import { openNextCheckIns } from '../../../src/browser/next-check-in';
import { openPlans, type PlanSaid } from '../../../src/browser/plans';
import { openStorage } from '../../../src/browser/storage';
import { counting, FakeClock, FakeStorage } from './fakes';

const NAME = 'how-are-we-doing';
let local: FakeStorage;
let clock: FakeClock;
let newId: () => string;

beforeEach(() => {
  local = new FakeStorage();
  // Noon, so that it is the same day in every time zone but the farthest.
  clock = new FakeClock(new Date('2027-03-04T12:00:00.000Z'));
  newId = counting();
});

const surroundings = () => ({ opened: openStorage(() => local), now: clock.now, newId });
const load = () => openNextCheckIns(NAME, surroundings());
const plans = () => openPlans(NAME, surroundings());

/** Every week: check-ins on 16 March, 1 June, 17 August, 2 November. */
const said = (more: Partial<PlanSaid['inputs']> = {}): PlanSaid => ({
  inputs: {
    rhythm: { every: 'weeks', n: 1 },
    pair: 'new',
    meetingMinutes: 60,
    checkInMinutes: 30,
    choice: { kind: 'balanced' },
    next: '2027-01-05',
    away: [],
    earlyLook: false,
    ...more,
  },
  shifts: {},
  calendarRemembers: false,
});

/** A check-in that is held today, of the mentorship that is open. */
function hold(worth = 'yes'): void {
  const kit = openKit(NAME, surroundings());
  const sheet = kit.open('how-are-we-doing');
  const answers = { 'worth-it--mentor': { asked: 'Worth it?', value: worth } };
  const { data } = kit.save({ ...sheet, answers }, new Set(['answers.worth-it--mentor'] as const));
  kit.setDone(data, true);
}

describe('the next check-in', () => {
  it('follows from the plan, and from what was held', () => {
    const { mentorship } = plans().save(said()).data;
    expect(load().of(mentorship)?.next).toEqual({ state: 'upcoming', date: '2027-03-16', days: 12 });
    expect(load().of('nobody')).toBeUndefined();
    expect(load().afterToday(mentorship)).toBe('2027-06-01');
    expect(load().afterToday('nobody')).toBeUndefined();
    hold();
    expect(load().of(mentorship)?.next).toMatchObject({ state: 'upcoming', date: '2027-06-01' });
  });

  it('of several is the nearest first, and choosing one opens its mentorship', () => {
    plans().save(said());
    clock.forward({ days: 1 });
    openMyKit(NAME, surroundings()).add();
    const second = plans().save(said({ next: '2026-12-29' })).data;
    clock.forward({ days: 1 });
    openMyKit(NAME, surroundings()).add();
    const dates = load()
      .all()
      .map(({ next }) => ('date' in next ? next.date : undefined));
    expect(dates).toEqual(['2027-03-09', '2027-03-16']);
    load().choose(load().all()[0]!);
    expect(plans().mentorship()?.id).toBe(second.mentorship);
  });

  it('that passed is skipped, until that is taken back; planning anew does not bring it up again', () => {
    plans().save(said());
    const { id, mentorship } = plans().current()!;
    clock.forward({ days: 20 });
    const checkIns = load();
    const turn = checkIns.of(mentorship)!;
    expect(turn.next).toEqual({ state: 'overdue', date: '2027-03-16', following: '2027-06-01' });
    const undo = checkIns.skip(turn)!;
    expect(load().of(mentorship)?.next).toMatchObject({ state: 'upcoming', date: '2027-06-01' });
    undo();
    expect(load().of(mentorship)?.next.state).toBe('overdue');
    expect(plans().current()).not.toHaveProperty('skipped');
    checkIns.skip(turn);
    plans().save(said({ checkInMinutes: 20 }));
    expect(plans().current()).toMatchObject({ id, skipped: '2027-03-16' });
    expect(load().of(mentorship)?.next.state).toBe('upcoming');
    // Only what passed can be skipped.
    expect(load().skip(load().of(mentorship)!)).toBeUndefined();
  });

  it('stays where it was when nothing can be stored', () => {
    plans().save(said());
    clock.forward({ days: 20 });
    const checkIns = load();
    const [turn] = checkIns.all();
    local.refusal = new DOMException('No room', 'QuotaExceededError');
    expect(checkIns.skip(turn!)).toBeUndefined();
    expect(checkIns.follow(turn!, checkIns.suggestion(turn!, new Set(['dreaded'])))).toBeUndefined();
  });
});

describe('the burden check', () => {
  it('changes the plan by its suggestion alone, and changes it back', () => {
    const { data } = plans().save(said());
    const checkIns = load();
    const turn = checkIns.of(data.mentorship)!;
    const suggestion = checkIns.suggestion(turn, new Set(['dreaded']));
    expect(suggestion).toMatchObject({ kind: 'lighter', n: 13 });
    expect(checkIns.withInputs(turn, (suggestion as { inputs: PlanSaid['inputs'] }).inputs)).toMatchObject({
      date: '2027-03-30',
    });
    const undo = checkIns.follow(turn, suggestion)!;
    expect(plans().current()).toEqual({ ...data, inputs: { ...data.inputs, choice: { kind: 'lighter' } } });
    undo();
    expect(plans().current()).toEqual(data);
    expect(checkIns.follow(turn, { kind: 'keep' })).toBeUndefined();
  });

  it('heeds a “no” of the last check-in, not of one before it', () => {
    const { mentorship } = plans().save(said()).data;
    const kind = () => load().suggestion(load().of(mentorship)!, new Set()).kind;
    expect(kind()).toBe('keep');
    hold('no');
    expect(kind()).toBe('shorter');
    expect(load().worth(mentorship)).toMatchObject([{ said: [{ side: 'mentor', answer: 'no' }] }]);
    clock.forward({ days: 60 });
    hold('yes');
    expect(kind()).toBe('keep');
  });
});
