import { isReceived, newestFirst, sheetRecord, type Sheet } from '../domain/records/sheet';
import { currentMentorship } from './kit';
import { openRecords } from './records';
import { openStorage } from './storage';

/** How far the open mentorship is with each worksheet: its newest sheet of one's own, by the worksheet's id. */
export function standing(storageName: string): ReadonlyMap<string, Sheet> {
  const records = openRecords(storageName, openStorage(), () => new Date());
  const current = currentMentorship(records);
  const own = records.all(sheetRecord).filter((sheet) => !isReceived(sheet) && sheet.mentorship === current);
  // The newest is set last, and stays.
  return new Map(
    newestFirst(own)
      .reverse()
      .map((sheet) => [sheet.worksheet, sheet]),
  );
}
