import { describe, expect, it } from 'vitest';
import { packBackup } from '../../../../src/domain/parcels/backup';
import { readParcel, writeParcel } from '../../../../src/domain/parcels/envelope';
import { NOW } from './arbitrary';

const record = { format: 1, revision: 3, savedAt: '2026-02-13T10:00:00.000Z', data: { any: 'thing' } };
const pack = (text: string) => packBackup('k1', [{ kind: 'sheet', id: 'a', text }], [], NOW).data;

describe('a backup', () => {
  it('says which kit it is of and when it was made', () => {
    expect(packBackup('k1', [], [], NOW)).toEqual({
      kit: 'k1',
      kind: 'backup',
      format: 1,
      made: '2026-11-25T08:30:00.000Z',
      data: { records: [], unread: [] },
    });
  });

  it('holds each record with its envelope, private words too', () => {
    const hidden = { ...record, data: { answers: { a: { asked: '?', value: 'secret', private: true } } } };
    expect(pack(JSON.stringify(hidden))).toEqual({
      records: [{ kind: 'sheet', id: 'a', record: hidden }],
      unread: [],
    });
  });

  it('holds a record of a newer site with all that is in it', () => {
    const newer = { ...record, format: 9, weather: 'unknown to us' };
    expect(pack(JSON.stringify(newer)).records[0]?.record).toEqual(newer);
  });

  it.each([
    ['is not JSON', '{"format":1'],
    ['is empty', ''],
    ['is no record', '{"any":"thing"}'],
    ['has no data', JSON.stringify({ ...record, data: undefined })],
    ['has a date that is none', JSON.stringify({ ...record, savedAt: 'some day' })],
  ])('holds the raw text of what %s', (_, text) => {
    expect(pack(text)).toEqual({ records: [], unread: [{ key: 'sheet:a', text }] });
  });

  it('holds what was set aside', () => {
    const aside = [{ key: 'damaged:sheet:b:1', text: '<not json' }];
    expect(packBackup('k1', [], aside, NOW).data).toEqual({ records: [], unread: aside });
  });

  it('can be written and read whatever was done to a record in storage', () => {
    const deep = JSON.stringify(record).replace('"thing"', `${'['.repeat(100_000)}${']'.repeat(100_000)}`);
    const parcel = packBackup('k1', [{ kind: 'sheet', id: 'a', text: deep }], [], NOW);
    expect(parcel.data.unread).toEqual([{ key: 'sheet:a', text: deep }]);
    expect(readParcel(writeParcel(parcel))).toEqual({ state: 'ok', parcel });
    const odd = packBackup('k1', [{ kind: '', id: '', text: JSON.stringify(record) }], [], NOW);
    expect(readParcel(writeParcel(odd))).toEqual({ state: 'ok', parcel: odd });
  });

  it('reads every record that is nested just deep enough to be packed', () => {
    for (let depth = 50; depth < 70; depth++) {
      const nested = JSON.stringify(record).replace('"thing"', `${'['.repeat(depth)}${']'.repeat(depth)}`);
      expect(
        readParcel(writeParcel(packBackup('k1', [{ kind: 'x', id: 'a', text: nested }], [], NOW))).state,
      ).toBe('ok');
    }
  });
});
