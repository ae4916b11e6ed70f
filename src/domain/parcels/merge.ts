import { readJson, RECORD_KINDS, type RecordKind } from '../records/envelope';
import type { Handful } from '../records/handful';
import { newMentorship, type Mentorship } from '../records/mentorship';
import type { Settings } from '../records/settings';
import { isSame } from '../records/sheet';
import { RECORD_TYPES, type DataOf } from '../records/types';
import type { Backup, RawAside, RawKit, RawRecord } from './backup';

/** A record that this site can read, of one of the kinds. */
export type Known = {
  [Kind in RecordKind]: { readonly kind: Kind; readonly id: string; readonly data: DataOf[Kind] };
}[RecordKind];

/** Kinds of which one record may say two things; the others come together without a question. */
type Chosen = 'sheet' | 'question' | 'plan' | 'mentorship' | 'preset' | 'programme';

/** A record that is here too, and says something else. */
export type Differing = {
  [Kind in Chosen]: {
    readonly state: 'differs';
    readonly kind: Kind;
    readonly id: string;
    readonly mine: DataOf[Kind];
    readonly theirs: DataOf[Kind];
  };
}[Chosen];

/** One record of a backup, seen beside what is here. */
export type Incoming =
  | { readonly state: 'same'; readonly kind: string; readonly id: string }
  /**
   * What would be written: the record, or of handful and settings what they become. `isSecond`: the backup holds
   * another record of that id, so this one gets an id of its own.
   */
  | { readonly state: 'new'; readonly record: Known; readonly isSecond: boolean }
  | Differing
  /** Of a newer site. `isFree`: nothing lies in its place, so that it can be put there as it is. */
  | {
      readonly state: 'newer';
      readonly kind: string;
      readonly id: string;
      readonly raw: object;
      readonly isFree: boolean;
    }
  /** Kept as a text beside the records. */
  | { readonly state: 'unreadable'; readonly kind: string; readonly id: string; readonly raw: unknown };

export interface Counts {
  readonly new: number;
  readonly same: number;
  readonly differs: number;
}

/** What putting a backup in would do. Nothing is changed by looking. */
export interface Preview {
  /** In the order of the backup; records that stand in it twice and alike are there once. */
  readonly records: readonly Incoming[];
  readonly counts: { readonly [Kind in RecordKind]: Counts };
  /** How many records come from a newer site, and how many texts cannot be read. */
  readonly newer: number;
  readonly unreadable: number;
  /** Texts of the backup that could not be read where it was made and that are not here yet. */
  readonly unread: readonly RawAside[];
  readonly here: Here;
}

/** What there is in this kit, as far as a merge needs it. */
export interface Here {
  /** Ids of its mentorships. */
  readonly mentorships: ReadonlySet<string>;
  /** Texts that were set aside. */
  readonly aside: ReadonlySet<string>;
  /** Texts that lie where a record should and cannot be read, by the record's `keyOf`. */
  readonly spoilt: ReadonlyMap<string, string>;
}

export type Choice = 'mine' | 'theirs' | 'both';

/** What is to be stored so that a backup is in. */
export interface Merged {
  readonly writes: readonly Known[];
  /** Records of a newer site, to be stored with all that is in them. */
  readonly raw: readonly { readonly kind: string; readonly id: string; readonly raw: object }[];
  /** Texts to be set aside, for a download. */
  readonly aside: readonly RawAside[];
}

/** A record's name among all: what choices are kept by. */
export const keyOf = ({ kind, id }: { readonly kind: string; readonly id: string }): string =>
  `${kind}:${id}`;

/** Sets each record of a backup beside what is here. */
export function previewBackup(own: RawKit, backup: Backup): Preview {
  const mine = new Map(own.records.map((record) => [keyOf(record), readOwn(record)]));
  const here = hereOf(own, mine);
  const spoilt = new Set(here.spoilt.values());
  const coming = withoutRepeats(backup.records.map(readEntry));
  const records = coming.map(({ entry, isSecond }) => {
    const incoming = beside(entry, isSecond, mine);
    // The next of that id in the backup adds to what this one adds.
    if (incoming.state === 'new' && !isSecond) mine.set(keyOf(entry), incoming.record);
    return incoming;
  });
  return {
    records,
    counts: countsOf(records),
    newer: records.filter(({ state }) => state === 'newer').length,
    unreadable: records.filter(({ state }) => state === 'unreadable').length,
    unread: backup.unread.filter(({ text }) => !here.aside.has(text) && !spoilt.has(text)),
    here,
  };
}

/**
 * What is to be stored. Mine, theirs or both is the person's choice for each record that differs, and newer never
 * wins by itself.
 *
 * @param choices by `keyOf`
 * @param fallback for those without one
 */
