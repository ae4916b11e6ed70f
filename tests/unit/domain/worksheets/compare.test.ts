// Two sheets beside each other.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Answer, Sheet } from '../../../../src/domain/records/sheet';
import { difference, sideBySide } from '../../../../src/domain/worksheets/compare';
import { anySheet, sections } from './samples';
import { fieldsOf, isPrivate } from '../../../../src/domain/worksheets/answers';

const fields = fieldsOf(sections);
const scale = fields.find(({ kind, private: hidden }) => kind === 'scale' && !hidden)!;
const text = fields.find(({ kind, private: hidden }) => kind === 'long-text' && !hidden)!;

const sheet = (answers: Record<string, Answer>): Sheet => ({
  id: 's',
  worksheet: 'w',
  mentorship: 'm',
  started: '2027-01-01T09:00:00.000Z',
  answers,
  nudged: [],
});
const said = (value: Answer['value']): Answer => ({ asked: 'What?', value });

describe('side by side', () => {
  it('the marks that differ most come first, whatever their place in the worksheet', () => {
    const mine = sheet({ [text.id]: said('Here'), [scale.id]: said(1) });
    const theirs = sheet({ [text.id]: said('There'), [scale.id]: said(5) });
    const pairs = sideBySide(mine, theirs, sections);
    expect(pairs.map(({ id }) => id)).toEqual([scale.id, text.id]);
    expect(pairs.map(difference)).toEqual([4, 0]);
  });

  it('a question that only one of them answered is there too', () => {
    expect(sideBySide(sheet({}), sheet({ [text.id]: said('There') }), sections)).toMatchObject([
      { id: text.id, mine: undefined, theirs: said('There') },
    ]);
  });

  it('nothing private is there, of either side, and nothing else is missing', () => {
    fc.assert(
      fc.property(anySheet, anySheet, (mine, theirs) => {
        const open = (one: Sheet) =>
          Object.entries(one.answers)
            .filter(
              ([id, answer]) =>
                !isPrivate(
                  fields.find((field) => field.id === id),
                  answer,
                ),
            )
            .map(([id]) => id);
        const pairs = sideBySide(mine, theirs, sections);
        expect(
          pairs
            .filter((pair) => pair.mine)
            .map(({ id }) => id)
            .sort(),
        ).toEqual(open(mine).sort());
        expect(
          pairs
            .filter((pair) => pair.theirs)
            .map(({ id }) => id)
            .sort(),
        ).toEqual(open(theirs).sort());
      }),
    );
  });
});
