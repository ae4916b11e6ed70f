import { planRecord, type Plan } from '../domain/cadence/plan';
import { readRecord, RECORD_KINDS, type RecordKind, type RecordType } from '../domain/records/envelope';
import {
  mentorshipRecord,
  newMentorship,
  withChange,
  withOutcome,
  type Mentorship,
  type MentorshipChange,
  type Outcome,
} from '../domain/records/mentorship';
import type { KeptSheet } from '../domain/records/overview';
import { presetRecord, type Preset } from '../domain/records/preset';
import { programmeRecord, type Programme } from '../domain/records/programme';
import { questionRecord, type OwnQuestion } from '../domain/records/question';
import { SETTINGS_ID, settingsRecord } from '../domain/records/settings';
import { sheetRecord, type Sheet } from '../domain/records/sheet';
import { RECORD_TYPES } from '../domain/records/types';
import { allMentorships, currentMentorship, randomId, setCurrentMentorship, type Surroundings } from './kit';
import { lyingRecords, lyingSheets, mentorshipsOf, sheetsOf, type LyingRecord } from './lying-sheets';
import { whenOthersWrite } from './other-tabs';
import { presetOf } from './presets';
import { keysUnder, openRecords, trashed, type SetAside } from './records';
import { openStorage, type Trouble } from './storage';

/** All there is, as the page shows it. */
export interface KitView {
  /** The oldest first, those put away among them. */
  readonly mentorships: readonly Mentorship[];
  readonly current: string | undefined;
  /** Those of the mentorship that is looked at. */
  readonly sheets: readonly KeptSheet[];
  /** What a programme set for the mentorship that is looked at. */
  readonly preset: Preset | undefined;
  /** When a sheet of any mentorship was last written in. */
  readonly written: Date | undefined;
  readonly trash: readonly Deleted[];
  /** Records that cannot be read: damaged, or written by a newer version of the site. */
  readonly unread: readonly SetAside[];
  readonly newer: readonly SetAside[];
  /** When everything was last downloaded. */
  readonly copied: Date | undefined;
}

/** Which record something is. */
export interface Ref {
  readonly kind: RecordKind;
  readonly id: string;
}

/** Something in the trash, with all that was deleted along with it. */
export interface Deleted {
  readonly what: readonly Ref[];
  readonly deletedAt: Date;
  /** What it was, as far as it can be read. */
  readonly sheet: Sheet | undefined;
  readonly mentorship: Mentorship | undefined;
  readonly question: OwnQuestion | undefined;
  readonly plan: Plan | undefined;
  readonly preset: Preset | undefined;
  readonly programme: Programme | undefined;
}

/** The kit as its own page uses it: to look through, name, delete, bring back. Nothing throws; false says it failed. */
export interface MyKit {
  readonly trouble: Trouble | undefined;
  /** @param lookedAt the mentorship whose sheets are wanted; the current one when left out or gone */
  view(lookedAt?: string): KitView;
  change(mentorship: string, change: MentorshipChange): boolean;
  setOutcome(mentorship: string, action: string, outcome: Outcome | undefined): boolean;
  /** Adds a mentorship and opens it. */
  add(): boolean;
  setCurrent(mentorship: string): void;
  /** Moves a sheet, or a mentorship with all that belongs to it, to the trash; gives what was moved. */
  discard(what: Ref): readonly Ref[] | undefined;
  /** Brings back what was discarded together, and the mentorship a sheet needs. */
  restore(what: readonly Ref[]): boolean;
  purge(what: readonly Ref[]): void;
  forget(aside: SetAside): void;
  /** Takes away every record, the trash and all that was set aside. */
  deleteEverything(): void;
  /** Calls back when another tab wrote; returns how to stop. */
  onChange(callback: () => void): () => void;
}

