import {
  readRecord,
  writeRecord,
  type Reading,
  type RecordKind,
  type RecordType,
} from '../domain/records/envelope';
import { dropJournal, finishRestore } from './journal';
import { isFull, openStorage, type KeyValue, type OpenedStorage, type Trouble } from './storage';

/** A record that could not be read, with its whole text, so that it can be offered for download. */
export interface SetAside {
  readonly key: string;
  readonly text: string;
}

export type Written<Data> =
  | { readonly state: 'saved'; readonly data: Data; readonly at: Date }
  /** Not stored; `data` is what would have been, and stays readable in this page until it closes. */
  | { readonly state: 'unsaved'; readonly data: Data; readonly trouble: Trouble | 'newer' };

/** Where records lie: the storage, and the first part of their keys. */
export interface Place {
  readonly name: string;
  readonly storage: KeyValue;
}

/** The kit's records, one storage key each. Everything comes in through a schema and goes out whole. */
export interface Records extends Place {
  /** Trouble found when the storage was opened. */
  readonly trouble: Trouble | undefined;
  read<Data>(type: RecordType<Data>, id: string): Reading<Data>;
  /** Whether there is a record in storage, and not in this page alone. */
  isStored(type: RecordType<unknown>, id: string): boolean;
  /** A record's data, of a newer one as far as it can be read; a damaged one is set aside on the way. */
  find<Data>(type: RecordType<Data>, id: string): Data | undefined;
  /** All readable records of a kind, newer ones as far as they can be read; the damaged are set aside on the way. */
  all<Data>(type: RecordType<Data>): Data[];
  /**
   * Reads the record again and writes what `change` makes of it (`undefined`: there is none), so that what
   * another tab wrote in between is built upon and not lost. A change that could not be stored is made again
   * with the next one.
   */
  write<Data>(type: RecordType<Data>, id: string, change: (stored: Data | undefined) => Data): Written<Data>;
  /** Moves a record to the trash, whence `restore` brings it back. False: there was no room to move it. */
  discard(type: RecordType<unknown>, id: string): boolean;
  /** False: it is not in the trash, there is no room, or another tab has written a record of that id since. */
  restore(type: RecordType<unknown>, id: string): boolean;
  /** What was found damaged, now or earlier. */
  setAside(): SetAside[];
  forget(aside: SetAside): void;
}

type Change = (stored: unknown) => unknown;

/** How long a discarded record stays in the trash. */
const TRASH_DAYS = 30;

/**
 * The records under one storage name.
 *
 * @param name first part of every key, from `site.yaml`
 * @param now the clock
 */
