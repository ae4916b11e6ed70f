// A look back as Markdown: all of it, as it was written, and none of it able to change what stands around it.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { lookBack, type Asking } from '../../../../src/domain/look-back/look-back';
import { lookBackAsMarkdown, type LookBackWords } from '../../../../src/domain/look-back/markdown';
import { rowsOf } from '../../../../src/domain/look-back/rows';
import { newMentorship } from '../../../../src/domain/records/mentorship';
import type { Sheet } from '../../../../src/domain/records/sheet';
import { anyText } from '../parcels/arbitrary';
import { sections } from '../worksheets/samples';

const words: LookBackWords = {
  title: 'Look back: you and Amira',
  lines: ['3 check-ins.', '90 minutes.'],
  agreed: 'Agreed',
  outcomes: { open: 'Open', kept: 'Kept', changed: 'Changed', dropped: 'Dropped' },
  marks: 'Marks',
  words: 'Words',
  date: 'Date',
  voices: { mentor: 'Mentor', mentee: 'Mentee', mine: 'Yours', theirs: 'Theirs', together: 'Both' },
  unknownSheet: 'Gone',
  oldAnswer: 'Of old',
  scaleMark: '{n} of 5',
  lowEnd: (text) => `1: ${text}`,
  highEnd: (text) => `5: ${text}`,
  whoBy: (who, by) => (by === undefined ? who : `${who}, by ${by}`),
  dayText: (day) => `day ${day}`,
};
const asking: Asking = { id: 'test', title: 'A test', who: 'each-alone', minutes: 10, sections };
const sheet = (id: string, answers: Sheet['answers'], worksheet = 'test'): Sheet => ({
  id,
  worksheet,
  mentorship: 'm',
  side: 'mentee',
  started: '2027-02-03T09:00:00.000Z',
  answers,
  nudged: [],
});
const markdown = (...sheets: Sheet[]) =>
  lookBackAsMarkdown(
    lookBack(newMentorship('m', new Date('2027-01-01T09:00:00.000Z')), sheets, [asking], {
      today: '2027-11-25',
      dayOf: (time) => time.slice(0, 10),
    }),
    words,
  );

describe('a look back as Markdown', () => {
  it('holds what was agreed, the marks as tables and the words by question', () => {
    const text = markdown(
      sheet('a', {
        ease: { asked: 'How easy?', value: 2 },
        long: { asked: 'Tell it.', value: 'At *length*', deeper: { asked: 'What else?', value: 'This' } },
        do: { asked: 'What?', value: [{ id: 'x', what: 'Begin on time', who: 'Owen', by: '2027-03-01' }] },
      }),
      sheet('b', { old: { asked: 'What of old?', value: 'Much' } }, 'no-longer-here'),
    );
    expect(text).toBe(
      [
        '# Look back: you and Amira',
        '3 check-ins.',
        '90 minutes.',
        '## Agreed',
        '- Open: Begin on time · Owen, by 2027-03-01',
        '## Marks',
        '### A test',
        '#### How easy?',
        '1: Hard · 5: Easy',
        '| Date | Mentee |\n| --- | --- |\n| day 2027-02-03 | 2 |',
        '## Words',
        '### A test',
        '#### Tell it at length.',
        '##### day 2027-02-03, Mentee',
        '*Tell it.*',
        'At \\*length\\*',
        '###### What else?',
        'This',
        '### Gone',
        '#### What of old?',
        'Of old',
        '##### day 2027-02-03, Mentee',
        'Much',
      ].join('\n\n') + '\n',
    );
  });

  it('keeps its parts, whatever was asked, agreed and said', () => {
    fc.assert(
      fc.property(anyText, anyText, (asked, value) => {
        const text = markdown(
          sheet('a', {
            gone: { asked, value },
            do: { asked, value: [{ id: 'x', what: value, who: asked }] },
          }),
        );
        const headings = text.split('\n').filter((line) => /^#{1,6} /.test(line));
        // Title, agreed, words, worksheet, question, day: nobody's words add one.
        expect(headings).toHaveLength(6);
        expect(text.split('\n').filter((line) => line.startsWith('- '))).toHaveLength(1);
        expect(text).not.toMatch(/(^|[^\\])<script/);
      }),
    );
  });
});

describe('the rows of a table', () => {
  it('are the days of all lines, each mark in its column', () => {
    const lines = [
      { voice: 'mentor', marks: [{ day: '2027-01-01', value: 2 }] },
      {
        voice: 'mentee',
        marks: [
          { day: '2026-01-01', value: 3 },
          { day: '2027-01-01', value: 4 },
          { day: '2027-01-01', value: 5 },
        ],
      },
    ] as const;
    expect(rowsOf(lines)).toEqual([
      { day: '2026-01-01', values: [[], [3]] },
      { day: '2027-01-01', values: [[2], [4, 5]] },
    ]);
  });
});
