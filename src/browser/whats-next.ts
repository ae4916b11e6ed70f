import { mentorshipRecord } from '../domain/records/mentorship';
import { nextOf, type KeptSheet, type Next } from '../domain/records/overview';
import { sheetRecord } from '../domain/records/sheet';
import { openRecords, type Records } from './records';
import { openStorage } from './storage';

/** What is next for whoever comes back, and with whom; nothing when there is nothing. */
export function whatIsNext(
  storageName: string,
  now: Date = new Date(),
): (Next & { readonly other: string | undefined }) | undefined {
  const records = openRecords(storageName, openStorage(), () => now);
  const mentorships = new Map(records.all(mentorshipRecord).map((one) => [one.id, one]));
  const next = nextOf(
    keptSheets(records).filter(({ sheet }) => !mentorships.get(sheet.mentorship)?.archived),
    now,
  );
  return next && { ...next, other: mentorships.get(next.sheet.mentorship)?.other };
}

/** All sheets with the time each was last stored. */
export function keptSheets(records: Records): KeptSheet[] {
  return records.all(sheetRecord).map((sheet) => {
    const reading = records.read(sheetRecord, sheet.id);
    return { sheet, savedAt: new Date(reading.state === 'ok' ? reading.record.savedAt : sheet.started) };
  });
}
