/** Why nothing can be kept in this browser just now. */
export type Trouble = 'blocked' | 'full';

/** The part of the browser's Storage that the kit uses. */
export type KeyValue = Pick<Storage, 'getItem' | 'setItem' | 'removeItem' | 'key' | 'length'>;

/** localStorage where it works; otherwise a stand-in that forgets when the page closes, and the reason. */
export interface OpenedStorage {
  readonly storage: KeyValue;
  readonly trouble?: Trouble;
}

/**
 * Opens localStorage and tries one write. It may be forbidden (an exception on access), absent (`null` in
 * Firefox with storage switched off) or full; the page works on in memory and can say which it was.
 *
 * @param access how to reach the storage; a test passes its own
 */
export function openStorage(
  access: () => Storage | null | undefined = () => window.localStorage,
): OpenedStorage {
  let storage: Storage | null | undefined;
  try {
    storage = access();
  } catch {
    return { storage: new MemoryStorage(), trouble: 'blocked' };
  }
  if (!storage) return { storage: new MemoryStorage(), trouble: 'blocked' };
  const probe = 'probe:writable';
  try {
    storage.setItem(probe, '1');
    storage.removeItem(probe);
    return { storage };
  } catch (error) {
    return isFull(error)
      ? { storage, trouble: 'full' }
      : { storage: new MemoryStorage(), trouble: 'blocked' };
  }
}

/** Whether a failed write failed for want of room. Firefox once had its own name for it. */
export function isFull(error: unknown): boolean {
  return (
    error instanceof Error &&
    (error.name === 'QuotaExceededError' || error.name === 'NS_ERROR_DOM_QUOTA_REACHED')
  );
}

class MemoryStorage implements KeyValue {
  readonly #items = new Map<string, string>();
  get length() {
    return this.#items.size;
  }
  key(index: number) {
    return [...this.#items.keys()][index] ?? null;
  }
  getItem(key: string) {
    return this.#items.get(key) ?? null;
  }
  setItem(key: string, value: string) {
    this.#items.set(key, value);
  }
  removeItem(key: string) {
    this.#items.delete(key);
  }
}
