// What a browser kept years ago is read today. Each fixture is a text as the site of its time stored it. Never change
// one; when a format rises, add one for it and leave the older beside it.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type * as v from 'valibot';
import {
  readRecord,
  RECORD_KINDS,
  writeRecord,
  type RecordKind,
  type RecordType,
} from '../../../../src/domain/records/envelope';
import { RECORD_TYPES } from '../../../../src/domain/records/types';

const TYPES: { readonly [Kind in RecordKind]: RecordType<unknown> } = RECORD_TYPES;

interface Stored {
  readonly format: number;
  readonly revision: number;
  readonly savedAt: string;
  readonly data: unknown;
}

const folder = join(import.meta.dirname, 'fixtures');
const textOf = (name: string) => readFileSync(join(folder, name), 'utf8');
const storedIn = (name: string) => JSON.parse(textOf(name)) as Stored;
const nameOf = (kind: RecordKind, format: number) => `${kind}-${format}.json`;
const formatsOf = (kind: RecordKind) => Array.from({ length: TYPES[kind].format }, (_, at) => at + 1);

/** Where one record cannot have every part, because some rule others out, more of its format stand beside it. */
const isOf = (name: string, kind: RecordKind, format: number) =>
  name === nameOf(kind, format) || name.startsWith(`${kind}-${format}-`);

/** Every format of every kind there has ever been. */
const everyFormat = RECORD_KINDS.flatMap((kind) =>
  formatsOf(kind).flatMap((format) =>
    [
      nameOf(kind, format),
      ...readdirSync(folder).filter((name) => name !== nameOf(kind, format) && isOf(name, kind, format)),
    ].map((name) => ({ kind, format, name })),
  ),
);

/** Texts, numbers and the like in data, with the way that leads to each: "answers.long.value: We start late". */
function wordsIn(data: unknown, way = ''): string[] {
  if (typeof data !== 'object' || data === null) return [`${way}: ${String(data)}`];
  return Object.entries(data).flatMap(([key, value]) => wordsIn(value, way ? `${way}.${key}` : key));
}

/** Names of all parts that a schema knows, those deep in it among them: "answers.*.deeper.asked". */
function partsOf(schema: v.GenericSchema, way = ''): string[] {
  const inner = schema as v.GenericSchema & {
    entries?: Record<string, v.GenericSchema>;
    wrapped?: v.GenericSchema;
    options?: v.GenericSchema[] | readonly string[];
    item?: v.GenericSchema;
    items?: v.GenericSchema[];
    value?: v.GenericSchema;
  };
  if (inner.wrapped) return partsOf(inner.wrapped, way);
  if (inner.item) return partsOf(inner.item, `${way}.*`);
  if (inner.items) return inner.items.flatMap((one, at) => partsOf(one, `${way}.${at}`));
  if (inner.type === 'record' && inner.value) return partsOf(inner.value, `${way}.*`);
  if (inner.type === 'union' || inner.type === 'variant')
    return (inner.options as v.GenericSchema[]).flatMap((one) => partsOf(one, way));
  if (!inner.entries) return [way];
  return Object.entries(inner.entries).flatMap(([key, one]) => partsOf(one, way ? `${way}.${key}` : key));
}

