// A session plan is data: the build stops at a plan that does not hold together, and names what is wrong, and where.
import { describe, expect, it } from 'vitest';
import {
  minutesByMode,
  sessionSchema,
  unknownHandouts,
} from '../../../../src/domain/facilitator/session-plan';
import { clock, timed } from '../../../../src/domain/facilitator/time';

const plan = {
  minutes: 15,
  group: 'Up to ten pairs',
  room: 'One room',
  aims: [
    { id: 'hear', text: 'Each is heard.' },
    { id: 'date', text: 'Each pair has a date.' },
  ],
  handouts: [{ use: 'before-we-talk', copies: 'one each' }],
  before: ['Print.'],
  steps: [
    { id: 'arrive', title: 'Arrive', minutes: 2, mode: 'talk', does: 'Say hello.' },
    {
      id: 'write',
      title: 'Write',
      minutes: 8,
      mode: 'alone',
      does: 'Keep quiet.',
      handouts: ['before-we-talk'],
      aims: ['hear'],
      short: { saves: 3, how: 'Stop at five.' },
    },
    { id: 'set', title: 'Set the date', minutes: 5, mode: 'pairs', does: 'Walk.', aims: ['date'] },
  ],
};
type Draft = typeof plan;

const complaints = (change: (draft: Draft) => void): string[] => {
  const draft = structuredClone(plan);
  change(draft);
  return (
    sessionSchema
      .safeParse(draft)
      .error?.issues.map(({ path, message }) => `${path.join('.')}: ${message}`) ?? []
  );
};

describe('a session plan', () => {
  it('that holds together is taken', () => {
    expect(complaints(() => undefined)).toEqual([]);
  });

  it.each<[string, (draft: Draft) => void, string]>([
    [
      'minutes that do not add up',
      (draft) => (draft.minutes = 20),
      'minutes: is 20, but the steps add up to 15 (arrive 2, write 8, set 5)',
    ],
    [
      'an aim that no step serves',
      (draft) => (draft.steps[2]!.aims = []),
      'aims.date: is an aim that no step serves',
    ],
    [
      'a step that serves an aim there is not',
      (draft) => draft.steps[2]!.aims!.push('joy'),
      'steps.set.aims: names "joy", an aim the plan does not have',
    ],
    [
      'a handout that is used and not listed',
      (draft) => (draft.steps[0]!.handouts = ['one-page']),
      'steps.arrive.handouts: uses "one-page", which the plan’s handouts lack',
    ],
    [
      'a handout that is listed and not used',
      (draft) => draft.handouts.push({ use: 'one-page', copies: 'one' }),
      'handouts.one-page: is a handout that no step uses',
    ],
    [
      'more saved than a step takes',
      (draft) => (draft.steps[1]!.short = { saves: 9, how: 'Leave it out.' }),
      'steps.write.short: saves 9 minutes of a step that takes 8',
    ],
    ['two steps of one id', (draft) => (draft.steps[2]!.id = 'arrive'), 'steps.arrive: is there twice'],
    [
      'two aims of one id',
      (draft) => draft.aims.push({ id: 'hear', text: 'Again.' }),
      'aims.hear: is there twice',
    ],
    [
      'two handouts of one name',
      (draft) => draft.handouts.push({ use: 'before-we-talk', copies: 'more' }),
      'handouts.before-we-talk: is there twice',
    ],
  ])('names %s', (_, change, message) => {
    expect(complaints(change)).toEqual([message]);
  });

  it.each<[string, (draft: Draft) => void, RegExp]>([
    ['a mode that is not known', (draft) => (draft.steps[0]!.mode = 'shout'), /^steps\.0\.mode: /],
    ['a step without minutes', (draft) => (draft.steps[0]!.minutes = 0), /^steps\.0\.minutes: /],
    ['no aims', (draft) => (draft.aims = []), /^aims: needs at least one aim/],
    ['a key of no meaning', (draft) => Object.assign(draft, { chairs: 20 }), /chairs/],
  ])('names %s', (_, change, pattern) => {
    expect(complaints(change).some((line) => pattern.test(line))).toBe(true);
  });

  it('names the step whose handout is no worksheet', () => {
    const session = sessionSchema.parse(plan);
    expect(unknownHandouts(session, ['before-we-talk'])).toEqual([]);
    expect(unknownHandouts(session, ['levels'])).toEqual([
      'session.steps.write.handouts: "before-we-talk" is no worksheet, nor role-cards, question-cards, one-page',
    ]);
  });
});

describe('the time of a plan', () => {
  const { steps } = sessionSchema.parse(plan);

  it('each step begins where the one before it ends', () => {
    expect(timed(steps).map(({ id, from }) => [id, from])).toEqual([
      ['arrive', 0],
      ['write', 2],
      ['set', 10],
    ]);
  });

  it('is summed by what the room does, and what it does not do is left out', () => {
    expect(minutesByMode(steps)).toEqual([
      { mode: 'talk', minutes: 2 },
      { mode: 'alone', minutes: 8 },
      { mode: 'pairs', minutes: 5 },
    ]);
  });

  it.each([
    [0, '0:00'],
    [5, '0:05'],
    [60, '1:00'],
    [125, '2:05'],
  ])('%i minutes are %s', (minutes, shown) => {
    expect(clock(minutes)).toBe(shown);
  });
});
