import { planRecord, type Plan } from '../domain/cadence/plan';
import {
  packBackup,
  type Backup,
  type BackupParcel,
  type RawKit,
  type RawRecord,
} from '../domain/parcels/backup';
import {
  beginsLikeOurs,
  MOST_CHARACTERS,
  readParcel,
  writeParcel,
  type Refusal as ParcelRefusal,
} from '../domain/parcels/envelope';
import { keyOf, merge, previewBackup, type Choice, type Known, type Preview } from '../domain/parcels/merge';
import { packPlan, plansAlike, receivedPlan, type PlanParcel, type SharedPlan } from '../domain/parcels/plan';
import { packPreset, receivedPreset, type PresetParcel } from '../domain/parcels/preset';
import { packSheet, receivedSheet, returnedSheet, type SheetParcel } from '../domain/parcels/sheet';
import { readRecord, writeRecord, type RecordType } from '../domain/records/envelope';
import { presetRecord, type Handed, type Preset } from '../domain/records/preset';
import { SETTINGS_ID, settingsRecord, type Settings } from '../domain/records/settings';
import { isReceived, isSame, sheetRecord, type Sheet } from '../domain/records/sheet';
import { RECORD_TYPES } from '../domain/records/types';
import type { Section } from '../domain/worksheets/definition';
import { journalKey, readJournal, takeBack, writeJournal, type Journal } from './journal';
import { currentMentorship, randomId, setCurrentMentorship, type Surroundings } from './kit';
import { packed } from './packed';
import { planOf } from './plans';
import { presetOf } from './presets';
import { keysUnder, openRecords } from './records';
import { isFull, openStorage, type Trouble } from './storage';

/** Something to be downloaded. */
export interface ParcelFile {
  readonly fileName: string;
  readonly text: string;
}

/** Why nothing is taken in; `unreadable`: the browser could not read the file or unpack the link. */
export type Refusal = ParcelRefusal | 'unreadable';

export interface OpenedBackup {
  readonly kind: 'backup';
  readonly parcel: BackupParcel;
  readonly made: Date;
  /** Whether it was made in this kit. */
  readonly own: boolean;
  readonly preview: Preview;
}

export interface OpenedSheet {
  readonly kind: 'sheet';
  readonly parcel: SheetParcel;
  /** `own`: it was written here, so the preview's one record says more. Else how it stands to what came before. */
  readonly standing: 'own' | 'new' | 'same' | 'differs';
  /** With one record, the sheet. */
  readonly preview: Preview;
}

export interface OpenedPlan {
  readonly kind: 'plan';
  readonly parcel: PlanParcel;
}

export interface OpenedPreset {
  readonly kind: 'preset';
  readonly parcel: PresetParcel;
}

/** What a programme hands out, beside what one has set for a mentorship here; and whether a plan of their own is kept. */
export interface PresetStanding {
  readonly state: 'new' | 'same' | 'differs';
  readonly mine?: Preset | undefined;
  readonly hasPlan: boolean;
}

/** A plan that came, beside the plan of a mentorship here: there is none, it is the same, or it says something else. */
export type PlanStanding =
  | { readonly state: 'new' }
  | { readonly state: 'same'; readonly mine: Plan }
  | { readonly state: 'differs'; readonly mine: Plan };

/** What came of opening a parcel. Nothing is stored by it. */
export type Opened =
  | { readonly kind: 'refused'; readonly reason: Refusal }
  | OpenedBackup
  | OpenedSheet
  | OpenedPlan
  | OpenedPreset;

/** What came of putting a parcel in: all of it, or nothing. */
export type PutIn = { readonly state: 'done'; readonly changed: number } | { readonly state: Trouble };

/** What came of taking a restore back. `kept`: records that stay because of what was written since. */
export type Undone = { readonly state: 'done'; readonly kept: number } | { readonly state: Trouble };

