import { describe, expect, it } from 'vitest';
import { questionsOf, themeSchema, type Theme } from '../../../../src/domain/questions/bank';

const question = {
  id: 'focus-first-step',
  text: 'Which step comes first?',
  asker: 'either',
  depth: 'opener',
  levels: ['skills'],
  followUp: 'On which day?',
};
const theme = { title: 'Focus', about: 'What we work on.', questions: [question] };

/** What is wrong with a file, as "path: message" lines. */
function complaints(file: unknown): string[] {
  const result = themeSchema.safeParse(file);
  return result.success
    ? []
    : result.error.issues.map(({ path, message }) => `${path.join('.')}: ${message}`);
}

const withQuestion = (change: Record<string, unknown>) => ({
  ...theme,
  questions: [{ ...question, ...change }],
});

const without = (key: keyof typeof question) => ({
  ...theme,
  questions: [Object.fromEntries(Object.entries(question).filter(([name]) => name !== key))],
});

describe('a theme file that is right', () => {
  it('is read as it stands', () => {
    expect(themeSchema.parse(theme)).toEqual(theme);
  });

  it('may leave out the levels of a question', () => {
    expect(themeSchema.parse(without('levels')).questions[0]?.levels).toEqual([]);
  });

  it('loses stray spaces around its words', () => {
    expect(themeSchema.parse(withQuestion({ text: '  Which step comes first? \n' })).questions[0]?.text).toBe(
      'Which step comes first?',
    );
  });
});

describe('a theme file that is wrong says where and what', () => {
  it.each([
    ['a word missing', without('followUp'), 'questions.0.followUp: is missing'],
    ['nothing written', withQuestion({ text: '  ' }), 'questions.0.text: must not be empty'],
    [
      'a number for text',
      withQuestion({ text: 14 }),
      'questions.0.text: must be text; put quotes around a number or a date',
    ],
    [
      'a text too long to print',
      withQuestion({ text: 'a'.repeat(201) }),
      'questions.0.text: must be at most 200 characters',
    ],
    [
      'an id with capitals',
      withQuestion({ id: 'Focus First' }),
      'questions.0.id: must be small letters, digits and single hyphens, such as "focus-first-step"',
    ],
    [
      'a depth that does not exist',
      withQuestion({ depth: 'deep' }),
      'questions.0.depth: is "deep"; use opener, probing or candid',
    ],
    ['no depth', without('depth'), 'questions.0.depth: is missing; use opener, probing or candid'],
    [
      'an asker that does not exist',
      withQuestion({ asker: 'both' }),
      'questions.0.asker: is "both"; use either, mentor or mentee',
    ],
    [
      'a level that does not exist',
      withQuestion({ levels: ['skill'] }),
      'questions.0.levels.0: is "skill"; use skills, styles, insights, emotional-intelligence, leadership, team-building or personal-development',
    ],
    [
      'levels that are no list',
      withQuestion({ levels: 'skills' }),
      'questions.0.levels: must be a list, such as [skills, styles]',
    ],
    [
      'four levels',
      withQuestion({ levels: ['skills', 'styles', 'insights', 'leadership'] }),
      'questions.0.levels: must name at most 3',
    ],
    [
      'a level twice',
      withQuestion({ levels: ['skills', 'skills'] }),
      'questions.0.levels: must not name one twice',
    ],
    [
      'a key with a slip in it',
      withQuestion({ folowUp: 'When?' }),
      'questions.0: has "folowUp", which is not known; a question has id, text, asker, depth, levels and followUp',
    ],
    [
      'a key nobody reads',
      { ...theme, colour: 'red' },
      ': has "colour", which is not known; a theme has title, about and questions',
    ],
    ['no questions', { ...theme, questions: [] }, 'questions: needs at least one question'],
    ['questions that are no list', { ...theme, questions: 'none' }, 'questions: must be a list'],
    ['the questions missing', { title: 'Focus', about: 'What we work on.' }, 'questions: is missing'],
    ['an empty file', null, ': must be a theme with title, about and questions'],
    [
      'a question that is only a line of text',
      { ...theme, questions: ['Which step comes first?'] },
      'questions.0: must be a question with id, text, asker, depth, levels and followUp',
    ],
  ])('%s', (_, file, complaint) => {
    expect(complaints(file)).toEqual([complaint]);
  });

  it('names an id that is used twice', () => {
    expect(
      complaints({ ...theme, questions: [question, { ...question, text: 'Which step comes last?' }] }),
    ).toEqual(['questions.1.id: "focus-first-step" is used twice in this theme']);
  });
});

describe('all themes as one bank', () => {
  const one: Theme = themeSchema.parse(theme);
  const two: Theme = themeSchema.parse(withQuestion({ id: 'support-who' }));

  it('keeps the order and tells each question its theme', () => {
    const bank = questionsOf([
      { id: 'focus', data: one },
      { id: 'support', data: two },
    ]);
    expect(bank.map(({ id, theme: from }) => [id, from])).toEqual([
      ['focus-first-step', 'focus'],
      ['support-who', 'support'],
    ]);
  });

  it('names an id that two themes use', () => {
    const both = [
      { id: 'focus', data: one },
      { id: 'support', data: one },
    ];
    expect(() => questionsOf(both)).toThrow(
      'Question id "focus-first-step" is in the theme "focus" and again in "support"',
    );
  });

  it('is empty without themes', () => {
    expect(questionsOf([])).toEqual([]);
  });
});
