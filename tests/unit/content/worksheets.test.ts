// The worksheets as they are shipped keep what their schema and the rules of the house ask for.
import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { worksheetSchema } from '../../../src/domain/worksheets/definition';

const content = fileURLToPath(new URL('../../../src/content/', import.meta.url));
const folder = join(content, 'worksheets');
const sheets = readdirSync(folder)
  .filter((file) => file.endsWith('.yaml'))
  .map((file) => {
    const source = readFileSync(join(folder, file), 'utf8');
    return { id: file.replace(/\.yaml$/, ''), source, raw: parse(source) as unknown };
  });

describe('the shipped worksheets', () => {
  it('are there', () => {
    expect(sheets.map(({ id }) => id)).toContain('before-we-talk');
  });

  it('stand in an order in which no two share a place', () => {
    const orders = sheets.map(({ raw }) => worksheetSchema.parse(raw).order);
    expect(new Set(orders).size).toBe(orders.length);
  });
});

describe('the worksheet that the README shows', () => {
  const readme = readFileSync(join(content, '../../README.md'), 'utf8');
  const [, file = ''] = /### 5\. Your worksheets.*?```yaml\n(.*?)```/s.exec(readme) ?? [];

  it('builds, beside those that are shipped', () => {
    const { guide, order } = worksheetSchema.parse(parse(file));
    expect(existsSync(join(content, 'guide', `${guide}.mdx`))).toBe(true);
    expect(sheets.map(({ raw }) => worksheetSchema.parse(raw).order)).not.toContain(order);
  });
});

describe.each(sheets)('$id', ({ source, raw }) => {
  it('is what the schema asks for', () => {
    expect(worksheetSchema.safeParse(raw).error?.issues ?? []).toEqual([]);
  });

  it('sends to a page of the guide that exists', () => {
    const { guide } = worksheetSchema.parse(raw);
    expect(existsSync(join(content, 'guide', `${guide}.mdx`))).toBe(true);
  });

  it('asks each question once, and each deeper question once', () => {
    const { sections } = worksheetSchema.parse(raw);
    const asked = sections
      .flatMap(({ fields }) => fields)
      // What both sides are asked is one question.
      .filter(({ side }) => side !== 'mentee')
      .flatMap((field) => [field.label, ...('deeper' in field ? field.deeper : [])]);
    expect(asked.filter((question, at) => asked.indexOf(question) !== at)).toEqual([]);
  });

  it('asks whether there is something else, never anything else', () => {
    expect(source).not.toMatch(/anything else/i);
  });

  it('has no example answer in a private field', () => {
    const { sections, example, private: isAllPrivate } = worksheetSchema.parse(raw);
    // One that is private as a whole is shown in its example, or there would be none.
    const hidden = isAllPrivate
      ? []
      : sections.flatMap(({ fields }) => fields).filter((field) => field.private);
    expect(hidden.filter(({ id }) => Object.hasOwn(example.answers, id))).toEqual([]);
  });
});
