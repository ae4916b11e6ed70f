import * as v from 'valibot';
import { readJson, type RecordType } from '../records/envelope';
import type { Enveloped, ParcelType } from './envelope';
import { MOST_DEEP, nestingOf } from './nesting';

/** A record as it lies in storage, read or not. */
export interface RawRecord {
  /** A kind of record, or one that only a newer site knows. */
  readonly kind: string;
  readonly id: string;
  readonly text: string;
}

/** A text that could not be read as a record, with the key it lay under, without the storage's name. */
export interface RawAside {
  readonly key: string;
  readonly text: string;
}

/** All that a browser keeps, as it lies there. */
export interface RawKit {
  readonly records: readonly RawRecord[];
  readonly aside: readonly RawAside[];
}

const backup = v.object({
  /** The stored records with their envelopes. What is in them is judged one by one when they are put in. */
  records: v.array(v.object({ kind: v.string(), id: v.string(), record: v.unknown() })),
  /** What could not be read where it was packed, so that nothing is left behind. */
  unread: v.array(v.object({ key: v.string(), text: v.string() })),
});

/** Everything of a kit but its trash. The one parcel that carries private answers. */
export type Backup = v.InferOutput<typeof backup>;
export type BackupParcel = Enveloped<'backup', Backup>;

export const backupParcel: ParcelType<'backup', Backup> = { kind: 'backup', format: 1, schema: backup };

/** A record of which only the envelope is looked at. */
const anyRecord: RecordType<unknown> = { kind: 'sheet', format: 1, schema: v.unknown(), migrations: [] };

/** Levels that a parcel puts around a record. */
const LEVELS_AROUND = 4;

/** Packs all there is. A record of a newer format goes along as it is; what is no record at all goes as raw text. */
export function packBackup(
  kit: string,
  records: readonly RawRecord[],
  aside: readonly RawAside[],
  now: Date,
): BackupParcel {
  const packed = records.map(({ kind, id, text }) => ({ kind, id, text, record: recordIn(text) }));
  return {
    kit,
    kind: backupParcel.kind,
    format: backupParcel.format,
    made: now.toISOString(),
    data: {
      records: packed
        .filter(({ record }) => record !== undefined)
        .map(({ kind, id, record }) => ({ kind, id, record })),
      unread: [
        ...packed
          .filter(({ record }) => record === undefined)
          .map(({ kind, id, text }) => ({ key: `${kind}:${id}`, text })),
        ...aside.map(({ key, text }) => ({ key, text })),
      ],
    },
  };
}

/** The stored record that a text is, with all that it holds; undefined when it is none. */
function recordIn(text: string): unknown {
  if (nestingOf(text).deepest > MOST_DEEP - LEVELS_AROUND) return undefined;
  try {
    const json: unknown = JSON.parse(text);
    return readJson(anyRecord, json).state === 'damaged' ? undefined : json;
  } catch {
    return undefined;
  }
}
