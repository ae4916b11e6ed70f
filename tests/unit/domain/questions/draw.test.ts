// Where a question is drawn from: everything, one theme, one's handful, one's own.
import { describe, expect, it } from 'vitest';
import { poolOf, unpackThemes, type Drawer } from '../../../../src/domain/questions/draw';

const bank = unpackThemes([
  ['focus', [['focus-1', 'What first?', 'And then?']]],
  ['own', [['own-1', 'A theme of this name?', 'Why?']]],
]);
const drawer: Drawer = {
  bank,
  handful: ['mine', 'focus-1', 'gone'],
  own: [{ id: 'mine', text: 'What of us?' }],
};
const texts = (from: Parameters<typeof poolOf>[0], of = drawer) => poolOf(from, of).map(({ text }) => text);

describe('the questions to draw from', () => {
  it('come from the bank’s file with their theme and follow-up', () => {
    expect(bank[0]).toEqual({ id: 'focus-1', text: 'What first?', theme: 'focus', followUp: 'And then?' });
  });

  it('are all there is, one’s own among them', () => {
    expect(texts('any')).toEqual(['What first?', 'A theme of this name?', 'What of us?']);
  });

  it('are those of one theme, also when it is called like another place', () => {
    expect(texts('theme:focus')).toEqual(['What first?']);
    expect(texts('theme:own')).toEqual(['A theme of this name?']);
    expect(texts('theme:none')).toEqual([]);
  });

  it('are those kept in the handful, as far as they are known', () => {
    expect(texts('handful')).toEqual(['What first?', 'What of us?']);
    expect(texts('handful', { ...drawer, bank: [] })).toEqual(['What of us?']);
  });

  it('are one’s own, without the bank too', () => {
    expect(texts('own', { ...drawer, bank: [] })).toEqual(['What of us?']);
  });
});
