import type { Mentorship } from '../domain/records/mentorship';
import type { Sheet } from '../domain/records/sheet';
import { allMentorships, currentMentorship, setCurrentMentorship, type Surroundings } from './kit';
import { lyingSheets, mentorshipsOf, sheetsOf } from './lying-sheets';
import { whenOthersWrite } from './other-tabs';
import { openRecords } from './records';
import { openStorage, type Trouble } from './storage';

/** What there is to look back on. */
export interface PastView {
  /** The oldest first, those put away among them. */
  readonly mentorships: readonly Mentorship[];
  /** The one that is looked at; undefined where there is none. */
  readonly mentorship: Mentorship | undefined;
  /** Its sheets. */
  readonly sheets: readonly Sheet[];
}

/** The kit as it is looked back on: only read, but for which mentorship is open. */
export interface Past {
  readonly trouble: Trouble | undefined;
  /** @param lookedAt the mentorship that is wanted; the current one when left out or gone */
  view(lookedAt?: string): PastView;
  setCurrent(mentorship: string): void;
  /** Calls back when another tab wrote; returns how to stop. */
  onChange(callback: () => void): () => void;
}

/** Opens the kit under a storage name (from `site.yaml`) to look back. Each record of the mentorship is read once. */
export function openPast(name: string, surroundings: Pick<Surroundings, 'opened' | 'now'> = {}): Past {
  const { opened = openStorage(), now = () => new Date() } = surroundings;
  const records = openRecords(name, opened, now);
  return {
    trouble: records.trouble,
    view(lookedAt) {
      const lying = lyingSheets(records);
      const known = allMentorships(records);
      const mentorships = mentorshipsOf(known, lying);
      const find = (wanted: string | undefined) => mentorships.find(({ id }) => id === wanted);
      const mentorship = find(lookedAt) ?? find(currentMentorship(records, known)) ?? mentorships[0];
      const sheets = sheetsOf(records, lying, mentorship?.id).map(({ sheet }) => sheet);
      return { mentorships, mentorship, sheets };
    },
    setCurrent: (mentorship) => setCurrentMentorship(records, mentorship),
    onChange: (callback) =>
      whenOthersWrite((key) => {
        if (key === null || key.startsWith(`${name}:`)) callback();
      }),
  };
}
