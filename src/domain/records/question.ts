import * as v from 'valibot';
import { id, time, type RecordType } from './envelope';

const question = v.object({
  id,
  /** Id of the mentorship it was made for. */
  mentorship: id,
  text: v.string(),
  /** Place among the mentorship's own questions, from 1; two may share one, then the older stands first. */
  order: v.number(),
  made: time,
  /** When it was put aside: it is asked no more, but what was answered to it stays. */
  retired: v.exactOptional(time),
});

/** A question of one's own, kept with a mentorship. */
export type OwnQuestion = v.InferOutput<typeof question>;

export const questionRecord: RecordType<OwnQuestion> = {
  kind: 'question',
  format: 1,
  schema: question,
  migrations: [],
};
