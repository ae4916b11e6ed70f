import * as v from 'valibot';
import type { RecordType } from './envelope';

const handful = v.object({
  /** Ids of the questions kept for the next talk, in the order they were kept. */
  questions: v.array(v.string()),
});

/** The questions a person has put aside for the next talk. There is one handful in a kit. */
export type Handful = v.InferOutput<typeof handful>;

export const handfulRecord: RecordType<Handful> = {
  kind: 'handful',
  format: 1,
  schema: handful,
  migrations: [],
};

/** Takes a question into the handful, or puts it back when it is in it. */
export function toggled({ questions }: Handful, id: string): Handful {
  return { questions: questions.includes(id) ? questions.filter((one) => one !== id) : [...questions, id] };
}
