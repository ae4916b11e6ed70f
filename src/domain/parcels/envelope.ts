import * as v from 'valibot';
import { id, time } from '../records/envelope';
import { backupParcel } from './backup';
import { MOST_DEEP, nestingOf } from './nesting';
import { planParcel } from './plan';
import { presetParcel } from './preset';
import { sheetParcel } from './sheet';

/** What wraps everything that leaves or enters a kit. */
export interface Enveloped<Kind extends string, Data> {
  /** Id of the kit it was written in. */
  readonly kit: string;
  readonly kind: Kind;
  /** Version of the data's shape, counted from 1 for each kind. */
  readonly format: number;
  /** When it was packed, as an ISO time in UTC. */
  readonly made: string;
  readonly data: Data;
}

/** How one kind of parcel is read: its newest format and its schema. */
export interface ParcelType<Kind extends string, Data> {
  readonly kind: Kind;
  readonly format: number;
  readonly schema: v.GenericSchema<unknown, Data>;
}

/** The kinds of parcels there are; one more is one more entry. */
const TYPES = { backup: backupParcel, sheet: sheetParcel, plan: planParcel, preset: presetParcel };
export type ParcelKind = keyof typeof TYPES;

export type Parcel = {
  [Kind in ParcelKind]: Enveloped<Kind, v.InferOutput<(typeof TYPES)[Kind]['schema']>>;
}[ParcelKind];

/** Why a text is not taken in. */
export type Refusal =
  | 'empty'
  | 'too-big'
  /** It begins like a parcel of ours, but its end is missing. */
  | 'cut'
  | 'not-json'
  /** JSON of some other program. */
  | 'not-ours'
  /** A newer version of the site packed it. */
  | 'newer'
  | 'wrong-data';

export type ParcelReading =
  { readonly state: 'ok'; readonly parcel: Parcel } | { readonly state: 'refused'; readonly reason: Refusal };

/** No kit fills more: a browser keeps about 5 million characters for a site, and a file may be laid out with blanks. */
export const MOST_CHARACTERS = 12_000_000;

const envelope = v.object({
  kit: id,
  kind: id,
  format: v.pipe(v.number(), v.safeInteger(), v.minValue(1)),
  made: time,
  data: v.unknown(),
});

/** The text of a parcel, for a file or a message. */
export const writeParcel = (parcel: Parcel): string => `${JSON.stringify(parcel)}\n`;

/** Reads the text of a parcel; total on any text. Blanks and a byte order mark around it do no harm. */
export function readParcel(text: string): ParcelReading {
  if (text.length > MOST_CHARACTERS) return refused('too-big');
  const trimmed = text.trim();
  if (trimmed === '') return refused('empty');
  const { deepest, isClosed } = nestingOf(trimmed);
  if (deepest > MOST_DEEP) return refused(beginsLikeOurs(trimmed) ? 'wrong-data' : 'not-ours');
  try {
    return readJson(JSON.parse(trimmed));
  } catch {
    return refused(!isClosed && beginsLikeOurs(trimmed) ? 'cut' : 'not-json');
  }
}

function readJson(json: unknown): ParcelReading {
  const wrapped = v.safeParse(envelope, json);
  if (!wrapped.success) return refused(isLikeOurs(json) ? 'wrong-data' : 'not-ours');
  const { kind, format, data } = wrapped.output;
  const type = Object.hasOwn(TYPES, kind) ? TYPES[kind as ParcelKind] : undefined;
  if (!type || format > type.format) return refused('newer');
  const parsed = v.safeParse<v.GenericSchema<unknown, Parcel['data']>>(type.schema, data);
  if (!parsed.success) return refused('wrong-data');
  return { state: 'ok', parcel: { ...wrapped.output, data: parsed.output } as Parcel };
}

/** Whether a text begins as `writeParcel` does, or would if it went on. */
export function beginsLikeOurs(text: string): boolean {
  const begin = '{"kit":"';
  return begin.startsWith(text.slice(0, 100).replace(/\s/g, '').slice(0, begin.length));
}

/** Whether a value has everything an envelope has, right or wrong. */
const isLikeOurs = (json: unknown): boolean =>
  typeof json === 'object' &&
  json !== null &&
  Object.keys(envelope.entries).every((key) => Object.hasOwn(json, key));

const refused = (reason: Refusal): ParcelReading => ({ state: 'refused', reason });
