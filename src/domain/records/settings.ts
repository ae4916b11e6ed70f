import * as v from 'valibot';
import { id, time, type RecordType } from './envelope';

const settings = v.object({
  /** This kit's own id, by which it knows its own sheets when they come back. */
  kit: v.exactOptional(id),
  /** Id of the mentorship that is open. */
  current: v.exactOptional(id),
  /** When everything was last downloaded. */
  copied: v.exactOptional(time),
});

/** What the kit remembers about itself. There is one such record. */
export type Settings = v.InferOutput<typeof settings>;

export const SETTINGS_ID = 'kit';

export const settingsRecord: RecordType<Settings> = {
  kind: 'settings',
  format: 1,
  schema: settings,
  migrations: [],
};
