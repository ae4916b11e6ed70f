import * as v from 'valibot';
import { time } from '../domain/records/envelope';
import { keysUnder, type Place } from './records';

/** How long a restore can be taken back. */
const DAYS = 30;

const journal = v.object({
  /** While it is open, the next start takes the restore back. Both words are of one length: closing needs no room. */
  state: v.picklist(['open', 'done']),
  /** When the restore began; all that it writes bears this time as `savedAt`. */
  at: time,
  /** What lay under each key before, null when nothing did. */
  before: v.array(v.tuple([v.string(), v.nullable(v.string())])),
});

/** What is needed to take a restore back, written before the restore itself. */
export type Journal = v.InferOutput<typeof journal>;

type Entry = Journal['before'][number];

export const journalKey = ({ name }: Pick<Place, 'name'>): string => `${name}:journal:restore`;

/** The journal of the last restore, if there is one. */
export function readJournal(place: Place): Journal | undefined {
  try {
    const parsed = v.safeParse(journal, JSON.parse(place.storage.getItem(journalKey(place)) ?? 'null'));
    return parsed.success ? parsed.output : undefined;
  } catch {
    return undefined;
  }
}

/** Writes the journal; throws when there is no room. */
export const writeJournal = (place: Place, written: Journal): void =>
  place.storage.setItem(journalKey(place), JSON.stringify(written));

/**
 * Puts back what lay there before a restore, and forgets the journal. What was written since the restore stays, and
 * so does a mentorship that it needs. Throws when there is no room for what comes back; of a finished restore nothing
 * has changed then.
 *
 * @returns how many records stay because of what was written since
 */
export function takeBack(place: Place, restore: Journal): number {
  const { name, storage } = place;
  const untouched = restore.before.filter(([key, before]) => {
    const now = storage.getItem(key);
    if (now === null) return before !== null;
    return savedAt(now) === restore.at || key.startsWith(`${name}:damaged:`);
  });
  const back = withoutNeeded(place, untouched);
  const sizeOf = (key: string, text: string | null) => (text === null ? 0 : key.length + text.length);
  const grows = ([key, before]: Entry) => sizeOf(key, before) - sizeOf(key, storage.getItem(key));
  if (restore.state === 'done') {
    // From here on a start would go on with it. The blanks hold the room that is needed; without it this throws.
    const room = back.reduce((sum, entry) => sum + grows(entry), 0);
    const open: Journal = { ...restore, state: 'open' };
    storage.setItem(journalKey(place), JSON.stringify(open) + ' '.repeat(Math.max(0, room)));
    writeJournal(place, open);
  }
  // What makes room comes first: in the end there is as much as before, but not on every way there.
  for (const [key, before] of back.sort((a, b) => grows(a) - grows(b))) {
    if (before === null) storage.removeItem(key);
    else storage.setItem(key, before);
  }
  storage.removeItem(journalKey(place));
  // Settings are nothing that a person writes.
  return restore.before.filter(
    ([key, before]) => storage.getItem(key) !== before && !key.startsWith(`${name}:settings:`),
  ).length;
}

/** Leaves out the mentorships that came with the restore and to which something belongs that stays. */
function withoutNeeded({ name, storage }: Place, back: Entry[]): Entry[] {
  const isMentorship = (key: string) => key.startsWith(`${name}:mentorship:`);
  if (!back.some(([key, before]) => before === null && isMentorship(key))) return back;
  const texts = new Map(back);
  const needed = [`${name}:sheet:`, `${name}:question:`, `${name}:plan:`]
    .flatMap((prefix) => keysUnder(storage, prefix))
    .map((key) => (texts.has(key) ? texts.get(key) : storage.getItem(key)))
    .map((text) => `${name}:mentorship:${mentorshipOf(text)}`);
  return back.filter(([key, before]) => before !== null || !needed.includes(key));
}

/** Called at every start: a restore that was cut off half-way is taken back; the journal of an old one goes. */
export function finishRestore(place: Place, now: Date): void {
  if (place.storage.getItem(journalKey(place)) === null) return;
  const found = readJournal(place);
  try {
    if (found?.state === 'open') takeBack(place, found);
    else if (!found || Date.parse(found.at) < now.getTime() - DAYS * 24 * 60 * 60 * 1000) {
      place.storage.removeItem(journalKey(place));
    }
  } catch {
    // No room just now: the journal stays, and the next start tries again.
  }
}

/** Forgets how to take a finished restore back, to make room; false when there is nothing to forget. */
export function dropJournal(place: Place): boolean {
  if (readJournal(place)?.state !== 'done') return false;
  place.storage.removeItem(journalKey(place));
  return true;
}

const savedAt = (text: string): unknown => partOf(text, 'savedAt');

function mentorshipOf(text: string | null | undefined): string {
  const { mentorship } = (partOf(text ?? '', 'data') ?? {}) as { mentorship?: unknown };
  return typeof mentorship === 'string' ? mentorship : '';
}

function partOf(text: string, part: string): unknown {
  try {
    return (JSON.parse(text) as Partial<Record<string, unknown>> | null)?.[part];
  } catch {
    return undefined;
  }
}
