import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readParcel, writeParcel } from '../../../../src/domain/parcels/envelope';
import { packSheet, receivedSheet, returnedSheet } from '../../../../src/domain/parcels/sheet';
import type { Answer, Sheet } from '../../../../src/domain/records/sheet';
import { isPrivate } from '../../../../src/domain/worksheets/answers';
import { fields, sections, sheetWith } from '../worksheets/samples';
import { NOW, sheetOf } from './arbitrary';

const said = (value: string, more: Partial<Answer> = {}): Answer => ({ asked: 'Tell it.', value, ...more });
const pack = (sheet: Sheet) => packSheet('k1', sheet, sections, NOW);

describe('a sheet for the other person', () => {
  it('carries what they need to read it, and nothing that concerns this kit alone', () => {
    const sheet = sheetWith(
      {
        long: said('We start late', {
          deeper: { asked: 'What else?', value: 'The room' },
          others: [{ value: 'Late' }],
        }),
      },
      { side: 'mentee', done: '2026-02-04T09:00:00.000Z', nudged: ['long', 'mine'] },
    );
    expect(pack(sheet)).toEqual({
      kit: 'k1',
      kind: 'sheet',
      format: 1,
      made: '2026-11-25T08:30:00.000Z',
      data: {
        id: 's1',
        worksheet: 'test',
        side: 'mentee',
        started: '2026-02-03T09:00:00.000Z',
        done: '2026-02-04T09:00:00.000Z',
        answers: {
          long: {
            asked: 'Tell it.',
            value: 'We start late',
            deeper: { asked: 'What else?', value: 'The room' },
            others: [{ value: 'Late' }],
          },
        },
      },
    });
  });

  it('has no answer that is private by its field, its writer, or was while its field was there', () => {
    const sheet = sheetWith({
      long: said('open'),
      short: said('secret 1', { private: true }),
      mine: said('secret 2'),
      gone: said('secret 3', { private: true }),
    });
    expect(Object.keys(pack(sheet).data.answers)).toEqual(['long']);
  });

  it('never has a private word anywhere, whatever the sheet holds', () => {
    let n = 0;
    /** Marks every word of a private answer, so that it is found wherever it went. */
    const marked = (sheet: Sheet): Sheet => ({
      ...sheet,
      mentorship: 'secret-mentorship',
      nudged: ['secret-nudged'],
      answers: Object.fromEntries(
        Object.entries(sheet.answers).map(([id, answer]) => {
          const field = fields.find((one) => one.id === id);
          if (!isPrivate(field, answer)) return [id, answer];
          const secret = () => `secret-${++n}`;
          const words = { value: secret(), deeper: { asked: secret(), value: secret() } };
          return [id, { ...answer, ...words, asked: secret(), others: [words, { value: [secret()] }] }];
        }),
      ),
    });
    fc.assert(
      fc.property(sheetOf('s1', fc.constant('m')), (sheet) => {
        const text = writeParcel(pack(marked(sheet)));
        expect(text).not.toContain('secret');
        expect(text).not.toContain('"private"');
        expect(Object.keys(pack(sheet).data.answers).sort()).toEqual(
          Object.entries(sheet.answers)
            .filter(
              ([id, answer]) =>
                !isPrivate(
                  fields.find((one) => one.id === id),
                  answer,
                ),
            )
            .map(([id]) => id)
            .sort(),
        );
      }),
      { numRuns: 300 },
    );
  });

  it('stays its author’s when it is passed on', () => {
    const sheet = sheetWith({ long: said('x') }, { from: { kit: 'k9', at: '2026-02-04T09:00:00.000Z' } });
    expect(pack(sheet).kit).toBe('k9');
    expect(pack(sheet).data).not.toHaveProperty('from');
  });

  it('arrives as it was packed, markup as the text it is', () => {
    fc.assert(
      fc.property(sheetOf('s1', fc.constant('m')), (sheet) => {
        const parcel = pack(sheet);
        expect(readParcel(writeParcel(parcel))).toEqual({ state: 'ok', parcel });
      }),
    );
    const parcel = pack(sheetWith({ long: said('</script><script>alert(1)</script>') }));
    expect(parcel.data.answers['long']?.value).toBe('</script><script>alert(1)</script>');
  });
});

describe('a sheet that came', () => {
  it('is kept as the other person’s', () => {
    const parcel = pack(sheetWith({ long: said('x') }, { side: 'mentor' }));
    expect(receivedSheet(parcel, 'm2', NOW)).toEqual({
      ...parcel.data,
      mentorship: 'm2',
      nudged: [],
      from: { kit: 'k1', at: '2026-11-25T08:30:00.000Z' },
    });
  });

  it('of one’s own is one’s own again', () => {
    const sheet = sheetWith({ long: said('x') }, { mentorship: 'm2' });
    expect(returnedSheet(pack(sheet), undefined, 'm2')).toEqual(sheet);
  });

  it('of one’s own leaves in place what is private here', () => {
    const mine = sheetWith(
      { long: said('x'), short: said('secret', { private: true }) },
      { mentorship: 'm1', nudged: ['long'] },
    );
    expect(returnedSheet(pack(mine), mine, 'm2')).toEqual(mine);
  });

  it('of one’s own keeps private what was made so after it was sent', () => {
    const sent = pack(sheetWith({ long: said('x') }));
    const mine = sheetWith({ long: said('x', { private: true }) });
    expect(returnedSheet(sent, mine, 'm1')).toEqual(mine);
  });
});
