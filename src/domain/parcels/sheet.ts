import * as v from 'valibot';
import { sheetRecord, type Answer, type Sheet } from '../records/sheet';
import type { Section } from '../worksheets/definition';
import { shownAnswers } from '../worksheets/shown';
import type { Enveloped, ParcelType } from './envelope';

/** What the other person gets of a sheet. The rest concerns this kit alone. */
export type SharedSheet = Pick<Sheet, 'id' | 'worksheet' | 'side' | 'started' | 'done' | 'answers'>;
export type SheetParcel = Enveloped<'sheet', SharedSheet>;

/** Judged as a whole sheet is, so that there is one schema for both. */
const shared: v.GenericSchema<unknown, SharedSheet> = v.pipe(
  v.unknown(),
  v.transform((data): unknown => ({ ...(data as object), mentorship: 'none', nudged: [] })),
  sheetRecord.schema,
  v.transform(sharedPart),
);

export const sheetParcel: ParcelType<'sheet', SharedSheet> = { kind: 'sheet', format: 1, schema: shared };

/** Packs a sheet for the other person, without what is private. It keeps its author when it is passed on. */
export function packSheet(kit: string, sheet: Sheet, sections: readonly Section[], now: Date): SheetParcel {
  const answers = shownAnswers(sheet, sections).map(({ id, answer }) => [id, openPart(answer)] as const);
  return {
    kit: sheet.from?.kit ?? kit,
    kind: sheetParcel.kind,
    format: sheetParcel.format,
    made: now.toISOString(),
    data: { ...sharedPart(sheet), answers: Object.fromEntries(answers) },
  };
}

/** The record of a sheet that came from the other person; it is only read here. */
export const receivedSheet = ({ kit, data }: SheetParcel, mentorship: string, now: Date): Sheet => ({
  ...data,
  mentorship,
  nudged: [],
  from: { kit, at: now.toISOString() },
});

/**
 * The record of an own sheet that comes back. A parcel has nothing private in it: what this kit keeps private of the
 * sheet stays with it.
 *
 * @param mine the sheet as it is kept here, if it is
 */
export function returnedSheet({ data }: SheetParcel, mine: Sheet | undefined, mentorship: string): Sheet {
  const answers = { ...data.answers };
  for (const [id, answer] of Object.entries(mine?.answers ?? {})) {
    const back = Object.hasOwn(answers, id) ? answers[id] : undefined;
    if (answer.private) answers[id] = { ...(back ?? answer), private: true };
  }
  return { ...data, answers, mentorship: mine?.mentorship ?? mentorship, nudged: mine?.nudged ?? [] };
}

function sharedPart({ id, worksheet, side, started, done, answers }: Sheet): SharedSheet {
  return { id, worksheet, ...(side && { side }), started, ...(done && { done }), answers };
}

const openPart = ({ asked, value, deeper, others }: Answer): Answer => ({
  asked,
  value,
  ...(deeper && { deeper }),
  ...(others && { others }),
});
