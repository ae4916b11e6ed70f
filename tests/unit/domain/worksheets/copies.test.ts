// An option may stand for the words of a text field; whatever else it names stops the build.
import { describe, expect, it } from 'vitest';
import { worksheetSchema } from '../../../../src/domain/worksheets/definition';
import { fieldsIn, wholeFile, type WholeFile } from './samples';

function complaints(spoil: (file: WholeFile) => void): string[] {
  const file = wholeFile();
  spoil(file);
  const { error } = worksheetSchema.safeParse(file);
  return (error?.issues ?? []).map(({ path, message }) => `${path.join('.')}: ${message}`);
}

/** Lets the first option of a field copy another. */
const copying = (at: number, copies: string) => (file: WholeFile) => {
  const [option] = fieldsIn(file, 1)[at]!['options'] as Record<string, unknown>[];
  option!['copies'] = copies;
};

describe('an option that copies', () => {
  it.each(['short', 'long', 'mine'])('may name a text, private or not: %s', (id) => {
    expect(complaints(copying(0, id))).toEqual([]);
  });

  it.each([
    [0, 'nowhere', 'one.options.mon', 'names "nowhere", a field that does not exist'],
    [0, 'ease', 'one.options.mon', 'names "ease", which is not a text of one person'],
    [1, 'short', 'some.options.focus', 'is for a single choice only'],
  ])('is told what is wrong with it: field %i, %s', (at, copies, path, said) => {
    expect(complaints(copying(at, copies))).toEqual([`sections.${path}.copies: ${said}`]);
  });

  it('may not name a text of both sides, of which there are two', () => {
    const both = (file: WholeFile) => {
      copying(0, 'short')(file);
      fieldsIn(file, 0)[1]!['both'] = true;
      (file.example['answers'] as Record<string, unknown>)['short'] = { mentor: 'A', mentee: 'B' };
    };
    expect(complaints(both)).toEqual([
      'sections.one.options.mon.copies: names "short", which is not a text of one person',
    ]);
  });
});
