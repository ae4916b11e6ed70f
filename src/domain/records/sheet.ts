import * as v from 'valibot';
import { day, id, time, type RecordType } from './envelope';
import { SIDES } from './mentorship';

/** Something agreed: what, who does it, by when. What became of it is kept with the mentorship, under its id. */
const action = v.object({ id, what: v.string(), who: v.string(), by: v.exactOptional(day) });

/** Words in answer to one field. */
const said = {
  /** Text, a mark of a scale from 1 to 5, one option's id, several, or actions. */
  value: v.union([v.string(), v.number(), v.array(v.string()), v.array(action)]),
  /** A deeper question that was taken up, and what was written under it. */
  deeper: v.exactOptional(v.object({ asked: v.string(), value: v.string() })),
};

const answer = v.object({
  /** The question as it was asked, so that an answer outlives a change of the worksheet. */
  asked: v.string(),
  /** The question was drawn or written for this sheet, and stays also while nobody has answered it. */
  drawn: v.exactOptional(v.literal(true)),
  ...said,
  /** Kept to this form and to the person's own backup. */
  private: v.exactOptional(v.boolean()),
  /** What was written in the same field in other tabs meanwhile, until the person chooses. */
  others: v.exactOptional(v.array(v.object(said))),
});

/** A talk as the page leads it. */
const talk = v.object({
  /** How many minutes it was begun with. */
  minutes: v.number(),
  /** Whether it is led now: section by section, or all is shown. */
  led: v.boolean(),
  /** Id of the section that is being talked about, and which turn of it, from 0. */
  at: v.string(),
  turn: v.number(),
  /** Seconds that were spent on it so far. */
  spent: v.number(),
});

const sheet = v.object({
  id,
  /** Id of the worksheet it fills in. */
  worksheet: id,
  /** Id of the mentorship it belongs to. */
  mentorship: id,
  side: v.exactOptional(v.picklist(SIDES)),
  /** When the first word was written, and when the person called it done; ISO times in UTC. */
  started: time,
  done: v.exactOptional(time),
  /** Answers by field id. An empty answer is left out. */
  answers: v.record(v.string(), answer),
  /** Ids of fields whose answer was met with a deeper question, so that two a sheet stays two. */
  nudged: v.array(v.string()),
  /** How far a talk that the page leads has come. */
  talk: v.exactOptional(talk),
  /** Id of the kit it was written in and when it came, for a sheet of the other person: it is only read here. */
  from: v.exactOptional(v.object({ kit: id, at: time })),
});

export type Action = v.InferOutput<typeof action>;
export type Answer = v.InferOutput<typeof answer>;
export type Sheet = v.InferOutput<typeof sheet>;
export type TalkSoFar = v.InferOutput<typeof talk>;
export type AnswerValue = Answer['value'];
/** Words of a field without its question. */
export type Said = Pick<Answer, 'value' | 'deeper'>;

export const sheetRecord: RecordType<Sheet> = {
  kind: 'sheet',
  format: 3,
  schema: sheet,
  // Format 2 brought actions, words of other tabs and sheets of the other person, format 3 talks that the page leads
  // and questions that were drawn.
  // What was there stays as it is.
  migrations: [(first) => first, (second) => second],
};

/** The parts of a sheet that a form changes; each is merged on its own when two tabs write. */
export type SheetPart = 'side' | 'nudged' | 'talk' | `answers.${string}`;

/** A sheet with nothing written in it yet. */
export function newSheet(known: Pick<Sheet, 'id' | 'worksheet' | 'mentorship'>, now: Date): Sheet {
  return { ...known, started: now.toISOString(), answers: {}, nudged: [] };
}

/**
 * Takes only the parts this form changed over into the sheet as it is stored now, so that another tab's
 * words in other fields stay. A part that is gone from `mine` is taken out. Where another tab changed the same
 * field since `base`, the sheet as this form last saw it stored, both stay until the person chooses.
 */