export function openRecords(name: string, opened: OpenedStorage, now: () => Date): Records {
  const { storage } = opened;
  finishRestore({ name, storage }, now());
  /** What could not be stored, by key: its text, so that the page goes on with it, and the changes that made it. */
  const unsaved = new Map<string, { readonly text: string; readonly changes: readonly Change[] }>();
  /** Keys of damaged records for which there was no room to be moved. */
  const stuck = new Set<string>();
  const keyOf = (kind: string, id: string) => `${name}:${kind}:${id}`;
  const textAt = (key: string) => unsaved.get(key)?.text ?? storage.getItem(key);
  /** What was last read under each key: a kit of megabytes is not parsed again for each look at it. */
  const known = new Map<string, { readonly text: string; readonly reading: Reading<unknown> }>();
  const readText = <Data>(type: RecordType<Data>, key: string, text: string | null): Reading<Data> => {
    const before = known.get(key);
    // One key holds one kind of record, so what was read there is of this type.
    if (before && before.text === text) return before.reading as Reading<Data>;
    const reading = readRecord(type, text);
    if (text !== null) known.set(key, { text, reading });
    return reading;
  };

  const records: Records = {
    name,
    storage,
    trouble: opened.trouble,

    read: (type, id) => readText(type, keyOf(type.kind, id), textAt(keyOf(type.kind, id))),

    isStored: (type, id) => storage.getItem(keyOf(type.kind, id)) !== null,

    find(type, id) {
      const key = keyOf(type.kind, id);
      const reading = readText(type, key, textAt(key));
      if (reading.state === 'ok') return reading.record.data;
      if (reading.state === 'damaged') moveAside(key);
      return reading.state === 'newer' ? reading.data : undefined;
    },

    all<Data>(type: RecordType<Data>): Data[] {
      const prefix = keyOf(type.kind, '');
      return keysUnder(storage, prefix, unsaved.keys()).flatMap((key) => {
        const data = records.find(type, key.slice(prefix.length));
        return data === undefined ? [] : [data];
      });
    },

    write<Data>(
      type: RecordType<Data>,
      id: string,
      change: (stored: Data | undefined) => Data,
    ): Written<Data> {
      const key = keyOf(type.kind, id);
      const reading = readText(type, key, storage.getItem(key));
      const stored = reading.state === 'ok' ? reading.record : undefined;
      const changes = [...(unsaved.get(key)?.changes ?? []), change as Change];
      const data = changes.reduce<unknown>((older, make) => make(older), stored?.data) as Data;
      // A newer version of the site wrote this record: what it knows and we do not must not be overwritten.
      if (reading.state === 'newer') return { state: 'unsaved', data, trouble: 'newer' };
      const at = now();
      const text = writeRecord(type, data, stored?.revision ?? 0, at);
      const keep = (trouble: Trouble) => {
        unsaved.set(key, { text, changes });
        return { state: 'unsaved', data, trouble } as const;
      };
      // Nothing is written over what could not be read.
      if (reading.state === 'damaged' && !moveAside(key)) return keep('full');
      try {
        store(key, text);
        unsaved.delete(key);
      } catch (error) {
        return keep(isFull(error) ? 'full' : 'blocked');
      }
      if (opened.trouble === 'blocked') return { state: 'unsaved', data, trouble: 'blocked' };
      return { state: 'saved', data, at };
    },

    discard(type, id) {
      const key = keyOf(type.kind, id);
      const text = textAt(key);
      if (text === null) return true;
      const trash = JSON.stringify({ deletedAt: now().toISOString(), text });
      return move(key, keyOf('trash', `${type.kind}:${id}`), trash);
    },

    restore(type, id) {
      const from = keyOf('trash', `${type.kind}:${id}`);
      const to = keyOf(type.kind, id);
      const text = trashedText(textAt(from));
      return text !== undefined && textAt(to) === null && move(from, to, text);
    },

    setAside: () =>
      [...keysUnder(storage, `${name}:damaged:`, unsaved.keys()), ...stuck].map((key) => ({
        key,
        text: storage.getItem(key) ?? '',
      })),

    forget({ key }) {
      storage.removeItem(key);
      stuck.delete(key);
    },
  };

  emptyOldTrash();
  return records;

  /** New words matter more than a way back from a restore: where there is no room, that goes first. */
  function store(key: string, text: string): void {
    try {
      storage.setItem(key, text);
    } catch (error) {
      if (!isFull(error) || !dropJournal({ name, storage })) throw error;
      storage.setItem(key, text);
    }
  }

  /** False: there was no room; then the record stays where it is, and is listed all the same. */
  function moveAside(key: string): boolean {
    const rest = key.slice(name.length + 1);
    const moved = move(key, keyOf('damaged', `${rest}:${now().getTime()}`), storage.getItem(key) ?? '');
    if (moved) stuck.delete(key);
    else stuck.add(key);
    return moved;
  }

  /**
   * The copy is written before the original goes, so that a crash in between leaves two and not none. A full
   * storage has no room for the copy: then the original goes first and comes back if the copy fails again.
   */
  function move(from: string, to: string, text: string): boolean {
    const before = storage.getItem(from);
    try {
      storage.setItem(to, text);
      storage.removeItem(from);
      unsaved.delete(from);
      return true;
    } catch {
      // Where not even what lies there can be written anew, it would not come back.
      if (before === null || !canWrite(from, before)) return false;
      storage.removeItem(from);
      try {
        storage.setItem(to, text);
        unsaved.delete(from);
        return true;
      } catch {
        putBack(from, before);
        return false;
      }
    }
  }

  function canWrite(key: string, text: string): boolean {
    try {
      storage.setItem(key, text);
      return true;
    } catch {
      return false;
    }
  }

  function putBack(key: string, text: string): void {
    try {
      storage.setItem(key, text);
    } catch {
      // Another page took the room in this very moment.
      unsaved.set(key, { text, changes: [] });
    }
  }

  function emptyOldTrash(): void {
    const oldest = now().getTime() - TRASH_DAYS * 24 * 60 * 60 * 1000;
    for (const key of keysUnder(storage, `${name}:trash:`, unsaved.keys())) {
      const deletedAt = trashedAt(textAt(key));
      if (deletedAt !== undefined && deletedAt < oldest) storage.removeItem(key);
    }
  }
}

/** All keys that begin alike, in storage and, as far as given, `beside` it. */
export function keysUnder(storage: KeyValue, prefix: string, beside: Iterable<string> = []): string[] {
  const keys = new Set([...beside].filter((key) => key.startsWith(prefix)));
  for (let at = 0; at < storage.length; at++) {
    const key = storage.key(at);
    if (key?.startsWith(prefix)) keys.add(key);
  }
  return [...keys];
}

/** What lies in the trash under a key; undefined when that is not trash. */
export function trashed(text: string | null): { deletedAt: string; text: string } | undefined {
  try {
    const json: unknown = JSON.parse(text ?? '');
    if (typeof json !== 'object' || json === null) return undefined;
    const { deletedAt, text: kept } = json as Partial<Record<string, unknown>>;
    return typeof deletedAt === 'string' && typeof kept === 'string' ? { deletedAt, text: kept } : undefined;
  } catch {
    return undefined;
  }
}

const trashedText = (text: string | null) => trashed(text)?.text;

function trashedAt(text: string | null): number | undefined {
  const time = Date.parse(trashed(text)?.deletedAt ?? '');
  return Number.isNaN(time) ? undefined : time;
}

/** Whether there is a record of a kind, whatever it says: what it takes to read it is fetched only then. */
export const hasAny = (storageName: string, kind: RecordKind): boolean =>
  keysUnder(openStorage().storage, `${storageName}:${kind}:`).length > 0;
