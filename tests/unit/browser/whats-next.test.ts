// Who comes back to the home page is shown what is next.
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { openKit } from '../../../src/browser/kit';
import { openPlans } from '../../../src/browser/plans';
import { hasAny } from '../../../src/browser/records';
import { whatIsNext } from '../../../src/browser/whats-next';
import type { SheetPart } from '../../../src/domain/records/sheet';
import { counting, FakeClock, FakeStorage } from './fakes';

const NAME = 'how-are-we-doing';
let local: FakeStorage;
let clock: FakeClock;
let newId: () => string;

beforeEach(() => {
  local = new FakeStorage();
  clock = new FakeClock();
  newId = counting();
  vi.stubGlobal('window', { localStorage: local });
});
afterEach(() => vi.unstubAllGlobals());

const next = () => whatIsNext(NAME, clock.now());

function write(worksheet: string, { done = false } = {}) {
  const kit = openKit(NAME, { opened: { storage: local }, now: clock.now, newId });
  const sheet = { ...kit.open(worksheet), answers: { a: { asked: 'What?', value: 'x' } } };
  const written = kit.save(sheet, new Set<SheetPart>(['answers.a']));
  return done ? kit.setDone(written.data, true).data : written.data;
}

describe('who comes back', () => {
  it('for the first time finds nothing, and leaves nothing', () => {
    expect(next()).toBeUndefined();
    expect(local.keys).toEqual([]);
  });

  it('finds the sheet that is open, with the time it was last written in', () => {
    const sheet = write('w');
    clock.forward({ minutes: 5 });
    write('w');
    expect(next()).toMatchObject({ sheet, done: false, at: clock.now() });
  });

  it('finds the sheet that is done, with the day it was called so', () => {
    const sheet = write('w', { done: true });
    clock.forward({ days: 3 });
    expect(next()).toMatchObject({ sheet, done: true, at: new Date('2026-02-14T08:30:00.000Z') });
  });

  it('finds the open one before a done one that is younger', () => {
    write('w');
    clock.forward({ days: 1 });
    write('levels', { done: true });
    expect(next()).toMatchObject({ done: false, sheet: { worksheet: 'w' } });
  });

  it('finds the one written in last when two are open, and the one done last when two are done', () => {
    write('w', { done: true });
    clock.forward({ days: 1 });
    write('levels', { done: true });
    expect(next()).toMatchObject({ done: true, sheet: { worksheet: 'levels' } });
    write('agreement');
    clock.forward({ days: 1 });
    write('speak-up');
    expect(next()?.sheet.worksheet).toBe('speak-up');
    clock.forward({ days: 1 });
    write('agreement');
    expect(next()?.sheet.worksheet).toBe('agreement');
  });

  it('no longer finds a done sheet four weeks later, when the talk must be past', () => {
    write('w', { done: true });
    clock.forward({ days: 28 });
    expect(next()).toBeDefined();
    clock.forward({ minutes: 1 });
    expect(next()).toBeUndefined();
  });

  it('finds an open sheet however old it is', () => {
    write('w');
    clock.forward({ days: 300 });
    expect(next()).toMatchObject({ done: false });
  });

  it('finds a sheet whose day lies ahead because the clock was set back', () => {
    write('w', { done: true });
    clock.forward({ days: -1 });
    expect(next()).toMatchObject({ done: true });
  });

  it('is not stopped by a record that cannot be read', () => {
    const sheet = write('w');
    const text = local.getItem(`${NAME}:sheet:${sheet.id}`)!;
    local.clear();
    local.setItem(`${NAME}:sheet:spoilt`, 'spoilt');
    local.setItem(`${NAME}:sheet:dated`, text.replaceAll('2026', 'MMXX'));
    local.setItem(`${NAME}:sheet:${sheet.id}`, text);
    expect(next()).toMatchObject({ sheet, done: false, at: clock.now() });
  });

  it('finds nothing where the browser keeps nothing', () => {
    vi.stubGlobal('window', { localStorage: null });
    expect(next()).toBeUndefined();
  });
});

it('whether there is a plan is seen by its key, without reading it', () => {
  expect(hasAny(NAME, 'plan')).toBe(false);
  local.setItem(`${NAME}:planet:x`, '');
  expect(hasAny(NAME, 'plan')).toBe(false);
  local.setItem(`${NAME}:plan:x`, 'spoilt');
  expect(hasAny(NAME, 'plan')).toBe(true);
  expect(openPlans(NAME).all()).toEqual([]);
  vi.stubGlobal('window', { localStorage: null });
  expect(hasAny(NAME, 'plan')).toBe(false);
});
