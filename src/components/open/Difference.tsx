import type { Differing } from '../../domain/parcels/merge';
import { answerOf, isSame, type Answer } from '../../domain/records/sheet';
import { fill } from '../../domain/words/fill';
import type { KitWords, OpenWords, PlanWords, ProgrammeWords } from '../../domain/words/interface';
import { inWords } from '../../domain/worksheets/answers';
import { sideBySide } from '../../domain/worksheets/compare';
import { mentorshipName, programmeName, type Titles } from '../kit/names';
import { allRows, type PlanRow } from '../kit/plan-in-words';
import { presetRows } from '../kit/preset-in-words';
import { dateText } from '../worksheets/dates';
import { programmeRows } from './programme-rows';

interface Props {
  readonly record: Differing;
  readonly words: OpenWords;
  readonly kitWords: KitWords;
  readonly planWords: PlanWords;
  readonly programmeWords: ProgrammeWords;
  readonly titles: Titles;
}

/** What a record is called in a list of those that differ. */
export function nameOf(
  record: Differing,
  titles: Titles,
  kitWords: KitWords,
  words: OpenWords,
  { preset }: ProgrammeWords,
): string {
  switch (record.kind) {
    case 'mentorship':
      return mentorshipName(record.mine, kitWords);
    case 'question':
      return record.mine.text;
    case 'plan':
      return words.plan;
    case 'preset':
      return fill(preset.name, { programme: record.mine.handed.name });
    case 'programme':
      return programmeName(record.mine, preset);
    case 'sheet': {
      const { worksheet, started } = record.mine;
      const title = titles[worksheet] ?? kitWords.unknownSheet;
      return fill(words.changedOn, { title, date: dateText(started) });
    }
  }
}

/** What is here and what is in the copy, beside each other. Private answers are named, not shown. */
export function Difference(props: Props) {
  const { words } = props;
  const rows = rowsOf(props);
  return (
    <dl className="difference">
      {rows.map(({ what, here, there }) => (
        <div key={what}>
          <dt>{what}</dt>
          <dd>
            <b>{words.here}</b> <span className="written">{here}</span>
          </dd>
          <dd>
            <b>{words.inFile}</b> <span className="written">{there}</span>
          </dd>
        </div>
      ))}
    </dl>
  );
}

interface Row {
  readonly what: string;
  readonly here: string;
  readonly there: string;
}

/** Rows of two things that differ, each with what stands on either side; a row that one lacks is there all the same. */
function besides(mine: readonly PlanRow[], theirs: readonly PlanRow[], words: OpenWords): Row[] {
  const said = (rows: readonly PlanRow[], what: string) =>
    rows.find((row) => row.what === what)?.said ?? words.nothingSaid;
  return [...new Set([...mine, ...theirs].map(({ what }) => what))]
    .map((what) => ({ what, here: said(mine, what), there: said(theirs, what) }))
    .filter(({ here, there }) => here !== there);
}

function rowsOf({ record, words, kitWords, planWords, programmeWords, titles }: Props): Row[] {
  if (record.kind === 'question') {
    return [{ what: words.question, here: record.mine.text, there: record.theirs.text }];
  }
  if (record.kind === 'plan') {
    const theirs = allRows(record.theirs, planWords);
    return allRows(record.mine, planWords).flatMap(({ what, said }, at): Row[] => {
      const there = theirs[at]?.said ?? planWords.nothing;
      return said === there ? [] : [{ what, here: said, there }];
    });
  }
  if (record.kind === 'preset') {
    const rows = ({ handed }: typeof record.mine) =>
      presetRows(handed, programmeWords.preset, planWords, titles);
    return besides(rows(record.mine), rows(record.theirs), words);
  }
  if (record.kind === 'programme') {
    return besides(
      programmeRows(record.mine, programmeWords, planWords, titles),
      programmeRows(record.theirs, programmeWords, planWords, titles),
      words,
    );
  }
  if (record.kind === 'mentorship') {
    const { mine, theirs } = record;
    const labels = {
      other: kitWords.other,
      me: kitWords.me,
      side: kitWords.side,
      rhythm: kitWords.rhythm,
      begins: kitWords.begins,
      ends: kitWords.ends,
    } as const;
    const said = (one: typeof mine, key: keyof typeof labels) => {
      if (key === 'side') return one.side && kitWords[one.side];
      if (key === 'rhythm') return one.rhythm && kitWords.rhythms[one.rhythm];
      return one[key];
    };
    const put = ({ archived }: typeof mine) => (archived === undefined ? words.inUse : kitWords.archived);
    const rows = (Object.keys(labels) as (keyof typeof labels)[])
      .filter((key) => mine[key] !== theirs[key])
      .map((key) => ({
        what: labels[key],
        here: said(mine, key) ?? words.nothingSaid,
        there: said(theirs, key) ?? words.nothingSaid,
      }));
    if (mine.archived !== theirs.archived) {
      rows.push({ what: words.state, here: put(mine), there: put(theirs) });
    }
    const outcomes = ({ actions }: typeof mine) => String(Object.keys(actions).length);
    return isSame(mine.actions, theirs.actions)
      ? rows
      : [...rows, { what: kitWords.actions, here: outcomes(mine), there: outcomes(theirs) }];
  }
  const { mine, theirs } = record;
  const text = (answer: Answer | undefined) =>
    answer
      ? [...inWords(undefined, answer.value), ...(answer.deeper ? [answer.deeper.value] : [])].join('\n')
      : words.nothingSaid;
  // What is private on one side is not shown of the other either: they may say the same.
  const isHidden = (id: string) => [mine, theirs].some((sheet) => answerOf(sheet, id)?.private);
  const open = sideBySide(mine, theirs, [])
    .filter((pair) => !isHidden(pair.id) && !isSame(pair.mine, pair.theirs))
    .map((pair) => ({ what: pair.asked, here: text(pair.mine), there: text(pair.theirs) }));
  const hidden = Object.entries<Answer>({ ...theirs.answers, ...mine.answers }).filter(
    ([id]) => isHidden(id) && !isSame(answerOf(mine, id), answerOf(theirs, id)),
  );
  const secret = hidden.map(([, { asked }]) => ({
    what: asked,
    here: words.privateHere,
    there: words.privateHere,
  }));
  const state = ({ done, started }: typeof mine) =>
    done === undefined
      ? fill(kitWords.stateOpen, { date: dateText(started) })
      : fill(kitWords.stateDone, { date: dateText(done) });
  const side = (one: typeof mine) => (one.side ? kitWords[one.side] : words.nothingSaid);
  return [
    ...open,
    ...secret,
    ...(mine.side === theirs.side ? [] : [{ what: kitWords.side, here: side(mine), there: side(theirs) }]),
    ...(mine.done === theirs.done ? [] : [{ what: words.state, here: state(mine), there: state(theirs) }]),
  ];
}
