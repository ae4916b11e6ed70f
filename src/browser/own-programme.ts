import { programmeRecord, type Programme } from '../domain/records/programme';
import { randomId, type Surroundings } from './kit';
import { whenOthersWrite } from './other-tabs';
import { openRecords, type Written } from './records';
import { openStorage, type Trouble } from './storage';

/** What a page says of a programme; the rest comes with it. */
export type ProgrammeSaid = Omit<Programme, 'id' | 'made'>;

/** The programme that a facilitator sets up in this browser. Nothing throws. */
export interface OwnProgramme {
  /** Trouble found when the storage was opened. */
  readonly trouble: Trouble | undefined;
  /** Its id; of one that is not stored yet, the id it will have. */
  id(): string;
  /** The one that is kept; of two, as an opened copy can bring along, the one that was begun last. */
  current(): Programme | undefined;
  save(said: ProgrammeSaid): Written<Programme>;
  /** Moves it to the trash for 30 days; false when there was no room to do so. */
  discard(): boolean;
  restore(id: string): boolean;
  /** Calls back when another tab wrote. */
  onChange(callback: () => void): void;
}

/** Opens it under a storage name (from `site.yaml`). */
export function openOwnProgramme(name: string, surroundings: Surroundings = {}): OwnProgramme {
  const { opened = openStorage(), now = () => new Date(), newId = randomId } = surroundings;
  const records = openRecords(name, opened, now);
  let first = newId();
  const current = () =>
    records.all(programmeRecord).sort((a, b) => b.made.localeCompare(a.made) || a.id.localeCompare(b.id))[0];
  const id = () => current()?.id ?? first;
  return {
    trouble: records.trouble,
    id,
    current,
    save(said) {
      const into = id();
      return records.write(programmeRecord, into, (stored) => ({
        id: into,
        made: stored?.made ?? now().toISOString(),
        ...said,
      }));
    },
    discard() {
      const isGone = records.discard(programmeRecord, id());
      // What is typed next is another programme.
      if (isGone) first = newId();
      return isGone;
    },
    restore: (gone) => records.restore(programmeRecord, gone),
    onChange: (callback) =>
      void whenOthersWrite((key) => {
        if (key === null || key.startsWith(`${name}:programme:`)) callback();
      }),
  };
}
