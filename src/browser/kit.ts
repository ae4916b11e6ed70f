import { mentorshipRecord } from '../domain/records/mentorship';
import {
  lastDone,
  mergeParts,
  newSheet,
  openSheet,
  sheetRecord,
  type Sheet,
  type SheetPart,
} from '../domain/records/sheet';
import { openRecords, type Records, type SetAside, type Written } from './records';
import { openStorage, type OpenedStorage, type Trouble } from './storage';

/** All that this browser keeps for a person, as the pages use it. */
export interface Kit {
  readonly trouble: Trouble | undefined;
  /** The sheet to go on with for a worksheet; `named` asks for a certain one. A new one is not stored yet. */
  open(worksheet: string, named?: string): Sheet;
  /** The sheet of that worksheet which was called done last. */
  lastDone(worksheet: string): Sheet | undefined;
  sheets(): Sheet[];
  /** Whether a newer version of the site wrote this sheet, so that it can be read here but not changed. */
  isNewer(sheet: Sheet): boolean;
  /** When a sheet was last stored; undefined for one that is not stored yet. */
  savedAt(sheet: Sheet): Date | undefined;
  /**
   * Stores the parts of a sheet that changed, on top of what is stored now. A sheet's first words go into the open
   * sheet that another tab has begun meanwhile, if any: what comes back then has that sheet's id.
   */
  save(sheet: Sheet, changed: ReadonlySet<SheetPart>): Written<Sheet>;
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

  const setDone = (sheet: Sheet, done: boolean): Written<Sheet> =>
    records.write(sheetRecord, sheet.id, (stored = sheet) => {
      const { done: _, ...rest } = stored;
      return done ? { ...rest, done: now().toISOString() } : rest;
    });

  return {
    trouble: records.trouble,
    open(worksheet, named) {
      const sheets = records.all(sheetRecord);
      return (
        sheets.find((sheet) => sheet.id === named && sheet.worksheet === worksheet) ??
        openSheet(sheets, worksheet) ??
        newSheet({ id: newId(), worksheet, mentorship: currentMentorship(records, newId) }, now())
      );
    },
    lastDone: (worksheet) => lastDone(records.all(sheetRecord), worksheet),
    sheets: () => records.all(sheetRecord),
    isNewer: ({ id }) => records.read(sheetRecord, id).state === 'newer',
    savedAt(sheet) {
      const reading = records.read(sheetRecord, sheet.id);
      return reading.state === 'ok' ? new Date(reading.record.savedAt) : undefined;
    },
    save(sheet, changed) {
      const isFirst = Object.keys(sheet.answers).every((field) => changed.has(`answers.${field}`));
      const begun = isFirst && !records.isStored(sheetRecord, sheet.id);
      const open = begun ? openSheet(records.all(sheetRecord), sheet.worksheet) : undefined;
      if (open && open.id !== sheet.id)
        return records.write(sheetRecord, open.id, (stored = open) => mergeParts(stored, sheet, changed));
      // A record exists from its first keystroke, and so does the mentorship it belongs to.
      if (!records.isStored(mentorshipRecord, sheet.mentorship)) {
        records.write(mentorshipRecord, sheet.mentorship, () => ({
          id: sheet.mentorship,
          started: sheet.started,
        }));
      }
      return records.write(sheetRecord, sheet.id, (stored) =>
        stored ? mergeParts(stored, sheet, changed) : sheet,
      );
    },
    setDone,
    discard: (sheet) => records.discard(sheetRecord, sheet.id),
    restore: (sheet) => records.restore(sheetRecord, sheet.id),
    damaged: () => records.setAside(),
    forget: (aside) => records.forget(aside),
  };
}

/** The one mentorship there is, or the id of the one that the first keystroke will make. */
function currentMentorship(records: Records, newId: () => string): string {
  return records.all(mentorshipRecord)[0]?.id ?? newId();
}

/** `crypto.randomUUID` exists only on https and localhost; plain http on a local network has getRandomValues. */
function randomId(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(12));
  return [...bytes].map((byte) => byte.toString(36).padStart(2, '0')).join('');
}
