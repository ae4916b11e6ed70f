// A sheet as Markdown: it shows what was written, as it was written.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Answer, Sheet } from '../../../../src/domain/records/sheet';
import { fieldsOf } from '../../../../src/domain/worksheets/answers';
import { sheetAsMarkdown } from '../../../../src/domain/worksheets/markdown';
import { anySheet, sections } from './samples';

const WORDS = {
  title: 'Before we talk',
  mentor: 'Mentor',
  mentee: 'Mentee',
  scaleMark: '{n} of 5',
  dayText: (day: string) => `the day ${day}`,
  date: '14 February 2027',
};
const text = fieldsOf(sections).find(({ kind, private: hidden }) => kind === 'long-text' && !hidden)!;

const sheet = (answers: Record<string, Answer>): Sheet => ({
  id: 's',
  worksheet: 'w',
  mentorship: 'm',
  side: 'mentee',
  started: '2027-01-01T09:00:00.000Z',
  answers,
  nudged: [],
});
const markdown = (value: Answer['value'], more: Partial<Answer> = {}) =>
  sheetAsMarkdown(sheet({ [text.id]: { asked: 'What is good?', value, ...more } }), sections, WORDS);

describe('a sheet as Markdown', () => {
  it('is headed by title, side and day; a question is a heading, its answer a paragraph', () => {
    expect(markdown('We laugh.', { deeper: { asked: 'And else?', value: 'A lot.' } })).toBe(
      '# Before we talk (Mentee)\n\n14 February 2027\n\n## What is good?\n\nWe laugh.\n\n### And else?\n\nA lot.\n',
    );
  });

  it.each([
    ['# no heading', '\\# no heading'],
    ['- no list', '\\- no list'],
    ['1. no list', '1\\. no list'],
    ['2) no list', '2\\) no list'],
    ['=== no heading', '\\=== no heading'],
    ['> no quote', '\\> no quote'],
    ['*no* _stress_ `nor code`', '\\*no\\* \\_stress\\_ \\`nor code\\`'],
    ['<b>no HTML</b> &amp;', '\\<b\\>no HTML\\</b\\> \\&amp;'],
    ['[no](link)', '\\[no\\](link)'],
    ['one\ntwo', 'one  \ntwo'],
    ['    set in', '\u00a0\u00a0\u00a0\u00a0set in'],
  ])('shows signs as they were written: %s', (written, escaped) => {
    expect(markdown(written)).toContain(`\n\n${escaped}\n`);
  });

  it('holds what was written in other tabs until it is chosen from', () => {
    expect(markdown('One', { others: [{ value: 'Other' }] })).toContain('One\n\nOther\n');
  });

  it('never holds what is private', () => {
    fc.assert(
      fc.property(anySheet, (one) => {
        const hidden = Object.fromEntries(
          Object.entries(one.answers).map(([id, answer]) => [id, { ...answer, private: true }]),
        );
        expect(sheetAsMarkdown({ ...one, answers: hidden }, sections, WORDS)).not.toContain('##');
      }),
    );
  });
});
