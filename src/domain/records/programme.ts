import * as v from 'valibot';
import { exportSchema } from '../cadence/calendar';
import { id, time, type RecordType } from './envelope';

const programme = v.object({
  /** Also the id of what is handed out, and the beginning of its events' ids. */
  id,
  /** When it was begun, as an ISO time in UTC. */
  made: time,
  /** As typed, right or wrong, so that nothing is lost. */
  texts: v.object({
    name: v.string(),
    organisation: v.string(),
    contact: v.string(),
    welcome: v.string(),
    /** A question a line. */
    questions: v.string(),
  }),
  /** Ids of worksheets in the order they are to be shown. */
  worksheets: v.array(v.string()),
  /** The controls of the rhythm and the dates, by their names. */
  controls: v.record(v.string(), v.string()),
  away: v.array(v.object({ from: v.string(), to: v.string() })),
  /** The events that calendar files of this programme have held. */
  exported: v.exactOptional(exportSchema),
});

/** A facilitator's programme as its form stands. It stays in the facilitator's own kit. */
export type Programme = v.InferOutput<typeof programme>;
export type ProgrammeTexts = Programme['texts'];

export const programmeRecord: RecordType<Programme> = {
  kind: 'programme',
  format: 1,
  schema: programme,
  migrations: [],
};
