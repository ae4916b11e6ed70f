import { handfulRecord, toggled } from '../domain/records/handful';
import { openRecords } from './records';
import { openStorage } from './storage';

/** The questions kept for the next talk, in this browser. */
export interface KeptHandful {
  readonly ids: () => readonly string[];
  /** Takes a question in or puts it back. False: it could not be stored and lasts until the page closes. */
  readonly toggle: (id: string) => boolean;
  /** Calls back when another tab has changed the handful. */
  readonly onChange: (callback: () => void) => void;
}

/** Opens the handful under a storage name; never throws. */
export function openHandful(storageName: string): KeptHandful {
  const records = openRecords(storageName, openStorage(), () => new Date());
  const id = 'next-talk';
  return {
    ids() {
      const reading = records.read(handfulRecord, id);
      return reading.state === 'ok' ? reading.record.data.questions : [];
    },
    toggle: (question) =>
      records.write(handfulRecord, id, (stored = { questions: [] }) => toggled(stored, question)).state ===
      'saved',
    onChange(callback) {
      window.addEventListener('storage', ({ key }) => {
        if (key === null || key.includes(':handful:')) callback();
      });
    },
  };
}