export function merge(
  preview: Preview,
  choices: ReadonlyMap<string, Choice>,
  fallback: Choice,
  newId: () => string,
): Merged {
  const writes: Known[] = [];
  const raw: { kind: string; id: string; raw: object }[] = [];
  const aside: RawAside[] = [...preview.unread];
  for (const incoming of preview.records) {
    if (incoming.state === 'new') {
      writes.push(incoming.isSecond ? underId(incoming.record, newId()) : incoming.record);
    } else if (incoming.state === 'differs') {
      writes.push(...chosen(incoming, choices.get(keyOf(incoming)) ?? fallback, newId));
    } else if (incoming.state === 'newer' && incoming.isFree) {
      raw.push({ kind: incoming.kind, id: incoming.id, raw: incoming.raw });
    } else if (incoming.state !== 'same') {
      aside.push({ key: keyOf(incoming), text: JSON.stringify(incoming.raw) });
    }
  }
  writes.unshift(...missingMentorships(preview.here, writes, raw));
  return { writes, raw, aside: toSetAside(preview.here, new Set([...writes, ...raw].map(keyOf)), aside) };
}

/** A record read as far as can be, of this kit or of a backup. */
type Entry =
  | Known
  | {
      readonly state: 'newer' | 'unreadable';
      readonly kind: string;
      readonly id: string;
      readonly raw: unknown;
      /** What can be read of a newer record. */
      readonly known?: Known | undefined;
    };

function readEntry({ kind, id, record }: Backup['records'][number]): Entry {
  const known = RECORD_KINDS.find((one) => one === kind);
  // A kind that only a newer site knows.
  if (!known) return { state: 'newer', kind, id, raw: record };
  const reading = readJson<DataOf[RecordKind]>(RECORD_TYPES[known], record);
  const data = reading.state === 'ok' ? reading.record.data : 'data' in reading ? reading.data : undefined;
  const readable =
    data && (!('id' in data) || data.id === id) ? ({ kind: known, id, data } as Known) : undefined;
  if (reading.state === 'newer') return { state: 'newer', kind, id, raw: record, known: readable };
  return readable ?? { state: 'unreadable', kind, id, raw: record };
}

function readOwn({ kind, id, text }: RawRecord): Entry {
  try {
    return readEntry({ kind, id, record: JSON.parse(text) as unknown });
  } catch {
    return { state: 'unreadable', kind, id, raw: text };
  }
}

const isKnown = (entry: Entry | undefined): entry is Known => entry !== undefined && 'data' in entry;

function hereOf(own: RawKit, mine: ReadonlyMap<string, Entry>): Here {
  const isSpoilt = (record: RawRecord) => {
    const entry = mine.get(keyOf(record));
    return entry !== undefined && !isKnown(entry) && entry.state === 'unreadable';
  };
  const spoilt = new Map(own.records.filter(isSpoilt).map((record) => [keyOf(record), record.text]));
  return {
    mentorships: new Set(
      own.records.filter((record) => record.kind === 'mentorship' && !isSpoilt(record)).map(({ id }) => id),
    ),
    aside: new Set(own.aside.map(({ text }) => text)),
    spoilt,
  };
}

/** Marks the second record of one id; one that stands there twice and alike is left out. */
function withoutRepeats(entries: readonly Entry[]): { entry: Entry; isSecond: boolean }[] {
  const seen = new Map<string, Entry[]>();
  return entries.flatMap((entry) => {
    const before = seen.get(keyOf(entry)) ?? [];
    if (before.some((one) => isAlike(one, entry))) return [];
    seen.set(keyOf(entry), [...before, entry]);
    return [{ entry, isSecond: before.length > 0 }];
  });
}

function isAlike(a: Entry, b: Entry): boolean {
  if (isKnown(a) || isKnown(b)) return isKnown(a) && isKnown(b) && a.kind === b.kind && saysSame(a, b);
  return isSame(withoutWriting(a.raw), withoutWriting(b.raw));
}

/** Whether two records say the same. When a sheet of the other person came is not part of what it says. */
function saysSame(a: Known, b: Known): boolean {
  return isSame(told(a), told(b));
}

const told = ({ kind, data }: Known): unknown =>
  kind === 'sheet' && data.from ? { ...data, from: data.from.kit } : data;

/** A stored record without what each write of it changes. */
function withoutWriting(raw: unknown): unknown {
  if (typeof raw !== 'object' || raw === null) return raw;
  return Object.entries(raw).filter(([key]) => key !== 'savedAt' && key !== 'revision');
}

function beside(entry: Entry, isSecond: boolean, mine: ReadonlyMap<string, Entry>): Incoming {
  const { kind, id } = entry;
  const own = mine.get(keyOf(entry));
  const same = { state: 'same', kind, id } as const;
  if (own && isAlike(own, entry)) return same;
  if (!isKnown(entry)) {
    const { state, raw } = entry;
    if (state === 'unreadable' || typeof raw !== 'object' || raw === null) {
      return { state: 'unreadable', kind, id, raw };
    }
    // Only the kinds we know have a place; any other name could be that of something else in storage.
    const isFree = !own && !isSecond && RECORD_KINDS.some((one) => one === kind);
    return { state: 'newer', kind, id, raw, isFree };
  }
  if (own && !isKnown(own) && own.state === 'newer') {
    if (kind === 'settings' || (own.known && saysSame(own.known, entry))) return same;
    // What a newer site wrote here cannot be changed by this one.
    return { state: 'newer', kind, id, raw: asStored(entry), isFree: false };
  }
  const here = isKnown(own) ? own : undefined;
  switch (entry.kind) {
    case 'handful':
      return added(here, { kind: 'handful', id, data: handfuls(dataOf('handful', here), entry.data) });
    case 'settings':
      return added(here, { kind: 'settings', id, data: filled(dataOf('settings', here), entry.data) });
    default:
      return besideMine(entry, isSecond, here, mine);
  }
}

