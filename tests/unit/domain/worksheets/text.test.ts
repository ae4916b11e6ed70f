import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fromForm, toForm } from '../../../../src/domain/worksheets/answers';
import { shownAnswers } from '../../../../src/domain/worksheets/shown';
import { scaleInWords, sheetAsText } from '../../../../src/domain/worksheets/text';
import { anySheet, sections, sheetWith } from './samples';

const words = {
  title: 'Before we talk',
  mentor: 'Mentor',
  mentee: 'Mentee',
  scaleMark: '{n} of 5',
  dayText: (day: string) => `the day ${day}`,
  date: '3 February 2026',
};
const asText = (answers: Parameters<typeof sheetWith>[0], part: Parameters<typeof sheetWith>[1] = {}) =>
  sheetAsText(sheetWith(answers, part), sections, words);

describe('a sheet as plain text', () => {
  it('reads like a letter: each question on a line, its answer below', () => {
    const text = asText(
      {
        some: { asked: 'What helps?', value: ['focus', 'resources'] },
        long: { asked: 'Tell it at length.', value: 'We start late.\nThe end is rushed.' },
        ease: { asked: 'How easy?', value: 2 },
        one: { asked: 'Which day?', value: 'tue' },
        next: { asked: 'When next?', value: '2026-04-14' },
        gone: { asked: 'How was the weather?', value: 'Wet' },
      },
      { side: 'mentee' },
    );
    expect(text).toBe(`Before we talk (Mentee)
3 February 2026

Tell it at length.
We start late.
The end is rushed.

How easy?
2 of 5 (1: Hard, 5: Easy)

Which day?
Tuesday

What helps?
- Focus
- Resources

When next?
the day 2026-04-14

How was the weather?
Wet
`);
  });

  it('names no side when none was said', () => {
    expect(asText({})).toBe('Before we talk\n3 February 2026\n');
  });

  it('has a taken deeper question below the answer', () => {
    const deeper = { asked: 'What else happened?', value: 'The labels.' };
    expect(asText({ long: { asked: 'Tell it.', value: 'fine', deeper } })).toContain(
      'Tell it.\nfine\n\nWhat else happened?\nThe labels.\n',
    );
  });

  it('leaves out a deeper question that was not answered', () => {
    const deeper = { asked: 'What else happened?', value: '' };
    expect(asText({ long: { asked: 'Tell it.', value: 'fine', deeper } })).not.toContain(
      'What else happened?',
    );
  });

  it('has marks, quotes and tags as they were typed', () => {
    const value = '<script>alert("x")</script> & {n} $& — “fine”';
    expect(asText({ long: { asked: 'Tell it.', value } })).toContain(`\n${value}\n`);
  });

  it('asks as it was asked when it was answered, not as the worksheet asks now', () => {
    expect(asText({ long: { asked: 'In the old words?', value: 'x' } })).toContain('In the old words?\nx\n');
  });

  it('has words on a scale as words, left from before the field became a scale', () => {
    expect(asText({ ease: { asked: 'How easy?', value: 'Not very' } })).toContain('How easy?\nNot very\n');
  });
});

describe('actions in the text', () => {
  it('stand in a list: what, who, by when', () => {
    const value = [
      { id: 'a1', what: 'Phones off', who: 'Both', by: '2026-05-01' },
      { id: 'a2', what: 'One topic a meeting', who: '' },
    ];
    expect(asText({ gone: { asked: 'What do we change?', value } })).toContain(
      'What do we change?\n- Phones off · Both · the day 2026-05-01\n- One topic a meeting\n',
    );
  });
});

describe('words of other tabs that wait to be chosen from', () => {
  const deeper = { asked: 'Why?', value: 'The labels.' };

  it('stand below one’s own, under the same question', () => {
    const others = [{ value: 'It drags.', deeper }, { value: 'The phone.' }];
    expect(asText({ long: { asked: 'Tell it.', value: 'We start late.', others } })).toContain(
      'Tell it.\nWe start late.\nIt drags.\n\nWhy?\nThe labels.\nThe phone.\n',
    );
  });

  it('are marks and options in words too', () => {
    const text = asText({
      ease: { asked: 'How easy?', value: 2, others: [{ value: 5 }] },
      some: { asked: 'What helps?', value: ['focus'], others: [{ value: ['support'] }] },
    });
    expect(text).toContain('2 of 5 (1: Hard, 5: Easy)\n5 of 5 (1: Hard, 5: Easy)\n');
    expect(text).toContain('- Focus\n- Support\n');
  });

  it('are not in the text of a private answer', () => {
    const others = [{ value: 'I want to stop', deeper }];
    expect(asText({ long: { asked: 'Tell it.', value: 'x', private: true, others } })).toBe(asText({}));
    expect(asText({ mine: { asked: 'What is hard?', value: 'x', others } })).toBe(asText({}));
  });
});

describe('private answers', () => {
  const secret = 'I want to stop';

  it('in a private field are never in the text', () => {
    expect(asText({ mine: { asked: 'What is hard to say?', value: secret } })).toBe(asText({}));
  });

  it('made private by their writer are never in the text, their deeper question neither', () => {
    const deeper = { asked: 'Since when?', value: secret };
    expect(asText({ long: { asked: 'Tell it.', value: secret, deeper, private: true } })).toBe(asText({}));
  });

  it('are still not in the text when their field was taken out of the worksheet', () => {
    const values = { answers: { mine: { value: secret } } };
    const sheet = fromForm(sheetWith({}), values, sections);
    const later = sections.map((section) => ({
      ...section,
      fields: section.fields.filter(({ id }) => id !== 'mine'),
    }));
    expect(sheetAsText(sheet, later, words)).not.toContain(secret);
    expect(shownAnswers(sheet, later)).toEqual([]);
  });

  it('change nothing in the text, whatever the sheet holds', () => {
    fc.assert(
      fc.property(anySheet, (sheet) => {
        const open = shownAnswers(sheet, sections);
        const without = { ...sheet, answers: Object.fromEntries(open.map(({ id, answer }) => [id, answer])) };
        expect(sheetAsText(sheet, sections, words)).toBe(sheetAsText(without, sections, words));
      }),
    );
  });
});

describe('every open answer is in the text', () => {
  it('whole, in the order in which it is shown', () => {
    fc.assert(
      fc.property(anySheet, (sheet) => {
        const text = sheetAsText(sheet, sections, words);
        let from = 0;
        for (const { answer } of shownAnswers(sheet, sections)) {
          for (const part of [answer.asked, ...(typeof answer.value === 'string' ? [answer.value] : [])]) {
            if (part === 'mon' || part === 'tue') continue;
            const at = text.indexOf(part, from);
            expect(at).toBeGreaterThanOrEqual(from);
            from = at + part.length;
          }
        }
      }),
    );
  });

  it('also after the sheet went through its form', () => {
    fc.assert(
      fc.property(anySheet, (sheet) => {
        const again = fromForm(sheet, toForm(sheet, sections), sections);
        expect(sheetAsText(again, sections, words)).toBe(sheetAsText(sheet, sections, words));
      }),
    );
  });
});

it('a mark is said with both its ends', () => {
  expect(scaleInWords(2, { low: 'I keep it to myself', high: 'I just say it' }, '{n} of 5')).toBe(
    '2 of 5 (1: I keep it to myself, 5: I just say it)',
  );
});
