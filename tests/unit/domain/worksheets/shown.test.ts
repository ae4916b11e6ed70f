import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isPrivate } from '../../../../src/domain/worksheets/answers';
import type { Section } from '../../../../src/domain/worksheets/definition';
import { hasPrivate, saidIn, shownAnswers } from '../../../../src/domain/worksheets/shown';
import { anySheet, field, fields, sections, sheetWith } from './samples';

const said = (value: string, hidden?: boolean) => ({
  asked: `Asked before ${value}`,
  value,
  ...(hidden && { private: true }),
});
const ids = (shown: readonly { id: string }[]) => shown.map(({ id }) => id);

describe('which answers of a sheet are shown', () => {
  it('those given, in the order of the worksheet and not of the writing', () => {
    const sheet = sheetWith({ extra: said('c'), short: said('b'), long: said('a') });
    expect(ids(shownAnswers(sheet, sections))).toEqual(['long', 'short', 'extra']);
  });

  it('those whose field is gone come last, with the question as it was asked', () => {
    const sheet = sheetWith({ gone: said('wet'), long: said('a') });
    const shown = shownAnswers(sheet, sections);
    expect(ids(shown)).toEqual(['long', 'gone']);
    expect(shown[1]).toEqual({ id: 'gone', field: undefined, answer: said('wet') });
  });

  it('none that is private by its field', () => {
    const sheet = sheetWith({ mine: said('secret'), long: said('a') });
    expect(ids(shownAnswers(sheet, sections))).toEqual(['long']);
  });

  it('none that its writer made private, its field gone or not', () => {
    const sheet = sheetWith({ long: said('secret', true), gone: said('secret', true), short: said('b') });
    expect(ids(shownAnswers(sheet, sections))).toEqual(['short']);
  });

  it('private ones too, in their place, when asked for', () => {
    const sheet = sheetWith({ extra: said('c'), mine: said('secret'), long: said('hidden', true) });
    expect(ids(shownAnswers(sheet, sections, { withPrivate: true }))).toEqual(['long', 'mine', 'extra']);
  });

  it('all of them once, or all but the private ones, whatever the sheet holds', () => {
    fc.assert(
      fc.property(anySheet, (sheet) => {
        const all = shownAnswers(sheet, sections, { withPrivate: true });
        expect(ids(all).sort()).toEqual(Object.keys(sheet.answers).sort());
        const open = shownAnswers(sheet, sections);
        expect(open).toEqual(all.filter(({ field: asked, answer }) => !isPrivate(asked, answer)));
        expect(hasPrivate(sheet, sections)).toBe(open.length < all.length);
      }),
    );
  });

  it('none for a blank sheet, even where a field is named like something every object carries', () => {
    const odd: Section[] = [
      { id: 's', minutes: 1, more: false, spare: false, fields: [{ ...field('long'), id: 'constructor' }] },
    ];
    expect(shownAnswers(sheetWith({}), odd, { withPrivate: true })).toEqual([]);
    expect(shownAnswers(sheetWith({}), [], { withPrivate: true })).toEqual([]);
  });
});

describe('words of other tabs that wait to be chosen from', () => {
  const others = [{ value: 'theirs', deeper: { asked: 'Why?', value: 'because' } }, { value: 'more' }];

  it('are shown with the answer, one’s own first', () => {
    const sheet = sheetWith({ long: { ...said('mine'), others } });
    const [shown] = shownAnswers(sheet, sections);
    expect(saidIn(shown!.answer).map(({ value }) => value)).toEqual(['mine', 'theirs', 'more']);
    expect(saidIn(shown!.answer)[1]?.deeper?.value).toBe('because');
    expect(saidIn(said('alone'))).toEqual([said('alone')]);
  });

  it('are as private as the answer', () => {
    const sheet = sheetWith({ long: { ...said('mine', true), others }, mine: { ...said('x'), others } });
    expect(shownAnswers(sheet, sections)).toEqual([]);
    expect(hasPrivate(sheet, sections)).toBe(true);
  });
});

describe('whether a sheet holds something private', () => {
  it.each([
    ['an answer in a private field', { mine: said('secret') }, true],
    ['an answer made private', { long: said('secret', true) }, true],
    ['a private answer whose field is gone', { gone: said('secret', true) }, true],
    ['open answers only', { long: said('a'), gone: said('b') }, false],
    ['nothing', {}, false],
  ])('%s', (_, answers, hidden) => {
    expect(hasPrivate(sheetWith(answers), sections)).toBe(hidden);
  });
});

it('the sample worksheet has one private field to try this with', () => {
  expect(fields.filter((one) => one.private).map(({ id }) => id)).toEqual(['mine']);
});
