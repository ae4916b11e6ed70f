import type { Outcome } from '../records/mentorship';
import { escaped, saidAsMarkdown } from '../worksheets/markdown';
import { saidIn } from '../worksheets/shown';
import type { LookBack, Plate, Question, Voice } from './look-back';
import { rowsOf } from './rows';

/** Words that a look back needs beside those of the people. */
export interface LookBackWords {
  readonly title: string;
  /** Whom it is about, how many check-ins, how many minutes: each a line. */
  readonly lines: readonly string[];
  readonly agreed: string;
  readonly outcomes: Readonly<Record<Outcome | 'open', string>>;
  readonly marks: string;
  readonly words: string;
  readonly date: string;
  readonly voices: Readonly<Record<Voice, string>>;
  readonly unknownSheet: string;
  readonly oldAnswer: string;
  /** With {n}: "{n} of 5". */
  readonly scaleMark: string;
  readonly lowEnd: (text: string) => string;
  readonly highEnd: (text: string) => string;
  /** Who does it, by when. */
  readonly whoBy: (who: string, by: string | undefined) => string;
  readonly dayText: (day: string) => string;
}

/** All that looking back shows, as Markdown. What people wrote shows as they wrote it. */
export function lookBackAsMarkdown(back: LookBack, words: LookBackWords): string {
  const agreed = back.agreed.map(({ action, outcome }) => {
    const who = words.whoBy(action.who, action.by);
    return `- ${words.outcomes[outcome]}: ${[action.what, who].filter(Boolean).map(oneLine).join(' · ')}`;
  });
  const marks = back.marks.flatMap(({ title, plates }) => [
    `### ${oneLine(title)}`,
    ...plates.flatMap((plate) => plateAsMarkdown(plate, words)),
  ]);
  const said = back.words.flatMap(({ title, questions }) => [
    `### ${oneLine(title ?? words.unknownSheet)}`,
    ...questions.flatMap((question) => questionAsMarkdown(question, words)),
  ]);
  const part = (title: string, lines: readonly string[]) =>
    lines.length > 0 ? [`## ${title}`, ...lines] : [];
  return `${[
    `# ${oneLine(words.title)}`,
    ...words.lines.map(oneLine),
    ...part(words.agreed, agreed.length > 0 ? [agreed.join('\n')] : []),
    ...part(words.marks, marks),
    ...part(words.words, said),
  ].join('\n\n')}\n`;
}

/** A scale as a table: a row for each day, a column for each voice. */
function plateAsMarkdown({ asked, ends, lines }: Plate, words: LookBackWords): string[] {
  const rows = rowsOf(lines).map(({ day, values }) =>
    row([words.dayText(day), ...values.map((marks) => marks.join(', '))]),
  );
  return [
    `#### ${oneLine(asked)}`,
    oneLine(`${words.lowEnd(ends.low)} · ${words.highEnd(ends.high)}`),
    [
      row([words.date, ...lines.map(({ voice }) => words.voices[voice])]),
      `|${' --- |'.repeat(lines.length + 1)}`,
      ...rows,
    ].join('\n'),
  ];
}

const row = (cells: readonly string[]) => `| ${cells.map(oneLine).join(' | ')} |`;

function questionAsMarkdown({ asked, isOld, days }: Question, words: LookBackWords): string[] {
  return [
    `#### ${oneLine(asked)}`,
    ...(isOld ? [oneLine(words.oldAnswer)] : []),
    ...days.flatMap(({ day, words: all }) =>
      all.flatMap(({ voice, field, answer, asked: then }) => [
        `##### ${oneLine(`${words.dayText(day)}, ${words.voices[voice]}`)}`,
        ...(then === undefined ? [] : [`*${oneLine(then)}*`]),
        ...saidIn(answer).flatMap((said) => saidAsMarkdown(field, said, words, '######')),
      ]),
    ),
  ];
}

/** For a heading, a cell or an item of a list: what would begin a line of its own must not. */
const oneLine = (text: string): string => escaped(text.replace(/\s*[\r\n]+\s*/g, ' ').trim());
