import * as z from 'zod/mini';
import { id, time, type RecordType } from './envelope';

const mentorship = z.object({
  id,
  /** When the first sheet of it was begun, as an ISO time in UTC. */
  started: time,
});

/** One mentoring relationship. The first needs no name; it comes into being with its first sheet. */
export type Mentorship = z.infer<typeof mentorship>;

export const mentorshipRecord: RecordType<Mentorship> = {
  kind: 'mentorship',
  format: 1,
  schema: mentorship,
  migrations: [],
};
