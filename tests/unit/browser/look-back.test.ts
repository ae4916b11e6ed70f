// Looking back reads a kit as it lies there: one mentorship's sheets, each record once, and writes nothing.
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { openPast } from '../../../src/browser/look-back';
import { openStorage } from '../../../src/browser/storage';
import { writeRecord } from '../../../src/domain/records/envelope';
import { mentorshipRecord } from '../../../src/domain/records/mentorship';
import { sheetRecord } from '../../../src/domain/records/sheet';
import { FakeClock, FakeStorage } from './fakes';

const NAME = 'how-are-we-doing';
const AT = new Date('2026-02-01T09:00:00.000Z');
let local: FakeStorage;

const sheet = (id: string, mentorship: string) =>
  local.setItem(
    `${NAME}:sheet:${id}`,
    writeRecord(
      sheetRecord,
      { id, worksheet: 'w', mentorship, started: AT.toISOString(), answers: {}, nudged: [] },
      0,
      AT,
    ),
  );
const mentorship = (id: string, started = AT.toISOString()) =>
  local.setItem(
    `${NAME}:mentorship:${id}`,
    writeRecord(mentorshipRecord, { id, started, actions: {} }, 0, AT),
  );
const open = () => openPast(NAME, { opened: openStorage(() => local), now: new FakeClock().now });

beforeEach(() => {
  local = new FakeStorage();
});

describe('looking back', () => {
  it('finds nothing in an empty kit, and writes nothing', () => {
    expect(open().view()).toEqual({ mentorships: [], mentorship: undefined, sheets: [] });
    expect(local.length).toBe(0);
  });

  it('reads the sheets of the mentorship that is open, of the one that was chosen, or of the one that is named', () => {
    mentorship('a');
    mentorship('b', '2026-03-01T09:00:00.000Z');
    ['a1', 'a2'].forEach((id) => sheet(id, 'a'));
    sheet('b1', 'b');
    const past = open();
    const ids = (lookedAt?: string) => past.view(lookedAt).sheets.map(({ id }) => id);
    expect(ids()).toEqual(['a1', 'a2']);
    expect(ids('b')).toEqual(['b1']);
    expect(ids('gone')).toEqual(['a1', 'a2']);
    past.setCurrent('b');
    expect(ids()).toEqual(['b1']);
    expect(open().view().mentorship?.id).toBe('b');
  });

  it('finds a mentorship whose record was damaged by its sheets', () => {
    local.setItem(`${NAME}:mentorship:a`, 'a wreck');
    sheet('a1', 'a');
    const { mentorship: found, sheets } = open().view();
    expect(found).toMatchObject({ id: 'a', actions: {} });
    expect(sheets).toHaveLength(1);
  });

  it('parses no record twice, however often it is looked at', () => {
    mentorship('a');
    for (let at = 0; at < 20; at++) sheet(`a${at}`, 'a');
    const past = open();
    const parse = vi.spyOn(JSON, 'parse');
    past.view();
    past.view();
    // One for each sheet, one for the mentorship.
    expect(parse).toHaveBeenCalledTimes(21);
    parse.mockRestore();
  });
});