export function mergeParts(
  stored: Sheet,
  mine: Sheet,
  changed: ReadonlySet<SheetPart>,
  base: Sheet | undefined,
): Sheet {
  const merged: Sheet = { ...stored, answers: { ...stored.answers } };
  for (const part of changed) {
    if (part === 'side') {
      if (mine.side) merged.side = mine.side;
      else delete merged.side;
    } else if (part === 'talk') {
      if (mine.talk) merged.talk = mine.talk;
    } else if (part === 'nudged') {
      merged.nudged = [...new Set([...stored.nudged, ...mine.nudged])];
    } else {
      const id = part.slice('answers.'.length);
      const answer = mergeAnswer(answerOf(stored, id), answerOf(mine, id), base && answerOf(base, id));
      if (answer && !isEmpty(answer)) merged.answers[id] = answer;
      else delete merged.answers[id];
    }
  }
  return merged;
}

/** Whether nothing is left in an answer: no words of one's own, none to choose from, and no question that was drawn. */
const isEmpty = ({ value, deeper, others, drawn }: Answer): boolean =>
  (value === '' || (Array.isArray(value) && value.length === 0)) &&
  !deeper?.value &&
  !others?.length &&
  !drawn;

/** One field, changed here from `was` to `mine` and stored as `theirs` meanwhile. */
function mergeAnswer(
  theirs: Answer | undefined,
  mine: Answer | undefined,
  was: Answer | undefined,
): Answer | undefined {
  if (!theirs || isSame(theirs, was)) return mine;
  if (!mine) return theirs;
  // What stood there before was changed here knowingly; only what came since is news.
  const seen = was ? wordsIn(was) : [];
  const news = wordsIn(theirs).filter((said) => !seen.some((one) => isSame(one, said)));
  const others = [...wordsIn(mine).slice(1), ...news].filter(
    (said, at, all) =>
      !holds(mine, said) &&
      // Of two that say the same, or of which one says it all, one is enough to choose from.
      !all.some((one, place) => place !== at && holds(one, said) && (place < at || !holds(said, one))),
  );
  const { others: _, ...rest } = mine;
  return {
    ...rest,
    ...(others.length > 0 && { others }),
    // What one tab calls private stays so: nothing gets out because two tabs were open.
    ...((mine.private || theirs.private) && { private: true }),
  };
}

/** All that stands in an answer, its own words first. */
const wordsIn = (answer: Answer): Said[] =>
  [answer, ...(answer.others ?? [])].map(({ value, deeper }) => ({ value, ...(deeper && { deeper }) }));

/** Whether all that was said stands in an answer already, so that there is nothing to choose between. */
function holds(answer: Said, { value, deeper }: Said): boolean {
  const inText = (text: unknown, part: unknown) =>
    typeof text === 'string' && typeof part === 'string' ? text.includes(part) : isSame(text, part);
  return inText(answer.value, value) && (!deeper || inText(answer.deeper?.value ?? '', deeper.value));
}

/** Whether two stored values are alike, whatever the order of their keys. */
export function isSame(a: unknown, b: unknown): boolean {
  if (a === b) return true;
  if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null) return false;
  if (Array.isArray(a) !== Array.isArray(b)) return false;
  const keys = Object.keys(a);
  return (
    keys.length === Object.keys(b).length &&
    keys.every((key) => Object.hasOwn(b, key) && isSame(a[key as keyof typeof a], b[key as keyof typeof b]))
  );
}

/**
 * An answer after the person has chosen between the tabs' words: their own as it stands, all of them (text below
 * text; of marks and dates there can be one only, then their own), or one of the others by its place.
 */
export function chosen(answer: Answer, choice: 'own' | 'all' | number): Answer {
  const { others = [], ...own } = answer;
  if (choice === 'own') return own;
  if (choice === 'all') return others.reduce<Answer>(joined, own);
  const other = others[choice];
  if (!other) return answer;
  const { deeper: _, ...rest } = own;
  return { ...rest, ...other };
}

