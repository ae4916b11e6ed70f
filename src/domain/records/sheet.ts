import * as z from 'zod/mini';
import { id, time, type RecordType } from './envelope';

export const SIDES = ['mentor', 'mentee'] as const;
export type Side = (typeof SIDES)[number];

const answer = z.object({
  /** The question as it was asked, so that an answer outlives a change of the worksheet. */
  asked: z.string(),
  /** Text, a mark of a scale from 1 to 5, one option's id, or several. */
  value: z.union([z.string(), z.number(), z.array(z.string())]),
  /** A deeper question that was taken up, and what was written under it. */
  deeper: z.optional(z.object({ asked: z.string(), value: z.string() })),
  /** Kept to this form and to the person's own backup. */
  private: z.optional(z.boolean()),
});

const sheet = z.object({
  id,
  /** Id of the worksheet it fills in. */
  worksheet: id,
  /** Id of the mentorship it belongs to. */
  mentorship: id,
  side: z.optional(z.enum(SIDES)),
  /** When the first word was written, and when the person called it done; ISO times in UTC. */
  started: time,
  done: z.optional(time),
  /** Answers by field id. An empty answer is left out. */
  answers: z.record(z.string(), answer),
  /** Ids of fields whose answer was met with a deeper question, so that two a sheet stays two. */
  nudged: z.array(z.string()),
});

export type Answer = z.infer<typeof answer>;
export type Sheet = z.infer<typeof sheet>;
export type AnswerValue = Answer['value'];

export const sheetRecord: RecordType<Sheet> = { kind: 'sheet', format: 1, schema: sheet, migrations: [] };

/** The parts of a sheet that a form changes; each is merged on its own when two tabs write. */
export type SheetPart = 'side' | 'nudged' | `answers.${string}`;

/** A sheet with nothing written in it yet. */
export function newSheet(known: Pick<Sheet, 'id' | 'worksheet' | 'mentorship'>, now: Date): Sheet {
  return { ...known, started: now.toISOString(), answers: {}, nudged: [] };
}

/**
 * Takes only the parts this form changed over into the sheet as it is stored now, so that another tab's
 * words in other fields stay. A part that is gone from `mine` is taken out.
 */
export function mergeParts(stored: Sheet, mine: Sheet, changed: ReadonlySet<SheetPart>): Sheet {
  const merged: Sheet = { ...stored, answers: { ...stored.answers } };
  for (const part of changed) {
    if (part === 'side') {
      if (mine.side) merged.side = mine.side;
      else delete merged.side;
    } else if (part === 'nudged') {
      merged.nudged = [...new Set([...stored.nudged, ...mine.nudged])];
    } else {
      const id = part.slice('answers.'.length);
      const answer = answerOf(mine, id);
      if (answer) merged.answers[id] = answer;
      else delete merged.answers[id];
    }
  }
  return merged;
}

/** The answer to a field, if there is one; a field may be called "constructor" and must not find an object's own. */
export function answerOf(sheet: Sheet, field: string): Answer | undefined {
  return Object.hasOwn(sheet.answers, field) ? sheet.answers[field] : undefined;
}

/** Whether anything at all is written in a sheet. */
export function isBlank(sheet: Sheet): boolean {
  return Object.keys(sheet.answers).length === 0;
}

/** The sheet to go on with: the newest of one worksheet that is not done, if any. */
export function openSheet(sheets: readonly Sheet[], worksheet: string): Sheet | undefined {
  return newest(sheets.filter((sheet) => sheet.worksheet === worksheet && !sheet.done));
}

/** The sheet of one worksheet that was called done last, if any. */
export function lastDone(sheets: readonly Sheet[], worksheet: string): Sheet | undefined {
  return sheets
    .filter((sheet) => sheet.worksheet === worksheet && sheet.done)
    .sort((a, b) => (b.done ?? '').localeCompare(a.done ?? ''))[0];
}

function newest(sheets: readonly Sheet[]): Sheet | undefined {
  return [...sheets].sort((a, b) => b.started.localeCompare(a.started))[0];
}
