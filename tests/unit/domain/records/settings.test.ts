import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readRecord, writeRecord } from '../../../../src/domain/records/envelope';
import { SETTINGS_ID, settingsRecord } from '../../../../src/domain/records/settings';

const now = new Date('2026-02-14T08:30:00.000Z');
const read = (data: unknown) =>
  readRecord(settingsRecord, JSON.stringify({ format: 1, revision: 1, savedAt: now.toISOString(), data }));

describe('what the kit remembers about itself', () => {
  it('lies in one place, whatever is remembered', () => {
    expect(SETTINGS_ID).toBe('kit');
  });

  it('comes back from storage as it was kept: any part of it, or none', () => {
    const id = fc.string({ minLength: 1 });
    const some = fc.record(
      { kit: id, current: id, copied: fc.constant(now.toISOString()) },
      { requiredKeys: [] },
    );
    fc.assert(
      fc.property(some, (data) => {
        const kept = { ...data };
        expect(readRecord(settingsRecord, writeRecord(settingsRecord, kept, 0, now))).toMatchObject({
          state: 'ok',
          record: { data: kept },
        });
      }),
    );
  });

  it.each([
    ['nothing', null],
    ['a mentorship without an id', { current: '' }],
    ['a mentorship and not its id', { current: { id: 'm1' } }],
    ['no id of the kit', { kit: 7 }],
    ['a day of the last copy that is none', { copied: 'lately' }],
    ['a part that was taken away by name', { current: null }],
  ])('is damaged when it holds %s', (_, data) => {
    expect(read(data).state).toBe('damaged');
  });
});
