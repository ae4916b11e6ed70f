import { handfulRecord, toggled } from '../domain/records/handful';
import { whenOthersWrite } from './other-tabs';
import { openRecords } from './records';
import { openStorage } from './storage';

/** The questions kept for the next talk, in this browser. */
export interface KeptHandful {
  readonly ids: () => readonly string[];
  /** Takes a question in or puts it back. */
  readonly toggle: (id: string) => void;
  /**
   * Why the handful is not kept, if so: `unsaved` lasts until the page closes; `newer` was written by a newer version
   * of the site and cannot be changed by this one.
   */
  readonly trouble: () => 'unsaved' | 'newer' | undefined;
  /** Calls back when another tab may have changed the handful. */
  readonly onChange: (callback: () => void) => void;
}

/** Opens the handful under a storage name; never throws. */
export function openHandful(storageName: string): KeptHandful {
  const records = openRecords(storageName, openStorage(), () => new Date());
  const id = 'next-talk';
  let isUnsaved = false;
  return {
    ids() {
      const reading = records.read(handfulRecord, id);
      const data =
        reading.state === 'ok' ? reading.record.data : 'data' in reading ? reading.data : undefined;
      return [...new Set(data?.questions)];
    },
    toggle(question) {
      const change = (stored = { questions: [] as string[] }) => toggled(stored, question);
      isUnsaved = records.write(handfulRecord, id, change).state === 'unsaved';
    },
    trouble() {
      if (records.read(handfulRecord, id).state === 'newer') return 'newer';
      return isUnsaved ? 'unsaved' : undefined;
    },
    onChange(callback) {
      whenOthersWrite((key) => {
        if (key === null || key.includes(':handful:')) callback();
      });
    },
  };
}