function joined(answer: Answer, { value, deeper }: Said): Answer {
  const below =
    deeper && answer.deeper
      ? { ...answer.deeper, value: join(answer.deeper.value, deeper.value) }
      : (deeper ?? answer.deeper);
  return { ...answer, value: join(answer.value, value), ...(below && { deeper: below }) };
}

function join<Value extends AnswerValue>(mine: Value, theirs: Value): Value;
function join(mine: AnswerValue, theirs: AnswerValue): AnswerValue {
  if (typeof mine === 'string' && typeof theirs === 'string')
    return [mine, theirs].filter(Boolean).join('\n');
  if (isOptions(mine) && isOptions(theirs)) return [...new Set([...mine, ...theirs])];
  if (isActions(mine) && isActions(theirs)) {
    return [...mine, ...theirs.filter(({ id }) => !mine.some((one) => one.id === id))];
  }
  return mine;
}

/** An answer of one or more options. An empty list is one of neither kind and of both. */
export const isOptions = (value: AnswerValue): value is string[] =>
  Array.isArray(value) && value.every((one) => typeof one === 'string');

export const isActions = (value: AnswerValue): value is Action[] =>
  Array.isArray(value) && value.every((one) => typeof one === 'object');

/** The answer to a field, if there is one; a field may be called "constructor" and must not find an object's own. */
export function answerOf(sheet: Sheet, field: string): Answer | undefined {
  return Object.hasOwn(sheet.answers, field) ? sheet.answers[field] : undefined;
}

/** Whether anything at all is written in a sheet. */
export function isBlank(sheet: Sheet): boolean {
  return Object.keys(sheet.answers).length === 0;
}

/** Whether a sheet came from the other person; it is only read here. */
export const isReceived = ({ from }: Sheet): boolean => from !== undefined;

/**
 * Whether a sheet of the other person is still folded: until one's own of the same worksheet is done, so that each
 * writes unseen. Nothing that stands in it is shown till then.
 */
export const isFolded = (sheet: Sheet, all: readonly Sheet[]): boolean =>
  isReceived(sheet) &&
  !all.some(
    (own) => !isReceived(own) && own.done !== undefined && isOf(own, sheet.worksheet, sheet.mentorship),
  );

/** The sheet to go on with: the newest of one worksheet and mentorship that is one's own and not done, if any. */
export function openSheet(
  sheets: readonly Sheet[],
  worksheet: string,
  mentorship: string,
): Sheet | undefined {
  return newestFirst(ownSheets(sheets, worksheet, mentorship).filter(({ done }) => !done))[0];
}

/** The sheet of one worksheet and mentorship that was called done last, if any. */
export function lastDone(sheets: readonly Sheet[], worksheet: string, mentorship: string): Sheet | undefined {
  return ownSheets(sheets, worksheet, mentorship)
    .filter(({ done }) => done)
    .sort((a, b) => (b.done ?? '').localeCompare(a.done ?? '') || a.id.localeCompare(b.id))[0];
}

/** The other person's newest sheet of one worksheet in one mentorship, if one came. */
export function lastReceived(
  sheets: readonly Sheet[],
  worksheet: string,
  mentorship: string,
): Sheet | undefined {
  return newestFirst(sheets.filter((sheet) => isReceived(sheet) && isOf(sheet, worksheet, mentorship)))[0];
}

const isOf = (sheet: Sheet, worksheet: string, mentorship: string) =>
  sheet.worksheet === worksheet && sheet.mentorship === mentorship;

const ownSheets = (sheets: readonly Sheet[], worksheet: string, mentorship: string) =>
  sheets.filter((sheet) => !isReceived(sheet) && isOf(sheet, worksheet, mentorship));

/** By the day they were begun, the newest first; in one order, however a browser lists its keys. */
export const newestFirst = (sheets: readonly Sheet[]): Sheet[] =>
  [...sheets].sort((a, b) => b.started.localeCompare(a.started) || a.id.localeCompare(b.id));
