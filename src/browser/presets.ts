import type { Plan } from '../domain/cadence/plan';
import { presetRecord, type Preset } from '../domain/records/preset';
import { currentMentorship, mentorshipInUse } from './kit';
import { openRecords, type Records } from './records';
import { openStorage } from './storage';

/** What a programme set for a mentorship. Of two, as an opened copy can bring along, the one that came last. */
export const presetOf = (records: Records, mentorship: string | undefined): Preset | undefined =>
  records
    .all(presetRecord)
    .filter((preset) => preset.mentorship === mentorship)
    .sort((a, b) => b.made.localeCompare(a.made) || a.id.localeCompare(b.id))[0];

/** What a programme set for the mentorship that is open, under a storage name (from `site.yaml`). */
export function presetInUse(storageName: string): Preset | undefined {
  const records = openRecords(storageName, openStorage(), () => new Date());
  return presetOf(records, currentMentorship(records) ?? mentorshipInUse(records));
}

/** The plan that follows from a preset, as long as there is none of one's own. It is stored with its first change. */
export function planFrom(preset: Preset | undefined): Plan | undefined {
  if (!preset) return undefined;
  const { id, mentorship, made, handed } = preset;
  const { inputs } = handed;
  return inputs && { id, mentorship, made, inputs, shifts: {}, calendarRemembers: false };
}
