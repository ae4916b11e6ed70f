import { mentorshipRecord, newMentorship, type Mentorship } from '../domain/records/mentorship';
import { SETTINGS_ID, settingsRecord } from '../domain/records/settings';
import {
  isReceived,
  lastDone,
  lastReceived,
  mergeParts,
  newestFirst,
  newSheet,
  openSheet,
  sheetRecord,
  type Sheet,
  type SheetPart,
} from '../domain/records/sheet';
import { openRecords, type Records, type SetAside, type Written } from './records';
import { openStorage, type OpenedStorage, type Trouble } from './storage';

/** All that this browser keeps for a person, as the worksheets use it. */
export interface Kit {
  readonly trouble: Trouble | undefined;
  /** Those a sheet can be about, the oldest first: all that are not put away, and the sheet's own. */
  mentorships(sheet: Sheet): Mentorship[];
  /** Id of the mentorship that is open; the one a new sheet belongs to. */
  current(): string;
  setCurrent(mentorship: string): void;
  /**
   * The sheet to go on with for a worksheet, in the mentorship that is open; `named` asks for a certain one, whose
   * mentorship is then open. A new one is not stored yet.
   */
  open(worksheet: string, named?: string): Sheet;
  /** The sheet of that worksheet which was called done last. */
  lastDone(worksheet: string): Sheet | undefined;
  /** The other person's newest sheet of the same worksheet and mentorship. */
  received(sheet: Sheet): Sheet | undefined;
  /** The sheet as it is stored now, and how often it has been written; undefined when it is not. */
  stored(sheet: Sheet): { readonly sheet: Sheet; readonly revision: number } | undefined;
  sheets(): Sheet[];
  /** Whether a newer version of the site wrote this sheet, so that it can be read here but not changed. */
  isNewer(sheet: Sheet): boolean;
  /** When a sheet was last stored; undefined for one that is not stored yet. */
  savedAt(sheet: Sheet): Date | undefined;
  /**
   * Stores the parts of a sheet that changed, on top of what is stored now. A sheet's first words go into the open
   * sheet that another tab has begun meanwhile, if any: what comes back then has that sheet's id.
   *
   * @param base the sheet as this tab last saw it stored: what another tab changed since stays beside what is saved
   */
  save(sheet: Sheet, changed: ReadonlySet<SheetPart>, base?: Sheet): Written<Sheet>;
  /** Calls a sheet done, or takes that back. */
  setDone(sheet: Sheet, done: boolean): Written<Sheet>;
  /** Moves a sheet to the trash for 30 days; false when there was no room to do so. */
  discard(sheet: Sheet): boolean;
  /** Brings a discarded sheet back; false when it is not in the trash, was written anew, or there was no room. */
  restore(sheet: Sheet): boolean;
  damaged(): SetAside[];
  forget(aside: SetAside): void;
}

/** What a kit needs from outside; tests pass their own. */
export interface Surroundings {
  readonly opened?: OpenedStorage;
  readonly now?: () => Date;
  readonly newId?: () => string;
}

