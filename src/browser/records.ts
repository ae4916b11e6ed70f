import { readRecord, writeRecord, type Reading, type RecordType } from '../domain/records/envelope';
import { isFull, type KeyValue, type OpenedStorage, type Trouble } from './storage';

/** A record that could not be read, with its whole text, so that it can be offered for download. */
export interface SetAside {
  readonly key: string;
  readonly text: string;
}

export type Written<Data> =
  | { readonly state: 'saved'; readonly data: Data; readonly at: Date }
  /** Not stored; `data` is what would have been, and stays readable in this page until it closes. */
  | { readonly state: 'unsaved'; readonly data: Data; readonly trouble: Trouble | 'newer' };

/** The kit's records, one storage key each. Everything comes in through a schema and goes out whole. */
export interface Records {
  /** Trouble found when the storage was opened. */
  readonly trouble: Trouble | undefined;
  read<Data>(type: RecordType<Data>, id: string): Reading<Data>;
  /** All readable records of a kind; the damaged ones are set aside on the way. */
  all<Data>(type: RecordType<Data>): Data[];
  /**
   * Reads the record again and writes what `change` makes of it (`undefined`: there is none), so that what
   * another tab wrote in between is built upon and not lost.
   */
  write<Data>(type: RecordType<Data>, id: string, change: (stored: Data | undefined) => Data): Written<Data>;
  /** Moves a record to the trash, whence `restore` brings it back. False: there was no room to move it. */
  discard(type: RecordType<unknown>, id: string): boolean;
  restore(type: RecordType<unknown>, id: string): boolean;
  /** What was found damaged, now or earlier. */
  setAside(): SetAside[];
  forget(aside: SetAside): void;
}

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
  /** What could not be stored, by key, so that the page goes on with the newest words. */
  const unsaved = new Map<string, string>();
  const keyOf = (kind: string, id: string) => `${name}:${kind}:${id}`;
  const textAt = (key: string) => unsaved.get(key) ?? storage.getItem(key);

  const records: Records = {
    trouble: opened.trouble,

    read: (type, id) => readRecord(type, textAt(keyOf(type.kind, id))),

    all(type) {
      const found = [];
      for (const key of keysUnder(storage, `${name}:${type.kind}:`, unsaved)) {
        const reading = readRecord(type, textAt(key));
        if (reading.state === 'ok') found.push(reading.record.data);
        else if (reading.state === 'damaged') moveAside(key);
      }
      return found;
    },

    write(type, id, change) {
      const key = keyOf(type.kind, id);
      let reading = readRecord(type, textAt(key));
      if (reading.state === 'damaged') {
        moveAside(key);
        reading = { state: 'missing' };
      }
      const stored = reading.state === 'ok' ? reading.record : undefined;
      const data = change(stored?.data);
      // A newer version of the site wrote this record: what it knows and we do not must not be overwritten.
      if (reading.state === 'newer') return { state: 'unsaved', data, trouble: 'newer' };
      const at = now();
      const text = writeRecord(type, data, stored?.revision ?? 0, at);
      try {
        storage.setItem(key, text);
        unsaved.delete(key);
      } catch (error) {
        unsaved.set(key, text);
        return { state: 'unsaved', data, trouble: isFull(error) ? 'full' : 'blocked' };
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
      const text = trashedText(textAt(from));
      return text !== undefined && move(from, keyOf(type.kind, id), text);
    },

    setAside: () =>
      keysUnder(storage, `${name}:damaged:`, unsaved).map((key) => ({ key, text: textAt(key) ?? '' })),

    forget: ({ key }) => storage.removeItem(key),
  };

  emptyOldTrash();
  return records;

  function moveAside(key: string): void {
    const text = textAt(key);
    if (text === null) return;
    const rest = key.slice(name.length + 1);
    move(key, keyOf('damaged', `${rest}:${now().getTime()}`), text);
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
      storage.removeItem(from);
      try {
        storage.setItem(to, text);
        unsaved.delete(from);
        return true;
      } catch {
        if (before !== null) storage.setItem(from, before);
        return false;
      }
    }
  }

  function emptyOldTrash(): void {
    const oldest = now().getTime() - TRASH_DAYS * 24 * 60 * 60 * 1000;
    for (const key of keysUnder(storage, `${name}:trash:`, unsaved)) {
      const deletedAt = trashedAt(textAt(key));
      if (deletedAt !== undefined && deletedAt < oldest) storage.removeItem(key);
    }
  }
}

function keysUnder(storage: KeyValue, prefix: string, unsaved: ReadonlyMap<string, string>): string[] {
  const keys = new Set([...unsaved.keys()].filter((key) => key.startsWith(prefix)));
  for (let at = 0; at < storage.length; at++) {
    const key = storage.key(at);
    if (key?.startsWith(prefix)) keys.add(key);
  }
  return [...keys];
}

function trashed(text: string | null): { deletedAt: string; text: string } | undefined {
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