/** Opens the kit under a storage name (from `site.yaml`) for its own page. */
export function openMyKit(name: string, surroundings: Surroundings = {}): MyKit {
  const { opened = openStorage(), now = () => new Date(), newId = randomId } = surroundings;
  const records = openRecords(name, opened, now);
  const { storage } = records;

  /** The records in the trash, each with the mentorship it belongs to. */
  const inTrash = () =>
    keysUnder(storage, `${name}:trash:`).flatMap((key) => {
      const found = trashed(storage.getItem(key));
      const [named, ...rest] = key.slice(`${name}:trash:`.length).split(':');
      const kind = RECORD_KINDS.find((one) => one === named);
      if (!found || !kind) return [];
      const read = <Data>(type: RecordType<Data>) => {
        const reading = type.kind === kind ? readRecord(type, found.text) : undefined;
        return reading?.state === 'ok' ? reading.record.data : undefined;
      };
      const [sheet, mentorship] = [read(sheetRecord), read(mentorshipRecord)];
      const question = read(questionRecord);
      const plan = read(planRecord);
      const preset = read(presetRecord);
      const programme = read(programmeRecord);
      const belongsTo = sheet?.mentorship ?? question?.mentorship ?? plan?.mentorship ?? preset?.mentorship;
      const deletedAt = new Date(found.deletedAt);
      const what = { sheet, mentorship, question, plan, preset, programme };
      return [{ kind, id: rest.join(':'), deletedAt, ...what, belongsTo }];
    });

  const trash = (): Deleted[] => {
    const all = inTrash();
    const gone = new Set(all.flatMap(({ mentorship }) => (mentorship ? [mentorship.id] : [])));
    return all
      .filter(({ belongsTo }) => belongsTo === undefined || !gone.has(belongsTo))
      .map(({ kind, id, belongsTo: _, ...found }) => ({
        what: [
          { kind, id },
          ...all.filter(({ belongsTo }) => found.mentorship && belongsTo === found.mentorship.id),
        ],
        ...found,
      }))
      .sort((a, b) => b.deletedAt.getTime() - a.deletedAt.getTime());
  };

  const newer = (texts: readonly LyingRecord[]): SetAside[] =>
    texts.flatMap(({ kind, id, key, text }) => {
      // Nearly all are of today's format or older: their first bytes say so, and a large kit is not read for this.
      const [, format] = /^\{"format":(\d+),/.exec(text) ?? [];
      if (format !== undefined && Number(format) <= RECORD_TYPES[kind].format) return [];
      return records.read<unknown>(RECORD_TYPES[kind], id).state === 'newer' ? [{ key, text }] : [];
    });

  const discardOne = ({ kind, id }: Ref) => records.discard(RECORD_TYPES[kind], id);
  const restoreOne = ({ kind, id }: Ref) => records.restore(RECORD_TYPES[kind], id);

  return {
    trouble: records.trouble,
    view(lookedAt) {
      const texts = lyingRecords(records);
      const lying = lyingSheets(records, texts);
      const known = allMentorships(records);
      const mentorships = mentorshipsOf(known, lying);
      const current = currentMentorship(records, known) ?? mentorships[0]?.id;
      const wanted = mentorships.some(({ id }) => id === lookedAt) ? lookedAt : current;
      const settings = records.read(settingsRecord, SETTINGS_ID);
      const copied = settings.state === 'ok' ? settings.record.data.copied : undefined;
      return {
        mentorships,
        current,
        sheets: sheetsOf(records, lying, wanted),
        preset: presetOf(records, wanted),
        written: latest(lying.map(({ savedAt }) => savedAt)),
        trash: trash(),
        unread: records.setAside(),
        newer: newer(texts),
        copied: copied === undefined ? undefined : new Date(copied),
      };
    },
    change: (mentorship, change) =>
      records.write(mentorshipRecord, mentorship, (stored) =>
        withChange(stored ?? newMentorship(mentorship, now()), change),
      ).state === 'saved',
    setOutcome: (mentorship, action, outcome) =>
      records.write(mentorshipRecord, mentorship, (stored) =>
        withOutcome(stored ?? newMentorship(mentorship, now()), action, outcome, now()),
      ).state === 'saved',
    add() {
      const id = newId();
      const { state } = records.write(mentorshipRecord, id, () => newMentorship(id, now()));
      setCurrentMentorship(records, id);
      return state === 'saved';
    },
    setCurrent: (mentorship) => setCurrentMentorship(records, mentorship),
    discard(what) {
      const ofIt = <Data extends { readonly id: string; readonly mentorship: string }>(
        type: RecordType<Data>,
      ) =>
        records
          .all(type)
          .filter(({ mentorship }) => mentorship === what.id)
          .map(({ id }): Ref => ({ kind: type.kind, id }));
      const belonging =
        what.kind === 'mentorship'
          ? [...ofIt(sheetRecord), ...ofIt(questionRecord), ...ofIt(planRecord), ...ofIt(presetRecord)]
          : [];
      const moved: Ref[] = [];
      for (const one of [...belonging, what]) {
        if (!discardOne(one)) {
          // Half of it deleted would be worse than nothing.
          moved.forEach(restoreOne);
          return undefined;
        }
        moved.push(one);
      }
      return moved;
    },
    restore(what) {
      // A sheet needs its mentorship; where that was deleted as well, it comes along.
      for (const { kind, id, belongsTo } of inTrash()) {
        const wanted = what.some((one) => one.kind === kind && one.id === id);
        if (wanted && belongsTo !== undefined) restoreOne({ kind: 'mentorship', id: belongsTo });
      }
      return what
        .map((one) => restoreOne(one) || records.isStored(RECORD_TYPES[one.kind], one.id))
        .every(Boolean);
    },
    purge: (what) => what.forEach(({ kind, id }) => storage.removeItem(`${name}:trash:${kind}:${id}`)),
    forget: (aside) => records.forget(aside),
    deleteEverything: () => keysUnder(storage, `${name}:`).forEach((key) => storage.removeItem(key)),
    onChange: (callback) =>
      whenOthersWrite((key) => {
        if (key === null || key.startsWith(`${name}:`)) callback();
      }),
  };
}

const latest = (times: readonly string[]): Date | undefined =>
  times.length > 0 ? new Date(times.reduce((a, b) => (a > b ? a : b))) : undefined;
