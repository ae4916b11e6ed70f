import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { likeness, REWORDING } from '../../../../src/domain/questions/likeness';

describe('two ways to ask the same', () => {
  it.each([
    ['What would you like to work on next?', 'What do you want to work on next?'],
    ['Who do you call when a day goes wrong?', 'When a day goes wrong, who do you ring?'],
    ['Which advice of mine have you never used?', 'What advice of mine did you never use?'],
    ['Whose permission are you waiting for?', 'Whose permission do you wait for?'],
    ['When did you last have a whole day off?', 'When was your last whole day off?'],
    ['What have I said that stung?', 'Which thing that I said stung you?'],
    [
      'Which of our goals do you no longer care about?',
      'Which goals of ours don’t you care about any longer?',
    ],
    [
      'What is going on when you go quiet in our talks?',
      'When you go quiet in our talks, what is happening?',
    ],
  ])('are caught: %s / %s', (a, b) => {
    expect(likeness(a, b)).toBeGreaterThanOrEqual(REWORDING);
  });
});

describe('different questions', () => {
  it.each([
    ['Which of our meetings could we hold on a walk?', 'Which of your meetings could I sit in on?'],
    ['Which advice of mine have you never used?', 'What does your employer offer that you have never used?'],
    [
      'What would you tell me if I had no say in your career?',
      'How would you tell me that you wanted to stop?',
    ],
    ['Who do you call when a day goes wrong?', 'When did you last have a whole day off?'],
    ['Whose permission are you waiting for?', 'Who speaks up for you in rooms you are not in?'],
    ['Who helps you?', 'What could I stop apologising for?'],
  ])('are let through: %s / %s', (a, b) => {
    expect(likeness(a, b)).toBeLessThan(REWORDING);
  });

  it('have nothing in common when they share no word and no sound', () => {
    expect(likeness('Which step?', 'Jump now')).toBe(0);
  });
});

describe('capitals, accents, quotes and order', () => {
  it.each([
    ['WHAT DID YOUR MANAGER SAY?', 'What did your manager say?'],
    ['What don’t you see?', "What don't you see?"],
    ['Which café suits you?', 'Which cafe suits you?'],
    ['When you stop, what changes?', 'What changes when you stop?'],
  ])('make no difference: %s / %s', (a, b) => {
    expect(likeness(a, b)).toBe(1);
  });
});

describe('whatever is compared', () => {
  const text = fc.oneof(fc.string({ unit: 'binary' }), fc.lorem());

  it('gives a number from 0 to 1, the same in both directions', () => {
    fc.assert(
      fc.property(text, text, (a, b) => {
        const there = likeness(a, b);
        expect(there).toBeGreaterThanOrEqual(0);
        expect(there).toBeLessThanOrEqual(1);
        expect(likeness(b, a)).toBe(there);
      }),
    );
  });

  it('finds a question fully like itself', () => {
    fc.assert(
      fc.property(text, (a) => {
        expect(likeness(a, a)).toBe(1);
      }),
    );
  });
});