/** The one door for all that leaves this browser's kit or comes into it. */
export interface Parcels {
  /** This kit's own id; it comes into being when first asked for. */
  kitId(): string;
  /** Everything that is stored, private answers too, without the trash. */
  backup(): ParcelFile;
  /** To be called when a backup was downloaded. */
  markCopied(): void;
  /** When that was last. */
  copied(): Date | undefined;
  /** A sheet for the other person, without what is private. */
  sheetFile(sheet: Sheet, sections: readonly Section[]): ParcelFile;
  /**
   * A done sheet for the other person, as the fragment of an address; undefined where it is too long for one. The same for
   * the same sheet, whenever it is made. Never rejects.
   */
  sheetLink(sheet: Sheet, sections: readonly Section[]): Promise<string | undefined>;
  /** A plan for the other person, as the fragment of an address; undefined where it takes a file. Never rejects. */
  planLink(plan: SharedPlan): Promise<string | undefined>;
  planFile(plan: SharedPlan): ParcelFile;
  /** What a programme hands to its pairs, as the fragment of an address; undefined where it takes a file. Never rejects. */
  presetLink(handed: Handed): Promise<string | undefined>;
  presetFile(handed: Handed): ParcelFile;
  read(text: string): Opened;
  /** Never rejects. */
  readFile(file: File): Promise<Opened>;
  /** Undefined when an address's fragment holds no parcel. Never rejects. */
  readFragment(fragment: string): Promise<Opened | undefined>;
  /**
   * Puts a backup in, all or nothing. What another tab changed since the preview was shown is not replaced: there
   * both stay.
   *
   * @param choices for records that differ, by the merge's `keyOf`
   * @param fallback for those without a choice
   */
  putIn(backup: OpenedBackup, choices: ReadonlyMap<string, Choice>, fallback: Choice): PutIn;
  /**
   * Puts a sheet in.
   *
   * @param mentorship where a sheet belongs that is new here; the one that is open when left out, else a new one
   * @param choice for one that differs from what is here
   */
  putInSheet(sheet: OpenedSheet, mentorship: string | undefined, choice: Choice): PutIn;
  /** @param mentorship where the plan would go; the one that is open when left out */
  planStanding(plan: OpenedPlan, mentorship: string | undefined): PlanStanding;
  /**
   * Puts a plan in, in the place of the one that mentorship has, and opens the mentorship. What another tab changed since
   * it was shown is not replaced: that is `changed`, to be shown again.
   *
   * @param mentorship the one that is open when left out, else a new one
   * @param shown the plan it is to replace, as the person saw it
   */
  putInPlan(
    plan: OpenedPlan,
    mentorship: string | undefined,
    shown: PlanStanding,
  ): PutIn | { readonly state: 'changed' };
  /** @param mentorship where the preset would go; a new one when left out */
  presetStanding(preset: OpenedPreset, mentorship: string | undefined): PresetStanding;
  /**
   * Puts a preset in, in the place of the one that mentorship has, and opens the mentorship. Nothing else is changed.
   *
   * @param mentorship a new one when left out
   */
  putInPreset(preset: OpenedPreset, mentorship: string | undefined): PutIn;
  /** When a parcel was last put in, as long as that can be taken back. */
  lastRestore(): Date | undefined;
  /** Takes that back; undefined when there is nothing to take back. */
  undo(): Undone | undefined;
}

/** The longest fragment of a link: with the site's address before it about a thousand characters. */
const MOST_IN_LINK = 950;

/** Keys under the storage's name that are no records. */
const NO_RECORDS = ['trash', 'damaged', 'journal'];

