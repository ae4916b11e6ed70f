import { describe, expect, it } from 'vitest';
import { sentence, slug, words } from '../../../../src/domain/words/sentence';

const said = (result: { error?: { issues: { message: string }[] } | undefined }) =>
  result.error?.issues.map(({ message }) => message) ?? [];

describe('a sentence with gaps', () => {
  it('is taken when each gap is there, in any order and any number', () => {
    expect(said(sentence('n', 'all').safeParse('{all}: {n} and {n}'))).toEqual([]);
  });

  it('names the gap that is missing', () => {
    expect(said(sentence('n', 'all').safeParse('Page {n}'))).toEqual(['must contain {all}']);
  });

  it('names the gap that nothing fills, and those it could have', () => {
    expect(said(sentence('n', 'all').safeParse('{n} {all} {total}'))).toEqual([
      'has {total}, which nothing fills (known here: {n}, {all})',
    ]);
  });

  it('says when no gap is known at all', () => {
    expect(said(sentence().safeParse('{n}'))).toEqual(['has {n}, which nothing fills (known here: none)']);
  });

  it('names both for a gap that is misspelt', () => {
    expect(said(sentence('date').safeParse('on {dat}'))).toEqual([
      'must contain {date}',
      'has {dat}, which nothing fills (known here: {date})',
    ]);
  });
});

describe('words', () => {
  it('lose the spaces around them', () => {
    expect(words.parse('  Print \n')).toBe('Print');
  });

  it.each(['', '  ', '\n'])('%j is none', (text) => {
    expect(said(words.safeParse(text))).toEqual(['must not be empty']);
  });
});

describe('a name for an address', () => {
  it.each(['before-we-talk', 'a', '1', 'a1-b2'])('may be %j', (name) => {
    expect(slug.safeParse(name).success).toBe(true);
  });

  it.each(['', 'Before', 'a--b', '-a', 'a-', 'a b', 'ä', '__proto__', 'a.b', 'a/b', 'a\n'])(
    'may not be %j',
    (name) => {
      expect(said(slug.safeParse(name))[0]).toMatch(/^must be small letters, digits and single hyphens/);
    },
  );
});
