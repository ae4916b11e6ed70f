import type { Handed } from '../../domain/records/preset';
import type { PlanWords, PresetWords } from '../../domain/words/interface';
import { dateText } from '../worksheets/dates';
import { fill } from '../../domain/words/fill';
import type { Titles } from './names';
import { mainRows, type PlanRow } from './plan-in-words';

/** What a programme sets, row by row; what it leaves open is not named. */
export function presetRows(
  handed: Handed,
  words: PresetWords,
  planWords: PlanWords,
  titles: Titles,
): PlanRow[] {
  const { organisation, welcome, contact, worksheets, questions, inputs } = handed;
  const row = (what: string, said: string | undefined): PlanRow[] => (said ? [{ what, said }] : []);
  const away = inputs?.away.map(({ from, to }) =>
    fill(planWords.range, { from: dateText(from), to: dateText(to) }),
  );
  return [
    ...row(words.by, organisation),
    ...row(words.welcome, welcome),
    ...(inputs ? mainRows({ inputs }, planWords) : []),
    ...row(planWords.ends, inputs?.ends && dateText(inputs.ends)),
    ...row(planWords.away, away?.join('\n')),
    ...row(words.contact, contact),
    // A worksheet that this site does not have is not shown on it either.
    ...row(words.worksheets, worksheets.flatMap((id) => titles[id] ?? []).join('\n')),
    ...row(words.questions, questions.join('\n')),
  ];
}