/** Opens the door of the kit under a storage name (from `site.yaml`). Never throws. */
export function openParcels(name: string, surroundings: Surroundings = {}): Parcels {
  const { opened = openStorage(), now = () => new Date(), newId = randomId } = surroundings;
  const records = openRecords(name, opened, now);
  const { storage } = records;
  /** For a kit whose id cannot be stored. */
  let unstoredId: string | undefined;

  return {
    kitId,
    backup() {
      const kit = kitId();
      const { records: raw, aside } = rawKit();
      return { fileName: fileName(), text: writeParcel(packBackup(kit, raw, aside, now())) };
    },
    markCopied: () => setSettings((stored) => ({ ...stored, copied: now().toISOString() })),
    copied() {
      const copied = settings()?.copied;
      return copied === undefined ? undefined : new Date(copied);
    },
    sheetFile: (sheet, sections) => ({
      fileName: fileName(sheet.worksheet),
      text: writeParcel(packSheet(kitId(), sheet, sections, now())),
    }),
    sheetLink: (sheet, sections) =>
      linkTo(writeParcel(packSheet(kitId(), sheet, sections, new Date(sheet.done ?? sheet.started)))),
    planLink: (plan) => linkTo(planText(plan)),
    planFile: (plan) => ({ fileName: fileName('plan'), text: planText(plan) }),
    presetLink: (handed) => linkTo(presetText(handed)),
    presetFile: (handed) => ({ fileName: fileName(handed.name), text: presetText(handed) }),
    read,
    async readFile(file) {
      // Before a byte of it is read. No character takes less than one.
      if (file.size > MOST_CHARACTERS) return refused('too-big');
      try {
        return read(await file.text());
      } catch {
        return refused('unreadable');
      }
    },
    async readFragment(fragment) {
      const found = /(?:^|[#&])parcel=([\w-]*)/.exec(fragment)?.[1];
      if (found === undefined) return undefined;
      const unpacked = await unpack(found);
      return typeof unpacked === 'string' ? read(unpacked) : refused(unpacked.reason);
    },
    putIn: ({ parcel, preview }, choices, fallback) => put(parcel.data, preview, choices, fallback),
    putInSheet({ parcel, preview }, mentorship, choice) {
      const into = mentorship ?? currentMentorship(records) ?? newId();
      return put(asBackup(parcel, into), preview, new Map(), choice);
    },
    planStanding: (plan, mentorship) => planStanding(plan, mentorship ?? currentMentorship(records)),
    putInPlan(plan, mentorship, shown) {
      const into = mentorship ?? currentMentorship(records) ?? newId();
      const standing = planStanding(plan, into);
      if (!isSame(standing, shown)) return { state: 'changed' };
      const mine = standing.state === 'new' ? undefined : standing.mine;
      const isTaken = records.read(planRecord, plan.parcel.data.id).state !== 'missing';
      const id = isTaken ? newId() : plan.parcel.data.id;
      const data = receivedPlan(plan.parcel, mine, { id, mentorship: into, made: now().toISOString() });
      return putInto(into, planRecord, data);
    },
    presetStanding(preset, mentorship) {
      const mine = presetOf(records, mentorship);
      const hasPlan = mentorship !== undefined && planOf(records, mentorship) !== undefined;
      const state = !mine ? 'new' : isSame(mine.handed, preset.parcel.data) ? 'same' : 'differs';
      return { state, mine, hasPlan };
    },
    putInPreset(preset, mentorship) {
      const into = mentorship ?? newId();
      const id = presetOf(records, into)?.id ?? newId();
      const data = receivedPreset(preset.parcel, { id, mentorship: into, made: now().toISOString() });
      return putInto(into, presetRecord, data);
    },
    lastRestore() {
      const last = readJournal(records);
      return last?.state === 'done' ? new Date(last.at) : undefined;
    },
    undo() {
      const last = readJournal(records);
      if (!last) return undefined;
      try {
        return { state: 'done', kept: takeBack(records, last) };
      } catch (error) {
        return { state: troubleOf(error) };
      }
    },
  };

  function settings(): Settings | undefined {
    const reading = records.read(settingsRecord, SETTINGS_ID);
    if (reading.state === 'ok') return reading.record.data;
    return reading.state === 'newer' ? reading.data : undefined;
  }

  function setSettings(change: (stored: Settings) => Settings): void {
    records.write(settingsRecord, SETTINGS_ID, (stored = {}) => change(stored));
  }

  function kitId(): string {
    const known = settings()?.kit ?? unstoredId;
    if (known !== undefined) return known;
    const kit = newId();
    unstoredId = kit;
    // Another tab may have been quicker.
    setSettings((stored) => ({ kit, ...stored }));
    return settings()?.kit ?? kit;
  }

  /** "how-are-we-doing-2026-11-25.json", with the day as it is here. */
  function fileName(what?: string): string {
    const today = now();
    const day = [today.getFullYear(), today.getMonth() + 1, today.getDate()]
      .map((part) => String(part).padStart(2, '0'))
      .join('-');
    // A worksheet's id may have come in a parcel.
    const parts = [name, what?.replace(/[^\w-]+/g, '-').slice(0, 60), day];
    return `${parts.filter(Boolean).join('-')}.json`;
  }

  /** All that lies under the storage's name, as it lies there; in an order of its own, since browsers have none. */
  function rawKit(): RawKit {
    const raw: RawRecord[] = keysUnder(storage, `${name}:`)
      .sort()
      .map((key) => {
        const [kind = '', ...id] = key.slice(name.length + 1).split(':');
        return { kind, id: id.join(':'), text: storage.getItem(key) ?? '' };
      });
    return {
      records: raw.filter(({ kind }) => !NO_RECORDS.includes(kind)),
      aside: raw
        .filter(({ kind }) => kind === 'damaged')
        .map((record) => ({ key: keyOf(record), text: record.text })),
    };
  }

  function read(text: string): Opened {
    const reading = readParcel(text);
    if (reading.state === 'refused') return refused(reading.reason);
    const { parcel } = reading;
    switch (parcel.kind) {
      case 'backup': {
        const own = parcel.kit === settings()?.kit;
        const preview = previewBackup(rawKit(), parcel.data);
        return { kind: 'backup', parcel, made: new Date(parcel.made), own, preview };
      }
      case 'sheet': {
        // Nothing is stored yet, so a mentorship that is still to come has no id.
        const preview = previewBackup(rawKit(), asBackup(parcel, currentMentorship(records) ?? 'new'));
        const state = preview.records[0]?.state;
        const known = state === 'same' || state === 'differs' ? state : 'new';
        return { kind: 'sheet', parcel, standing: isOwn(parcel) ? 'own' : known, preview };
      }
      case 'plan':
        return { kind: 'plan', parcel };
      case 'preset':
        return { kind: 'preset', parcel };
    }
  }

  /** Puts one record in, in the place of the one that is there, and opens its mentorship. */
  function putInto<Data extends { readonly id: string }>(
    mentorship: string,
    type: RecordType<Data>,
    data: Data,
  ): PutIn {
    const record: unknown = JSON.parse(writeRecord(type, data, 0, now()));
    const backup = { records: [{ kind: type.kind, id: data.id, record }], unread: [] };
    const result = put(backup, previewBackup(rawKit(), backup), new Map(), 'theirs');
    if (result.state === 'done' && mentorship !== currentMentorship(records))
      setCurrentMentorship(records, mentorship);
    return result;
  }

  async function linkTo(text: string): Promise<string | undefined> {
    const fragment = `#parcel=${(await packed(text)) ?? ''}`;
    return fragment.length > '#parcel='.length && fragment.length <= MOST_IN_LINK ? fragment : undefined;
  }

  function presetText(handed: Handed): string {
    return writeParcel(packPreset(kitId(), handed, now()));
  }

  function planText(plan: SharedPlan): string {
    return writeParcel(packPlan(kitId(), plan, now()));
  }

  function planStanding({ parcel }: OpenedPlan, mentorship: string | undefined): PlanStanding {
    const mine = mentorship === undefined ? undefined : planOf(records, mentorship);
    if (!mine) return { state: 'new' };
    return { state: plansAlike(mine, parcel.data) ? 'same' : 'differs', mine };
  }

  /** The sheet of that id as it is here. */
  function storedSheet(id: string): Sheet | undefined {
    const reading = readRecord(sheetRecord, storage.getItem(`${name}:sheet:${id}`));
    return reading.state === 'ok' ? reading.record.data : undefined;
  }

  /** Of this kit, or one that was written here before a backup of another kit gave this one its id. */
  function isOwn({ kit, data }: SheetParcel): boolean {
    const here = storedSheet(data.id);
    return kit === settings()?.kit || (here !== undefined && !isReceived(here));
  }

  /** A sheet's parcel as a backup of one record, so that it takes the same way in. */
  function asBackup(parcel: SheetParcel, mentorship: string): Backup {
    const here = storedSheet(parcel.data.id);
    const sheet = isOwn(parcel)
      ? returnedSheet(parcel, here, mentorship)
      : receivedSheet(parcel, here?.mentorship ?? mentorship, now());
    const record: unknown = JSON.parse(writeRecord(sheetRecord, sheet, 0, now()));
    return { records: [{ kind: 'sheet', id: sheet.id, record }], unread: [] };
  }

  function put(
    backup: Backup,
    shown: Preview,
    choices: ReadonlyMap<string, Choice>,
    fallback: Choice,
  ): PutIn {
    if (records.trouble === 'blocked') return { state: 'blocked' };
    const own = rawKit();
    const preview = previewBackup(own, backup);
    const { writes, raw, aside } = merge(
      preview,
      stillMeant(preview, shown, choices, fallback),
      fallback,
      newId,
    );
    const at = now();
    const texts = new Map<string, string>();
    // What is set aside is copied before anything is written over it.
    for (const { key, text } of aside) texts.set(freeKey(key, at, texts), text);
    for (const written of writes) texts.set(`${name}:${keyOf(written)}`, textOf(written, at));
    for (const written of raw) {
      const record = { ...written.raw, savedAt: at.toISOString() };
      texts.set(`${name}:${keyOf(written)}`, JSON.stringify(record));
    }
    return texts.size === 0 ? { state: 'done', changed: 0 } : store(texts, at);
  }

  function textOf({ kind, id, data }: Known, at: Date): string {
    // The one that fits the data, which the compiler cannot follow through the table.
    const type = RECORD_TYPES[kind] as RecordType<unknown>;
    const reading = readRecord(type, storage.getItem(`${name}:${kind}:${id}`));
    return writeRecord(type, data, reading.state === 'ok' ? reading.record.revision : 0, at);
  }

  function freeKey(key: string, at: Date, taken: ReadonlyMap<string, string>): string {
    const first = `${name}:damaged:${key.replace(/^damaged:/, '')}`;
    let free = first;
    for (let n = 1; taken.has(free) || storage.getItem(free) !== null; n++) {
      free = `${first}:${at.getTime()}-${n}`;
    }
    return free;
  }

  /** All of it or nothing. */
  function store(texts: ReadonlyMap<string, string>, at: Date): PutIn {
    const before = [...texts.keys()].map((key): Journal['before'][number] => [key, storage.getItem(key)]);
    const journal: Journal = { state: 'open', at: at.toISOString(), before };
    const earlier = storage.getItem(journalKey(records));
    try {
      writeJournal(records, journal);
      for (const [key, text] of texts) storage.setItem(key, text);
      // Another tab that starts in this very moment finds the journal open, and takes back what is there.
      const isWhole =
        readJournal(records) && [...texts].every(([key, text]) => storage.getItem(key) === text);
      if (!isWhole) throw new Error('another tab took it back');
      writeJournal(records, { ...journal, state: 'done' });
      return { state: 'done', changed: texts.size };
    } catch (error) {
      undoHalf(journal, earlier);
      return { state: troubleOf(error) };
    }
  }

  function undoHalf(journal: Journal, earlier: string | null): void {
    try {
      takeBack(records, journal);
      if (earlier !== null) storage.setItem(journalKey(records), earlier);
    } catch {
      // Nothing can be written at all: the journal stays open, and the next start takes the rest back.
    }
  }
}

/**
 * The choices as they are still meant: for a record that another tab changed since the person saw it, "theirs" would
 * replace words they have not seen, so both stay.
 */
function stillMeant(
  preview: Preview,
  shown: Preview,
  choices: ReadonlyMap<string, Choice>,
  fallback: Choice,
): Map<string, Choice> {
  const meant = new Map(choices);
  for (const [at, record] of preview.records.entries()) {
    if (record.state !== 'differs') continue;
    const seen = shown.records[at];
    const isSeen = seen?.state === 'differs' && isSame(seen.mine, record.mine);
    const key = keyOf(record);
    if (!isSeen && (choices.get(key) ?? fallback) === 'theirs') meant.set(key, 'both');
  }
  return meant;
}

/** Unpacks the text of a link; stops as soon as it gets too big, however little was sent. */
async function unpack(packed: string): Promise<string | { reason: Refusal }> {
  if (packed === '') return { reason: 'empty' };
  if (packed.length > MOST_CHARACTERS) return { reason: 'too-big' };
  let text = '';
  try {
    const stream = new Blob([bytesOf(packed)]).stream().pipeThrough(new DecompressionStream('deflate-raw'));
    const reader = stream.getReader();
    const decoder = new TextDecoder();
    for (;;) {
      const { done, value } = await reader.read();
      if (done) return text + decoder.decode();
      text += decoder.decode(value, { stream: true });
      if (text.length > MOST_CHARACTERS) {
        await reader.cancel();
        return { reason: 'too-big' };
      }
    }
  } catch {
    if (!('DecompressionStream' in globalThis)) return { reason: 'unreadable' };
    // Most links that break have lost their end.
    return { reason: beginsLikeOurs(text) ? 'cut' : 'not-ours' };
  }
}

function bytesOf(base64url: string): Uint8Array<ArrayBuffer> {
  const signs = atob(base64url.replaceAll('-', '+').replaceAll('_', '/'));
  return Uint8Array.from(signs, (sign) => sign.charCodeAt(0));
}

const refused = (reason: Refusal): Opened => ({ kind: 'refused', reason });

const troubleOf = (error: unknown): Trouble => (isFull(error) ? 'full' : 'blocked');
