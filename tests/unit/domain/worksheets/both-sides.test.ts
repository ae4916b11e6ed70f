// Questions that both sides answer, actions that are agreed, questions that are drawn.
import { describe, expect, it } from 'vitest';
import type { Sheet } from '../../../../src/domain/records/sheet';
import { fromForm, inWords, toForm } from '../../../../src/domain/worksheets/answers';
import { worksheetSchema } from '../../../../src/domain/worksheets/definition';
import { sheetAsText } from '../../../../src/domain/worksheets/text';

const file = () => ({
  title: 'How are we doing?',
  order: 2,
  who: 'both',
  when: 'together',
  minutes: 30,
  description: 'Half an hour.',
  purpose: 'To talk.',
  paper: 'To talk, on paper.',
  guide: 'the-half-hour',
  sections: [
    {
      id: 'talk',
      minutes: 30,
      fields: [
        { id: 'well', kind: 'long-text', label: 'What goes well?', both: true, private: false },
        { id: 'mark', kind: 'scale', label: 'Worth it?', both: true, ends: { low: 'no', high: 'yes' } },
        { id: 'deep', kind: 'question', label: 'Dig deeper', both: true },
        { id: 'changes', kind: 'actions', label: 'What will we change?' },
      ] as Record<string, unknown>[],
    },
  ],
  example: {
    by: 'Two people',
    answers: {
      well: { mentor: 'The tea', mentee: 'The talk' },
      mark: { mentor: 4, mentee: 5 },
      deep: { asked: 'What would you drop?', mentor: 'The tea', mentee: 'Nothing' },
      changes: [
        { what: 'Coffee', who: 'both', by: '2027-02-14' },
        { what: 'Milk', who: 'Ravi' },
      ],
    } as Record<string, unknown>,
  },
});

const sheet = (answers: Sheet['answers'] = {}): Sheet => ({
  id: 's',
  worksheet: 'w',
  mentorship: 'm',
  started: '2027-01-01T09:00:00.000Z',
  answers,
  nudged: [],
});
const complaints = (change: (whole: ReturnType<typeof file>) => void) => {
  const whole = file();
  change(whole);
  return (worksheetSchema.safeParse(whole).error?.issues ?? []).map(
    ({ path, message }) => `${path.join('.')} ${message}`,
  );
};

describe('a question for both sides', () => {
  const { sections, example } = worksheetSchema.parse(file());
  const fields = sections.flatMap((section) => section.fields);

  it('is a field for each, which know their side and each other', () => {
    expect(fields.map(({ id, side, pair }) => [id, side, pair]).slice(0, 3)).toEqual([
      ['well--mentor', 'mentor', 'well'],
      ['well--mentee', 'mentee', 'well'],
      ['mark--mentor', 'mentor', 'mark'],
    ]);
  });

  it('has an example answer of each side', () => {
    expect(example.answers).toMatchObject({
      'well--mentor': { asked: 'What goes well?', value: 'The tea' },
      'mark--mentee': { asked: 'Worth it?', value: 5 },
      'deep--mentee': { asked: 'What would you drop?', value: 'Nothing' },
    });
  });

  it('is said with its side in the text of the sheet', () => {
    const words = {
      title: 'T',
      mentor: 'Mentor',
      mentee: 'Mentee',
      scaleMark: '{n} of 5',
      date: 'D',
      dayText: String,
    };
    const text = sheetAsText(sheet(example.answers), sections, words);
    expect(text).toContain('What goes well? (Mentor)\nThe tea');
    expect(text).toContain('What would you drop? (Mentee)\nNothing');
    expect(text).toContain('What will we change?\n- Coffee · both · 2027-02-14\n- Milk · Ravi');
  });

  it('counts once, and cannot be private', () => {
    expect(complaints(() => undefined)).toEqual([]);
    expect(complaints((whole) => (whole.sections[0]!.fields[0]!['private'] = true))).toEqual(
      [
        'sections.well is asked of both sides, so it cannot be private',
        'example.answers.well does not fit a field of kind long-text',
      ].slice(0, 1),
    );
  });

  it('wants an answer of each side in the example, and the drawn question with it', () => {
    expect(complaints((whole) => (whole.example.answers['well'] = 'The tea'))).toEqual([
      'example.answers.well does not fit a field of kind long-text',
    ]);
    expect(complaints((whole) => (whole.example.answers['deep'] = { mentor: 'A', mentee: 'B' }))).toEqual([
      'example.answers.deep does not fit a field of kind question',
    ]);
    expect(complaints((whole) => (whole.example.answers['changes'] = 'Coffee'))).toEqual([
      'example.answers.changes does not fit a field of kind actions',
    ]);
  });
});

describe('a worksheet that is private as a whole', () => {
  it('makes every field private', () => {
    const whole = { ...file(), private: true };
    whole.sections[0]!.fields = [{ id: 'well', kind: 'long-text', label: 'What is wrong?' }];
    whole.example.answers = { well: 'The tea' };
    const fields = worksheetSchema.parse(whole).sections.flatMap((section) => section.fields);
    expect(fields.map((field) => field.private)).toEqual([true]);
  });
});

describe('in the form', () => {
  const { sections } = worksheetSchema.parse(file());
  const row = (what: string, by = '') => ({ id: what, what, who: '', by });

  it('actions come and go as rows; a row that says nothing is none', () => {
    const values = { answers: { changes: { value: [row('Coffee', '2027-02-14'), row(''), row('Milk')] } } };
    const kept = fromForm(sheet(), values, sections);
    expect(kept.answers['changes']?.value).toEqual([
      { id: 'Coffee', what: 'Coffee', who: '', by: '2027-02-14' },
      { id: 'Milk', what: 'Milk', who: '' },
    ]);
    expect(toForm(kept, sections).answers?.['changes']?.value).toEqual([
      row('Coffee', '2027-02-14'),
      row('Milk'),
    ]);
    expect(fromForm(kept, { answers: { changes: { value: [row('  ')] } } }, sections).answers).toEqual({});
  });

  it('a drawn question is what was asked, and is kept before it is answered', () => {
    const kept = fromForm(
      sheet(),
      { answers: { 'deep--mentor': { value: '', asked: 'What now?' } } },
      sections,
    );
    expect(kept.answers['deep--mentor']).toEqual({ asked: 'What now?', drawn: true, value: '' });
    expect(toForm(kept, sections).answers?.['deep--mentor']).toMatchObject({ value: '', asked: 'What now?' });
  });

  it('words of a field that was another kind before are not lost', () => {
    const before = sheet({ well: { asked: 'Old', value: [{ id: 'a', what: 'Coffee', who: 'Ravi' }] } });
    expect(fromForm(before, { answers: {} }, sections).answers['well']).toEqual(before.answers['well']);
    expect(inWords(undefined, before.answers['well']!.value)).toEqual(['Coffee · Ravi']);
  });
});
