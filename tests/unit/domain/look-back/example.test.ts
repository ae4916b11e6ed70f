// The made-up history that stands where there is none yet: drawn from the examples of the worksheets.
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { exampleOf } from '../../../../src/domain/look-back/example';
import { worksheetSchema } from '../../../../src/domain/worksheets/definition';

const read = (id: string) => ({
  id,
  ...worksheetSchema.parse(
    parse(readFileSync(new URL(`../../../../src/content/worksheets/${id}.yaml`, import.meta.url), 'utf8')),
  ),
});

describe('the example', () => {
  const worksheet = read('how-are-we-doing');
  const example = exampleOf([read('before-we-talk'), worksheet])!;

  it('is of the people of the first worksheet that tells of earlier sheets', () => {
    expect(example.by).toBe(worksheet.example.by);
    expect(exampleOf([read('before-we-talk')])).toBeUndefined();
  });

  it('has a line from one check-in to the next for each scale and side', () => {
    const plates = example.back.marks.flatMap((marks) => marks.plates);
    expect(plates).toHaveLength(4);
    for (const { lines } of plates) {
      expect(lines.map(({ voice, marks }) => [voice, marks.length])).toEqual([
        ['mentor', 2],
        ['mentee', 2],
      ]);
    }
    expect(example.back).toMatchObject({ checkIns: 2, since: worksheet.example.earlier[0]!.on });
  });

  it('says what became of what was agreed before, and counts none of it twice', () => {
    const { agreed } = example.back;
    expect(new Set(agreed.map(({ action }) => action.id)).size).toBe(agreed.length);
    expect(agreed.map(({ outcome }) => outcome)).toEqual(['open', 'open', 'open', 'changed', 'kept']);
    // By what it looks like at the second check-in, nothing is late yet.
    expect(agreed.some(({ overdue }) => overdue)).toBe(false);
  });
});