/** Opens the kit under a storage name (from `site.yaml`). Never throws: trouble is told, not raised. */
export function openKit(name: string, surroundings: Surroundings = {}): Kit {
  const { opened = openStorage(), now = () => new Date(), newId = randomId } = surroundings;
  const records = openRecords(name, opened, now);
  /** The mentorship that the first keystroke will make. */
  const first = newId();
  const sheets = () => records.all(sheetRecord);
  /** The mentorship chosen in this page, where the choice could not be stored. */
  let chosen: string | undefined;
  const current = () => chosen ?? mentorshipInUse(records) ?? first;

  const setCurrent = (mentorship: string) => {
    const canBeOpen = openMentorships(records).some(({ id }) => id === mentorship);
    if (!canBeOpen || mentorship === current()) return;
    chosen = setCurrentMentorship(records, mentorship) ? undefined : mentorship;
  };

  /** A record exists from its first keystroke, and so does the mentorship it belongs to. */
  const inMentorship = (sheet: Sheet): Sheet => {
    const mentorship = mentorshipFor(records, sheet);
    keepMentorship(records, mentorship, new Date(sheet.started));
    return { ...sheet, mentorship };
  };

  return {
    trouble: records.trouble,
    mentorships: ({ mentorship }) =>
      allMentorships(records).filter(({ id, archived }) => !archived || id === mentorship),
    current,
    setCurrent,
    open(worksheet, named) {
      const all = sheets();
      const asked = all.find(
        (sheet) => sheet.id === named && sheet.worksheet === worksheet && !isReceived(sheet),
      );
      if (asked) setCurrent(asked.mentorship);
      return (
        asked ??
        openSheet(all, worksheet, current()) ??
        newSheet({ id: newId(), worksheet, mentorship: current() }, now())
      );
    },
    lastDone: (worksheet) => lastDone(sheets(), worksheet, current()),
    received: ({ worksheet, mentorship }) => lastReceived(sheets(), worksheet, mentorship),
    stored({ id }) {
      const reading = records.read(sheetRecord, id);
      if (reading.state !== 'ok') return undefined;
      return { sheet: reading.record.data, revision: reading.record.revision };
    },
    sheets,
    isNewer: ({ id }) => records.read(sheetRecord, id).state === 'newer',
    savedAt(sheet) {
      const reading = records.read(sheetRecord, sheet.id);
      return reading.state === 'ok' ? new Date(reading.record.savedAt) : undefined;
    },
    save(written, changed, base) {
      const sheet = inMentorship(written);
      const isFirst = Object.keys(sheet.answers).every((field) => changed.has(`answers.${field}`));
      const begun = isFirst && !records.isStored(sheetRecord, sheet.id);
      const open = begun ? openSheet(sheets(), sheet.worksheet, sheet.mentorship) : undefined;
      if (open && open.id !== sheet.id) {
        return records.write(sheetRecord, open.id, (stored = open) =>
          mergeParts(stored, sheet, changed, undefined),
        );
      }
      return records.write(sheetRecord, sheet.id, (stored) =>
        stored ? mergeParts(stored, sheet, changed, base) : sheet,
      );
    },
    setDone(written, done) {
      const sheet = inMentorship(written);
      return records.write(sheetRecord, sheet.id, (stored = sheet) => {
        const { done: _, ...rest } = stored;
        return done ? { ...rest, done: now().toISOString() } : rest;
      });
    },
    discard: (sheet) => records.discard(sheetRecord, sheet.id),
    restore(sheet) {
      const isBack = records.restore(sheetRecord, sheet.id);
      if (isBack) inMentorship(sheet);
      return isBack;
    },
    damaged: () => records.setAside(),
    forget: (aside) => records.forget(aside),
  };
}

/** All mentorships, the oldest first. */
export const allMentorships = (records: Records): Mentorship[] =>
  records
    .all(mentorshipRecord)
    .sort((a, b) => a.started.localeCompare(b.started) || a.id.localeCompare(b.id));

/** Those that are not put away, the oldest first. */
export const openMentorships = (
  records: Records,
  all: readonly Mentorship[] = allMentorships(records),
): Mentorship[] => all.filter(({ archived }) => !archived);

/**
 * The mentorship that is open: the one that was chosen last, else the oldest; undefined when there is none.
 *
 * @param all every mentorship, where they have been read already
 */
export function currentMentorship(records: Records, all?: readonly Mentorship[]): string | undefined {
  const reading = records.read(settingsRecord, SETTINGS_ID);
  const chosen = reading.state === 'ok' ? reading.record.data.current : undefined;
  const there = openMentorships(records, all);
  return (there.find(({ id }) => id === chosen) ?? there[0])?.id;
}

/** The same; where the record of the only mentorship was lost, its sheets still say which it is. */
export const mentorshipInUse = (records: Records): string | undefined =>
  currentMentorship(records) ?? newestFirst(records.all(sheetRecord))[0]?.mentorship;

/** Sees that a mentorship is there for what is written into it: brings it back from the trash, or makes it. */
export function keepMentorship(records: Records, id: string, started: Date): void {
  if (records.isStored(mentorshipRecord, id) || records.restore(mentorshipRecord, id)) return;
  records.write(mentorshipRecord, id, (stored) => stored ?? newMentorship(id, started));
}

/** Opens a mentorship, in this and all further visits. False: that could not be stored. */
export function setCurrentMentorship(records: Records, current: string): boolean {
  return records.write(settingsRecord, SETTINGS_ID, (stored) => ({ ...stored, current })).state === 'saved';
}

/**
 * The mentorship that a sheet's words go to: its own, brought back when it was deleted in another tab. For a sheet
 * that is stored as little as its mentorship is, that which another tab has made meanwhile.
 */
function mentorshipFor(records: Records, { id, mentorship }: Sheet): string {
  const isItsOwn =
    records.isStored(mentorshipRecord, mentorship) ||
    records.restore(mentorshipRecord, mentorship) ||
    records.isStored(sheetRecord, id);
  return isItsOwn ? mentorship : (currentMentorship(records) ?? mentorship);
}

/** `crypto.randomUUID` exists only on https and localhost; plain http on a local network has getRandomValues. */
export function randomId(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(12));
  return [...bytes].map((byte) => byte.toString(36).padStart(2, '0')).join('');
}
