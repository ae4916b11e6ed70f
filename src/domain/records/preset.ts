import * as v from 'valibot';
import { inputsSchema, type PlanInputs } from '../cadence/inputs';
import { id, time, type RecordType } from './envelope';

/** Ours: the most characters and entries that a programme hands out. Its link stays short, and its pairs read it all. */
export const MOST_HANDED = {
  name: 80,
  contact: 200,
  welcome: 600,
  worksheets: 20,
  questions: 20,
  question: 300,
} as const;

const text = (most: number) =>
  v.pipe(
    v.string(),
    v.nonEmpty(),
    v.check((said) => said.length <= most),
  );
const list = (most: number, each: v.GenericSchema<unknown, string>) =>
  v.pipe(
    v.array(each),
    v.check((all) => all.length <= most),
  );

/** What a programme hands to its pairs. */
export const handedSchema = v.object({
  /** Id of the programme, the same each time it is handed out. */
  id,
  name: text(MOST_HANDED.name),
  organisation: v.exactOptional(text(MOST_HANDED.name)),
  /** Whom to call when something is wrong. */
  contact: v.exactOptional(text(MOST_HANDED.contact)),
  /** A few lines for the home page. */
  welcome: v.exactOptional(text(MOST_HANDED.welcome)),
  /** Ids of the worksheets that are shown first, in their order. */
  worksheets: list(MOST_HANDED.worksheets, text(MOST_HANDED.name)),
  /** Questions to ask, besides those of the bank. */
  questions: list(MOST_HANDED.questions, text(MOST_HANDED.question)),
  /** What the dates follow from, until the two make a plan of their own. */
  inputs: v.exactOptional(inputsSchema),
});
export type Handed = v.InferOutput<typeof handedSchema> & { readonly inputs?: PlanInputs };

const preset = v.object({
  id,
  /** Id of the mentorship that it was given to. */
  mentorship: id,
  /** When it was put in, as an ISO time in UTC. */
  made: time,
  handed: handedSchema,
});

/** What a programme set for one mentorship. What the two choose themselves goes before it; without it, the site's own settings stand. */
export type Preset = v.InferOutput<typeof preset>;

export const presetRecord: RecordType<Preset> = { kind: 'preset', format: 1, schema: preset, migrations: [] };
