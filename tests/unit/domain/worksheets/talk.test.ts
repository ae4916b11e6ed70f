import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { worksheetSchema, type Section } from '../../../../src/domain/worksheets/definition';
import { after, before, planTalk } from '../../../../src/domain/worksheets/talk';
import { lengthsOf } from '../../../../src/domain/worksheets/talk-lengths';
const folder = join(import.meta.dirname, '../../../../src/content/worksheets');
const sheet = worksheetSchema.parse(parse(readFileSync(join(folder, 'how-are-we-doing.yaml'), 'utf8')));
const plan = (minutes: number) => planTalk(sheet.sections, minutes, 'Untitled');
const total = (minutes: number) => plan(minutes).reduce((sum, step) => sum + step.minutes, 0);

describe('how long a talk may take', () => {
  it('is half an hour, a quarter when time is short, or three quarters', () => {
    expect(lengthsOf(30, 8)).toEqual([15, 30, 45]);
  });

  it('is never so short that a step has no minute', () => {
    expect(lengthsOf(10, 7)).toEqual([10, 15]);
    expect(lengthsOf(10, 4)).toEqual([5, 10, 15]);
  });

  it('always offers what the worksheet takes', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 120 }), fc.integer({ min: 1, max: 20 }), (minutes, steps) => {
        expect(lengthsOf(minutes, steps)).toContain(minutes);
      }),
    );
  });
});

describe('a talk of half an hour', () => {
  it('goes section by section, with the worksheet’s own minutes', () => {
    expect(plan(30).map(({ section, minutes }) => [section, minutes])).toEqual(
      sheet.sections.filter(({ more }) => !more).map(({ id, minutes }) => [id, minutes]),
    );
  });

  it('has marks made unseen first, and then shown', () => {
    const check = plan(30).find(({ section }) => section === 'one-minute-check');
    expect(check).toMatchObject({ kind: 'marks', turns: ['mentee', 'mentor', 'together'] });
  });

  it('lets the other one begin each time both have something to say', () => {
    const first = plan(30)
      .filter(({ kind }) => kind !== 'together')
      .map(({ turns }) => turns[0]);
    expect(first).toEqual(['mentee', 'mentor', 'mentee', 'mentor']);
  });

  it('does together what both do', () => {
    const changes = plan(30).find(({ section }) => section === 'changes');
    expect(changes).toMatchObject({ kind: 'together', turns: ['together'] });
  });
});

describe('a talk that is short of time', () => {
  it('leaves out what can be spared, and adds up', () => {
    expect(plan(15).map(({ section }) => section)).not.toContain('dig-deeper');
    expect(total(15)).toBe(15);
  });

  it('leaves nothing out when there is more time', () => {
    expect(plan(45)).toHaveLength(plan(30).length);
    expect(total(45)).toBe(45);
  });
});

const section = (id: number, minutes: number): Section => ({
  id: `s${id}`,
  minutes,
  more: false,
  spare: false,
  fields: [],
});

describe('any plan', () => {
  const anySections = fc
    .array(fc.integer({ min: 1, max: 40 }), { minLength: 1, maxLength: 12 })
    .map((all) => all.map((minutes, at) => section(at, minutes)));

  it('adds up to the minutes it was asked for, with one for each step at least', () => {
    fc.assert(
      fc.property(anySections, fc.integer({ min: 12, max: 240 }), (sections, minutes) => {
        const steps = planTalk(sections, minutes, 'Untitled');
        expect(steps.reduce((sum, step) => sum + step.minutes, 0)).toBe(minutes);
        expect(Math.min(...steps.map((step) => step.minutes))).toBeGreaterThanOrEqual(1);
      }),
    );
  });

  it('can be walked from its first turn to its last and back again', () => {
    const steps = plan(30);
    const there = [{ at: 0, turn: 0 }];
    for (let next = after(steps, 0, 0); next; next = after(steps, next.at, next.turn)) there.push(next);
    expect(there).toHaveLength(steps.reduce((sum, { turns }) => sum + turns.length, 0));
    const back = [there.at(-1)!];
    for (let one = before(steps, back[0]!.at, back[0]!.turn); one; one = before(steps, one.at, one.turn)) {
      back.push(one);
    }
    expect(back.reverse()).toEqual(there);
  });
});
