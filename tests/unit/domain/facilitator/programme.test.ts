import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { firstValues } from '../../../../src/domain/cadence/form';
import {
  firstOf,
  firstTyped,
  keptOf,
  NO_TEXTS,
  readProgramme,
  typedOf,
  type ProgrammeTyped,
} from '../../../../src/domain/facilitator/programme';
import { handedSchema, MOST_HANDED } from '../../../../src/domain/records/preset';
import { programmeRecord } from '../../../../src/domain/records/programme';
import * as v from 'valibot';

const TODAY = '2027-01-04';
const typed = (
  texts: Partial<ProgrammeTyped['texts']>,
  more: Partial<ProgrammeTyped> = {},
): ProgrammeTyped => ({
  ...firstTyped(TODAY),
  ...more,
  texts: { ...NO_TEXTS, name: 'Riverside', ...texts },
});
const read = (one: ProgrammeTyped) => readProgramme(one, 'p1', TODAY);
const problems = (one: ProgrammeTyped) => Object.fromEntries(read(one).problems);

describe('the form of a programme', () => {
  it('needs a name and nothing else, and counts its pairs as new to each other', () => {
    expect(problems(firstTyped(TODAY))).toEqual({ name: 'missing' });
    expect(read(typed({})).handed).toEqual({
      id: 'p1',
      name: 'Riverside',
      worksheets: [],
      questions: [],
      inputs: {
        rhythm: { every: 'weeks', n: 1 },
        pair: 'new',
        meetingMinutes: 60,
        checkInMinutes: 30,
        choice: { kind: 'balanced' },
        next: TODAY,
        away: [],
        earlyLook: false,
      },
    });
  });

  it('hands out its texts without the blanks around them, and a question a line', () => {
    const { handed } = read(
      typed({
        name: '  Riverside \n',
        contact: ' Rosa ',
        welcome: 'Welcome.\nSit down. ',
        questions: '\n Who?  \n\n What?\n',
      }),
    );
    expect(handed).toMatchObject({
      name: 'Riverside',
      contact: 'Rosa',
      welcome: 'Welcome.\nSit down.',
      questions: ['Who?', 'What?'],
    });
    expect(handed).not.toHaveProperty('organisation');
  });

  it('shows a worksheet that is named twice once, and passes over a place that is left free', () => {
    const { handed } = read(typed({}, { worksheets: ['b', '', 'a', 'b'] }));
    expect(handed?.worksheets).toEqual(['b', 'a']);
  });

  it('says of each text that it is too long, and of questions that they are too many', () => {
    const long = 'x'.repeat(MOST_HANDED.welcome + 1);
    expect(problems(typed({ name: long, organisation: long, contact: long, welcome: long }))).toEqual({
      name: 'too-long',
      organisation: 'too-long',
      contact: 'too-long',
      welcome: 'too-long',
    });
    expect(problems(typed({ questions: 'Why?\n'.repeat(MOST_HANDED.questions + 1) }))).toEqual({
      questions: 'too-many',
    });
    expect(problems(typed({ questions: `${long}\nWhy?` }))).toEqual({ questions: 'question-too-long' });
  });

  it('hands out nothing while a date is wrong', () => {
    const { handed, dates } = read(typed({}, { values: { ...firstValues(TODAY), ends: '2026-12-01' } }));
    expect(handed).toBeUndefined();
    expect(dates).toMatchObject({ state: 'problems', problems: [{ field: 'ends' }] });
  });

  it('hands out only what another browser takes in, whatever is typed', () => {
    const text = fc.oneof(fc.string(), fc.string({ minLength: 590, maxLength: 620 }));
    fc.assert(
      fc.property(
        fc.record({ name: text, organisation: text, contact: text, welcome: text, questions: text }),
        fc.array(fc.string(), { maxLength: 30 }),
        (texts, worksheets) => {
          const { handed, problems } = read({ ...firstTyped(TODAY), texts, worksheets });
          if (!handed) expect(problems.size).toBeGreaterThan(0);
          else if (worksheets.every((id) => id.length <= MOST_HANDED.name))
            expect(v.safeParse(handedSchema, handed).success).toBe(true);
        },
      ),
    );
  });

  it('is the same again after it was kept, wrong or not', () => {
    const one = typed(
      { name: '', welcome: 'Half a ' },
      {
        worksheets: ['agreement'],
        values: { ...firstTyped(TODAY).values, next: '?', away: [{ from: '2027-07-01', to: '' }] },
      },
    );
    const record = { id: 'p1', made: '2027-01-04T09:00:00.000Z', ...keptOf(one) };
    expect(v.parse(programmeRecord.schema, record)).toEqual(record);
    expect(typedOf(record, '2028-02-02')).toEqual(one);
  });

  it('of a record that was changed by hand takes what it knows and leaves the rest', () => {
    const record = {
      id: 'p1',
      made: '2027-01-04T09:00:00.000Z',
      ...keptOf(typed({})),
      controls: { howOften: 'monthly', __proto__: 'x', away: 'never', colour: 'red' },
    };
    expect(typedOf(record, TODAY).values).toEqual({ ...firstTyped(TODAY).values, howOften: 'monthly' });
  });
});

describe('what a programme shows first', () => {
  it('is each worksheet that a programme shows first, in its order; one that is not there is passed over', () => {
    const all = ['a', 'b', 'c'].map((id) => ({ id }));
    expect(firstOf(all, ['c', 'gone', 'a'])).toEqual({
      first: [{ id: 'c' }, { id: 'a' }],
      rest: [{ id: 'b' }],
    });
  });
});
