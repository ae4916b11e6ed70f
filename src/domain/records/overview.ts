import type { Mentorship, Outcome } from './mentorship';
import { isActions, isReceived, newestFirst, type Action, type Sheet } from './sheet';

/** A sheet and when it was last stored. */
export interface KeptSheet {
  readonly sheet: Sheet;
  readonly savedAt: Date;
}

/** Something agreed, with what became of it. */
export interface Agreed {
  readonly action: Action;
  /** The day of the sheet it stands in, as an ISO time. */
  readonly agreed: string;
  readonly outcome: Outcome | 'open';
  /** Still open, and its day has passed. */
  readonly overdue: boolean;
}

const DAY = 24 * 60 * 60 * 1000;

/** A done sheet is no longer "ready for the talk" when the talk must be long past. */
const READY_DAYS = 28;

/** A copy is old when it was made so many days ago and something was written since. */
const COPY_DAYS = 14;

/**
 * All that was agreed in a mentorship: what is open first, the earliest day before all, then what is settled, the
 * newest first. An action that was carried over into a later sheet under its id counts once.
 *
 * @param today the day it is where the person is, "2027-02-14"
 */
export function agreedIn(mentorship: Mentorship, sheets: readonly Sheet[], today: string): Agreed[] {
  const byId = new Map<string, Agreed>();
  for (const sheet of [...sheets].sort((a, b) => a.started.localeCompare(b.started))) {
    if (sheet.mentorship !== mentorship.id) continue;
    for (const { value, private: hidden } of Object.values(sheet.answers)) {
      if (hidden || !isActions(value)) continue;
      for (const action of value) {
        const outcome = outcomeOf(mentorship, action.id);
        const overdue = outcome === 'open' && action.by !== undefined && action.by < today;
        byId.set(action.id, { action, agreed: sheet.started, outcome, overdue });
      }
    }
  }
  const open = (one: Agreed) => (one.outcome === 'open' ? 0 : 1);
  return [...byId.values()].sort(
    (a, b) =>
      open(a) - open(b) ||
      (open(a) === 0
        ? (a.action.by ?? '9').localeCompare(b.action.by ?? '9')
        : b.agreed.localeCompare(a.agreed)),
  );
}

function outcomeOf({ actions }: Mentorship, id: string): Outcome | 'open' {
  return Object.hasOwn(actions, id) ? (actions[id]?.outcome ?? 'open') : 'open';
}

/** A sheet to go on with: one's own that is open, or else one that was called done not long ago. */
export interface Next extends KeptSheet {
  readonly done: boolean;
  /** When it was last written in, or called done. */
  readonly at: Date;
}

/** What is next in a kit, if anything: what was touched last. */
export function nextOf(kept: readonly KeptSheet[], now: Date): Next | undefined {
  const lastFirst = kept
    .filter(({ sheet }) => !isReceived(sheet))
    .map(({ sheet, savedAt }): Next => {
      const done = sheet.done !== undefined;
      return { sheet, savedAt, done, at: sheet.done === undefined ? savedAt : new Date(sheet.done) };
    })
    .sort((a, b) => b.at.getTime() - a.at.getTime());
  return (
    lastFirst.find(({ done }) => !done) ??
    lastFirst.find(({ at }) => at.getTime() >= now.getTime() - READY_DAYS * DAY)
  );
}

/** How it stands with the copy of a kit: none was made, it is old, or nothing needs to be said. */
export function copyState(
  copied: Date | undefined,
  written: Date | undefined,
  now: Date,
): 'never' | 'old' | 'fresh' {
  if (!copied) return written ? 'never' : 'fresh';
  const since = written !== undefined && written > copied;
  return since && now.getTime() - copied.getTime() >= COPY_DAYS * DAY ? 'old' : 'fresh';
}

/** The question at the end of a check-in that keeps the rest small, by the id of its field. */
export const WORTH_IT = 'worth-it';

/**
 * Whether this talk and the one before it of its kind were both called not worth the time, by either of the two: then
 * the next should be lighter, or wait.
 */
export function wasTooMuch(sheets: readonly Sheet[], sheet: Sheet): boolean {
  const [before] = newestFirst(
    sheets.filter(
      (one) =>
        one.mentorship === sheet.mentorship &&
        one.worksheet === sheet.worksheet &&
        one.done !== undefined &&
        one.started < sheet.started,
    ),
  );
  return saidNo(sheet) && before !== undefined && saidNo(before);
}

/** Whether one of the two called it not worth the time. */
export const saidNo = ({ answers }: Sheet): boolean =>
  Object.entries(answers).some(
    ([field, { value }]) => (field === WORTH_IT || field.startsWith(`${WORTH_IT}--`)) && value === 'no',
  );

/** The day that a done sheet names for what comes next, if it lies ahead: "That is all until 14 February." */
export function nextDay(sheet: Sheet, today: string): string | undefined {
  return Object.values(sheet.answers)
    .flatMap(({ value, private: hidden }) =>
      !hidden && typeof value === 'string' && /^\d{4}-\d{2}-\d{2}$/.test(value) && value >= today
        ? [value]
        : [],
    )
    .sort()[0];
}
