import * as v from 'valibot';

/** What a record is about. Also the middle part of its key in the browser's storage. */
export const RECORD_KINDS = [
  'sheet',
  'mentorship',
  'question',
  'plan',
  'preset',
  'programme',
  'handful',
  'settings',
] as const;
export type RecordKind = (typeof RECORD_KINDS)[number];

/** How a record lies in storage: its data, wrapped in what is needed to read it years later. */
export interface StoredRecord<Data> {
  /** Version of the data's shape, counted from 1 for each kind. */
  readonly format: number;
  /** Counts the writes of this record, from 1. */
  readonly revision: number;
  /** When it was written, as an ISO time in UTC. */
  readonly savedAt: string;
  readonly data: Data;
}

/**
 * How one kind of record is read: its newest format, its schema, and the steps that bring older data up to it.
 * `migrations[0]` turns format 1 into format 2, and so on.
 */
export interface RecordType<Data> {
  readonly kind: RecordKind;
  readonly format: number;
  readonly schema: v.GenericSchema<unknown, Data>;
  readonly migrations: readonly ((older: unknown) => unknown)[];
}

/**
 * What came of reading a record. Nothing is ever thrown away here: `damaged` and `newer` leave the text as it is.
 * A newer record has as much of its data as this site can read, if any.
 */
export type Reading<Data> =
  | { readonly state: 'ok'; readonly record: StoredRecord<Data> }
  | { readonly state: 'missing' }
  | { readonly state: 'newer'; readonly format: number; readonly data?: Data }
  | { readonly state: 'damaged'; readonly reason: 'not-json' | 'not-a-record' | 'wrong-data' };

/** The id of something, never empty. */
export const id = v.pipe(v.string(), v.nonEmpty());

/** A time as it is stored: ISO, in UTC. One that is no time would break the page that shows it. */
export const time = v.pipe(
  v.string(),
  v.check((text) => !Number.isNaN(Date.parse(text))),
);

/** A day of the calendar, "2027-02-28". One that does not exist is refused. */
export const day = v.pipe(v.string(), v.check(isDay));

function isDay(text: string): boolean {
  const at = new Date(`${text}T00:00Z`);
  return !Number.isNaN(at.getTime()) && at.toISOString().startsWith(text) && text.length === 10;
}

const envelope = v.object({
  format: v.pipe(v.number(), v.safeInteger(), v.minValue(1)),
  revision: v.pipe(v.number(), v.safeInteger(), v.minValue(0)),
  savedAt: time,
  data: v.unknown(),
});

/** Reads the text of a stored record; total on any text. `null` means that there is none. */
export function readRecord<Data>(type: RecordType<Data>, text: string | null): Reading<Data> {
  if (text === null) return { state: 'missing' };
  try {
    return readJson(type, JSON.parse(text));
  } catch {
    return { state: 'damaged', reason: 'not-json' };
  }
}

/** The same for a record that lies in a larger text, as in a backup; total on any value. */
export function readJson<Data>(type: RecordType<Data>, json: unknown): Reading<Data> {
  const wrapped = v.safeParse(envelope, json);
  if (!wrapped.success) return { state: 'damaged', reason: 'not-a-record' };
  const { format, revision, savedAt, data } = wrapped.output;
  const parsed = v.safeParse(type.schema, migrated(type, format, data));
  if (format > type.format) return { state: 'newer', format, ...(parsed.success && { data: parsed.output }) };
  if (!parsed.success) return { state: 'damaged', reason: 'wrong-data' };
  return { state: 'ok', record: { format: type.format, revision, savedAt, data: parsed.output } };
}

/** The data in today's format, for its schema to judge; undefined when a step could make nothing of it. */
function migrated<Data>(type: RecordType<Data>, format: number, data: unknown): unknown {
  try {
    return type.migrations.slice(format - 1).reduce((older, step) => step(older), data);
  } catch {
    return undefined;
  }
}

/** The text to store for the next write of a record. `revision` is that of the record before, 0 when there is none. */
export function writeRecord<Data>(type: RecordType<Data>, data: Data, revision: number, now: Date): string {
  const record: StoredRecord<Data> = {
    format: type.format,
    revision: revision + 1,
    savedAt: now.toISOString(),
    data,
  };
  return JSON.stringify(record);
}