describe('a record stored by any site there has been', () => {
  it('is kept here, one for every format of every kind, and nothing else is', () => {
    expect(readdirSync(folder).sort()).toEqual(everyFormat.map(({ name }) => name).sort());
  });

  it.each(everyFormat)('$name says itself that it is of that format', ({ name, format }) => {
    expect(storedIn(name).format).toBe(format);
  });

  it.each(everyFormat)('$name can be read today', ({ kind, name }) => {
    const { revision, savedAt } = storedIn(name);
    expect(readRecord(TYPES[kind], textOf(name))).toMatchObject({
      state: 'ok',
      record: { format: TYPES[kind].format, revision, savedAt },
    });
  });

  it.each(everyFormat)('$name loses no word on the way', ({ kind, name }) => {
    const reading = readRecord(TYPES[kind], textOf(name));
    const now = reading.state === 'ok' ? wordsIn(reading.record.data) : [];
    expect(now).toEqual(expect.arrayContaining(wordsIn(storedIn(name).data)));
  });

  it.each(everyFormat)('$name is of today and unchanged once it was written again', ({ kind, name }) => {
    const type = TYPES[kind];
    const once = readRecord(type, textOf(name));
    const data = once.state === 'ok' ? once.record.data : undefined;
    const again = writeRecord(type, data, 7, new Date('2027-02-14T08:30:00.000Z'));
    expect(readRecord(type, again)).toMatchObject({ state: 'ok', record: { revision: 8, data } });
    expect(storedAgain(again)).toEqual(data);
  });

  const storedAgain = (text: string) => (JSON.parse(text) as Stored).data;
});

describe('every kind of record', () => {
  it.each(RECORD_KINDS)(
    '%s is stored under its own name and has a step from each format to the next',
    (kind) => {
      expect(TYPES[kind].kind).toBe(kind);
      expect(TYPES[kind].migrations).toHaveLength(TYPES[kind].format - 1);
    },
  );

  it.each(RECORD_KINDS)(
    '%s of a site one newer is shown as far as it can be read, and never called damaged',
    (kind) => {
      const type = TYPES[kind];
      const today = storedIn(nameOf(kind, type.format));
      const newer = { ...today, format: type.format + 1 };
      expect(readRecord(type, JSON.stringify(newer))).toEqual({
        state: 'newer',
        format: type.format + 1,
        data: today.data,
      });
      expect(readRecord(type, JSON.stringify({ ...newer, data: 'all new' }))).toEqual({
        state: 'newer',
        format: type.format + 1,
      });
    },
  );

  // An older page that is still open would leave a part out that it does not know, and write the rest back.
  it.each(RECORD_KINDS)(
    '%s has every part of today’s shape in its newest fixture: a new part needs a new format',
    (kind) => {
      const type = TYPES[kind];
      const { data } = storedIn(nameOf(kind, type.format));
      const known = (type.schema as { entries?: Record<string, unknown> }).entries;
      expect(Object.keys(data as object).sort()).toEqual(Object.keys(known ?? {}).sort());
      const all = everyFormat.filter((one) => one.kind === kind && one.format === type.format);
      const ways = all
        .flatMap(({ name }) => wordsIn(storedIn(name).data))
        .map((words) => words.slice(0, words.indexOf(':')).split('.'));
      const missing = partsOf(type.schema as v.GenericSchema).filter((part) => {
        const steps = part.split('.');
        return !ways.some(
          (way) => way.length === steps.length && steps.every((step, at) => step === '*' || step === way[at]),
        );
      });
      expect(missing).toEqual([]);
    },
  );

  it.each(everyFormat)(
    'whatever a $name holds, its steps neither throw nor make something up',
    ({ kind, format }) => {
      const spoilt = (data: unknown) =>
        JSON.stringify({ format, revision: 1, savedAt: '2026-02-14T08:30:00.000Z', data });
      const whole = storedIn(nameOf(kind, format)).data as Record<string, unknown>;
      const oneWrong = fc
        .tuple(fc.constantFrom(...Object.keys(whole)), fc.jsonValue())
        .map(([key, value]) => ({ ...whole, [key]: value }));
      fc.assert(
        fc.property(fc.oneof(fc.jsonValue(), oneWrong), (data) => {
          const reading = readRecord(TYPES[kind], spoilt(data));
          expect(['ok', 'damaged']).toContain(reading.state);
          if (reading.state !== 'ok') return;
          const given = JSON.stringify(data);
          for (const words of wordsIn(reading.record.data)) {
            const said = words.slice(words.indexOf(': ') + 2);
            expect(given).toContain(JSON.stringify(said).slice(1, -1));
          }
        }),
      );
    },
  );
});