function besideMine(
  entry: Extract<Known, { kind: Chosen }>,
  isSecond: boolean,
  here: Known | undefined,
  mine: ReadonlyMap<string, Entry>,
): Incoming {
  if (!here && !isSecond) return { state: 'new', record: entry, isSecond };
  // It was put in before, beside the one of that id.
  const isCopied = [...mine.values()].some(
    (one) => isKnown(one) && one.kind === entry.kind && saysSame(underId(one, entry.id), entry),
  );
  if (isCopied) return { state: 'same', kind: entry.kind, id: entry.id };
  if (isSecond || !here) return { state: 'new', record: entry, isSecond };
  return {
    state: 'differs',
    kind: entry.kind,
    id: entry.id,
    mine: here.data,
    theirs: entry.data,
  } as Differing;
}

function dataOf<Kind extends RecordKind>(kind: Kind, record: Known | undefined): DataOf[Kind] | undefined {
  return record?.kind === kind ? (record.data as DataOf[Kind]) : undefined;
}

const added = (here: Known | undefined, record: Known): Incoming =>
  here && saysSame(here, record)
    ? { state: 'same', kind: record.kind, id: record.id }
    : { state: 'new', record, isSecond: false };

/** The questions of both, each once, mine first. */
function handfuls(mine: Handful | undefined, theirs: Handful): Handful {
  if (!mine) return theirs;
  const more = theirs.questions.filter((question) => !mine.questions.includes(question));
  return { ...mine, questions: [...mine.questions, ...new Set(more)] };
}

/** What this kit does not know of itself yet. When the other was copied says nothing of this one. */
function filled(mine: Settings | undefined, { kit, current }: Settings): Settings {
  return { ...(kit !== undefined && { kit }), ...(current !== undefined && { current }), ...mine };
}

/** A record as it would lie in storage, for one that must wait aside. */
const asStored = ({ kind, data }: Known): object => ({
  format: RECORD_TYPES[kind].format,
  revision: 0,
  savedAt: new Date(0).toISOString(),
  data,
});

const underId = (record: Known, id: string): Known =>
  ({ ...record, id, data: 'id' in record.data ? { ...record.data, id } : record.data }) as Known;

function chosen(differing: Differing, choice: Choice, newId: () => string): Known[] {
  const { kind, id, mine, theirs } = differing;
  const record = { kind, id, data: theirs } as Known;
  if (choice === 'mine') return [];
  if (choice === 'theirs') return [record];
  if (kind !== 'mentorship') return [underId(record, newId())];
  const data = joined(mine, theirs);
  return isSame(data, mine) ? [] : [{ kind, id, data }];
}

/**
 * One mentorship out of two: what mine leaves open, theirs fills. One that is in use here is not put away because it
 * once was elsewhere.
 */
function joined(mine: Mentorship, { archived: _, ...theirs }: Mentorship): Mentorship {
  return { ...theirs, ...mine, actions: { ...theirs.actions, ...mine.actions } };
}

/** For a file that was put together by hand: a record whose mentorship is nowhere gets one of that id. */
function missingMentorships(
  here: Here,
  writes: readonly Known[],
  raw: readonly { readonly kind: string; readonly id: string }[],
): Known[] {
  const there = new Set([
    ...here.mentorships,
    ...[...writes, ...raw].filter(({ kind }) => kind === 'mentorship').map(({ id }) => id),
  ]);
  return writes.flatMap(({ data }): Known[] => {
    if (!('mentorship' in data) || there.has(data.mentorship)) return [];
    const id = data.mentorship;
    there.add(id);
    const began = new Date('started' in data ? data.started : data.made);
    return [{ kind: 'mentorship', id, data: newMentorship(id, began) }];
  });
}

/** What is written over and could not be read, then what comes in; each text once, and none that lies aside already. */
function toSetAside(here: Here, written: ReadonlySet<string>, coming: readonly RawAside[]): RawAside[] {
  const goes = [...here.spoilt].filter(([key]) => written.has(key)).map(([key, text]) => ({ key, text }));
  const seen = new Set(here.aside);
  return [...goes, ...coming].filter(({ text }) => !seen.has(text) && seen.add(text));
}

function countsOf(records: readonly Incoming[]): Preview['counts'] {
  const count = (kind: RecordKind, state: Incoming['state']) =>
    records.filter((one) => one.state === state && (one.state === 'new' ? one.record : one).kind === kind)
      .length;
  const counts = RECORD_KINDS.map((kind) => [
    kind,
    { new: count(kind, 'new'), same: count(kind, 'same'), differs: count(kind, 'differs') },
  ]);
  return Object.fromEntries(counts) as Preview['counts'];
}
