// Every word of buttons and messages is in interface.yaml; what is missing, unknown or lacks a gap is named.
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { gaps } from '../../../src/domain/words/fill';
import { interfaceSchema } from '../../../src/domain/words/interface';
import { siteSchema } from '../../../src/domain/words/site';

type Branch = Record<string, unknown>;
const read = (name: string) =>
  parse(readFileSync(new URL(`../../../src/content/${name}`, import.meta.url), 'utf8')) as Branch;

const isBranch = (value: unknown): value is Branch =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** The paths of all keys, branches included, those inside lists not. */
function paths(branch: Branch, before: string[] = []): string[][] {
  return Object.entries(branch).flatMap(([key, value]) => {
    const path = [...before, key];
    return [path, ...(isBranch(value) ? paths(value, path) : [])];
  });
}

/** Calls back with the branch that holds a path's last key. */
function at(root: Branch, path: string[], change: (branch: Branch, key: string) => void): Branch {
  const copy = structuredClone(root);
  const branch = path.slice(0, -1).reduce((inner, key) => inner[key] as Branch, copy);
  change(branch, path.at(-1)!);
  return copy;
}

interface Schema {
  safeParse(value: unknown): { error?: { issues: { path: PropertyKey[]; message: string }[] } | undefined };
}
const complaints = (schema: Schema, value: unknown) =>
  schema.safeParse(value).error?.issues.map(({ path, message }) => `${path.join('.')}: ${message}`) ?? [];

describe('interface.yaml', () => {
  const words = read('interface.yaml');
  const all = paths(words).map((path) => ({ path, name: path.join('.') }));
  const leaves = all.flatMap(({ path, name }) => {
    const value = path.reduce<unknown>((inner, key) => (inner as Branch)[key], words);
    return typeof value === 'string' ? [{ path, name, value }] : [];
  });
  const withGaps = leaves.filter(({ value }) => gaps(value).length > 0);

  it('is complete as shipped', () => {
    expect(complaints(interfaceSchema, words)).toEqual([]);
    expect(all.length).toBeGreaterThan(100);
    expect(withGaps.length).toBeGreaterThan(10);
  });

  it('names any key that is missing', () => {
    const unnamed = all.filter(({ path, name }) => {
      const without = at(words, path, (branch, key) => delete branch[key]);
      return !complaints(interfaceSchema, without).some((line) => line.startsWith(`${name}: `));
    });
    expect(unnamed.map(({ name }) => name)).toEqual([]);
  });

  it('names any text that is empty', () => {
    const unnamed = leaves.filter(({ path, name }) => {
      const empty = at(words, path, (branch, key) => (branch[key] = ' '));
      return !complaints(interfaceSchema, empty).includes(`${name}: must not be empty`);
    });
    expect(unnamed.map(({ name }) => name)).toEqual([]);
  });

  it('names an unknown key in any part', () => {
    const branches = [
      [],
      ...all
        .filter(({ path }) => isBranch(path.reduce<unknown>((inner, key) => (inner as Branch)[key], words)))
        .map(({ path }) => path),
    ];
    const unnamed = branches.filter((path) => {
      const more = at(words, [...path, 'spare'], (branch, key) => (branch[key] = 'Spare'));
      return !complaints(interfaceSchema, more).includes(`${path.join('.')}: Unrecognized key: "spare"`);
    });
    expect(unnamed).toEqual([]);
  });

  it('names any gap that is missing', () => {
    const unnamed = withGaps.filter(({ path, name, value }) => {
      const [gap = ''] = gaps(value);
      const without = at(words, path, (branch, key) => (branch[key] = value.replaceAll(`{${gap}}`, 'x')));
      return !complaints(interfaceSchema, without).includes(`${name}: must contain {${gap}}`);
    });
    expect(unnamed.map(({ name }) => name)).toEqual([]);
  });

  it('names any gap that nothing fills', () => {
    const unnamed = withGaps.filter(({ path, name, value }) => {
      const more = at(words, path, (branch, key) => (branch[key] = `${value} {spare}`));
      return !complaints(interfaceSchema, more).some((line) =>
        line.startsWith(`${name}: has {spare}, which nothing fills`),
      );
    });
    expect(unnamed.map(({ name }) => name)).toEqual([]);
  });

  it('asks whether there is something else, never anything else', () => {
    expect(leaves.filter(({ value }) => /anything else/i.test(value))).toEqual([]);
  });
});

describe('site.yaml', () => {
  const site = read('site.yaml');

  it('is complete as shipped', () => {
    expect(complaints(siteSchema, site)).toEqual([]);
  });

  it.each(['name', 'tagline', 'language', 'direction', 'storage'])('names "%s" when it is missing', (key) => {
    const { [key]: _, ...rest } = site;
    expect(complaints(siteSchema, rest)).toEqual([expect.stringMatching(new RegExp(`^${key}: `))]);
  });

  it.each(['address', 'organisation', 'contact'])('does without "%s"', (key) => {
    const { [key]: _, ...rest } = site;
    expect(complaints(siteSchema, rest)).toEqual([]);
  });

  it.each([
    ['an unknown key', { colour: 'red' }, ': Unrecognized key: "colour"'],
    [
      'a language that is no tag',
      { language: 'English' },
      'language: must be a language tag such as "en-GB"',
    ],
    [
      'a storage name with a colon',
      { storage: 'a:b' },
      'storage: must be small letters, digits and single hyphens',
    ],
    ['a direction that does not exist', { direction: 'up' }, 'direction: '],
    ['an address that is none', { address: 'check-in.example.org' }, 'address: '],
    ['an empty organisation', { organisation: ' ' }, 'organisation: must not be empty'],
    ['an empty contact', { contact: ' ' }, 'contact: must not be empty'],
  ])('names %s', (_, part, said) => {
    expect(complaints(siteSchema, { ...site, ...part })).toEqual([expect.stringContaining(said)]);
  });

  it.each(['de', 'en-GB', 'pt-BR', 'zh-Hant', 'sr-Latn-RS'])('may be in %s', (language) => {
    expect(complaints(siteSchema, { ...site, language })).toEqual([]);
  });
});
