// Stand-ins for what a browser gives: a storage with a limit, a clock that can be set, ids that count.

/** A Storage with room for so many characters, keys and values together, as browsers count. */
export class FakeStorage implements Storage {
  readonly items = new Map<string, string>();
  /** Thrown by every write when set, as a browser that forbids writing does. */
  refusal: Error | undefined;
  constructor(public room = Infinity) {}

  get used() {
    return [...this.items].reduce((sum, [key, text]) => sum + key.length + text.length, 0);
  }
  get length() {
    return this.items.size;
  }
  get keys() {
    return [...this.items.keys()];
  }
  key(index: number) {
    return this.keys[index] ?? null;
  }
  getItem(key: string) {
    return this.items.get(key) ?? null;
  }
  setItem(key: string, value: string) {
    if (this.refusal) throw this.refusal;
    const before = this.items.get(key);
    const more = key.length + value.length - (before === undefined ? 0 : key.length + before.length);
    if (this.used + more > this.room) throw new DOMException('No room', 'QuotaExceededError');
    this.items.set(key, value);
  }
  removeItem(key: string) {
    this.items.delete(key);
  }
  clear() {
    this.items.clear();
  }
  /** Leaves room for exactly so many characters more. */
  leaveRoom(characters: number) {
    this.room = this.used + characters;
  }
  /** The text under a key, parsed. */
  json(key: string): unknown {
    const text = this.items.get(key);
    return text === undefined ? undefined : JSON.parse(text);
  }
}

/** A clock that stands still until it is moved. */
export class FakeClock {
  constructor(public time = new Date('2026-02-14T08:30:00.000Z')) {}
  readonly now = () => new Date(this.time);
  forward({ days = 0, minutes = 0 }: { days?: number; minutes?: number }) {
    this.time = new Date(this.time.getTime() + (days * 24 * 60 + minutes) * 60_000);
  }
}

/** Ids "id1", "id2" and so on; several pages may draw from one. */
export function counting(): () => string {
  let n = 0;
  return () => `id${++n}`;
}
