import fc from 'fast-check';
import ICAL from 'ical.js';
import { describe, expect, it } from 'vitest';
import { calendarFile, type CalendarRequest, type Exported } from '../../../../src/domain/cadence/calendar';
import { escaped, linesToFile } from '../../../../src/domain/cadence/calendar-text';
import { scheduleOf, shiftedBy, type ScheduleBasis } from '../../../../src/domain/cadence/schedule';
import { about, anyBasis, plus, tuesday, tuesdays } from './samples';
import { request, variedFiles } from './calendars';

interface Read {
  readonly uid: string;
  readonly sequence: number;
  readonly start: string;
  readonly end: string;
  readonly status: string;
  readonly summary: string;
  readonly description: string;
  readonly alarms: readonly string[];
}

/** Every event of a file as ical.js has it. */
function eventsIn(text: string | undefined): Read[] {
  if (text === undefined) return [];
  const component = ICAL.Component.fromString(text);
  return component.getAllSubcomponents('vevent').map((one) => {
    const event = new ICAL.Event(one);
    return {
      uid: event.uid,
      sequence: event.sequence,
      start: event.startDate.toString(),
      end: event.endDate.toString(),
      status: String(one.getFirstPropertyValue('status')),
      summary: event.summary,
      description: event.description,
      alarms: one
        .getAllSubcomponents('valarm')
        .map((alarm) =>
          ['trigger', 'description'].map((name) => String(alarm.getFirstPropertyValue(name))).join(' '),
        ),
    };
  });
}

/** The file of a pair, exported on a day, after the files before it. */
function exportOf(basis: ScheduleBasis, change: Partial<CalendarRequest> = {}) {
  const { lastCheckIn } = basis;
  const { checkIns } = scheduleOf(basis);
  const file = calendarFile(request(checkIns, { ...(lastCheckIn && { lastCheckIn }), ...change }));
  return { ...file, events: eventsIn(file.text) };
}

const short = (events: readonly Read[]) =>
  events.map(({ uid, start, sequence, status }) => `${uid} ${start} ${sequence} ${status}`);

describe('a calendar file', () => {
  it('has one event a check-in, with its words, the worksheet’s address and two alarms', () => {
    const { events } = exportOf({ ...tuesdays, ends: tuesday(28) });
    expect(events).toHaveLength(3);
    expect(events[0]).toEqual({
      uid: 'plan1-check-in-1',
      sequence: 0,
      start: '2027-03-09',
      end: '2027-03-10',
      status: 'CONFIRMED',
      summary: 'Check-in: how are we doing?',
      description: 'Half an hour; “fine” is not enough.\n\nhttps://example.org/worksheets/how-are-we-doing/',
      alarms: ['-P6DT15H Prepare alone, ten minutes', '-PT15H Check-in tomorrow'],
    });
    expect(events[2]).toMatchObject({ uid: 'plan1-closing-review-1', summary: 'Closing review' });
  });

  it('is spelt as RFC 5545 has it, to the letter', () => {
    const { text } = exportOf({ ...tuesdays, ends: tuesday(1) });
    expect(text).toBe(
      [
        'BEGIN:VCALENDAR',
        'VERSION:2.0',
        'PRODID:-//How Are We Doing//Cadence//EN',
        'BEGIN:VEVENT',
        'UID:plan1-closing-review-1',
        'DTSTAMP:20261125T183000Z',
        'SEQUENCE:0',
        'DTSTART;VALUE=DATE:20270105',
        'DTEND;VALUE=DATE:20270106',
        'TRANSP:TRANSPARENT',
        'STATUS:CONFIRMED',
        'SUMMARY:Closing review',
        'DESCRIPTION:What stays.\\n\\nhttps://example.org/worksheets/ending-well/',
        'BEGIN:VALARM',
        'ACTION:DISPLAY',
        'TRIGGER:-P6DT15H',
        'DESCRIPTION:Prepare alone\\, ten minutes',
        'END:VALARM',
        'BEGIN:VALARM',
        'ACTION:DISPLAY',
        'TRIGGER:-PT15H',
        'DESCRIPTION:Check-in tomorrow',
        'END:VALARM',
        'END:VEVENT',
        'END:VCALENDAR',
        '',
      ].join('\r\n'),
    );
  });

  it('with an hour has floating local times, also over midnight, and alarms a week and a day before', () => {
    const at = { time: '23:45', minutes: 30 };
    const { events, text } = exportOf(tuesdays, { at });
    expect(events[0]).toMatchObject({ start: '2027-03-09T23:45:00', end: '2027-03-10T00:15:00' });
    expect(events[0]?.alarms.map((alarm) => alarm.split(' ')[0])).toEqual(['-P7D', '-P1D']);
    expect(text).toContain('DTSTART:20270309T234500\r\n');
    expect(text).not.toMatch(/TZID|VTIMEZONE|TRANSP|METHOD/);
  });

  it('of “about” rhythms lasts the week, Monday to Sunday, whatever the hour', () => {
    const basis = { ...tuesdays, rhythm: about(6), n: 7 };
    const { events } = exportOf(basis, { at: { time: '10:00', minutes: 30 } });
    // The end is the day after the last.
    expect(events[0]).toMatchObject({ start: '2027-04-05', end: '2027-04-12' });
  });

  it('remembers what was agreed in the next event only', () => {
    const { events } = exportOf(tuesdays, {
      remembers: 'Owen: shorter notes\nhttps://example.org/open/#abc',
    });
    expect(events.map(({ description }) => description.includes('shorter notes'))).toEqual([
      true,
      false,
      false,
      false,
      false,
    ]);
    expect(events[0]?.description).toMatch(
      /doing\/\n\nOwen: shorter notes\nhttps:\/\/example.org\/open\/#abc$/,
    );
  });

  it('is none when there is nothing to write', () => {
    expect(calendarFile(request([]))).toEqual({ text: undefined, record: [] });
  });
});

describe('a second file', () => {
  const first = exportOf(tuesdays);
  const before = first.record;
  const later = { before, now: new Date('2026-12-24T10:00:00.000Z'), today: '2026-12-24' };

  it('of the same plan has the same events, none of them newer', () => {
    const again = exportOf(tuesdays, later);
    expect(short(again.events)).toEqual(short(first.events));
    expect(again.record).toEqual(before);
    expect(again.text).toContain('DTSTAMP:20261224T100000Z');
  });

  it('moves the event of a date that has moved, and raises its sequence only', () => {
    const shifts = shiftedBy(tuesdays, '20', 'meeting-after')!;
    const { events, record } = exportOf({ ...tuesdays, shifts }, later);
    expect(short(events)).toEqual([
      'plan1-check-in-1 2027-03-09 0 CONFIRMED',
      'plan1-check-in-2 2027-05-25 1 CONFIRMED',
      'plan1-check-in-3 2027-07-27 0 CONFIRMED',
      'plan1-check-in-4 2027-10-05 0 CONFIRMED',
      'plan1-check-in-5 2027-12-14 0 CONFIRMED',
    ]);
    const back = exportOf(tuesdays, { ...later, before: record });
    expect(back.events[1]).toMatchObject({ start: '2027-05-18', sequence: 2 });
  });

  it('raises the sequence when words, the hour or what is remembered change', () => {
    const words = { ...request([]).words, weekBefore: 'Ten minutes alone' };
    for (const change of [
      { words },
      { at: { time: '10:00', minutes: 30 } },
      { worksheets: { ...request([]).worksheets, 'check-in': 'https://example.com/' } },
    ]) {
      expect(exportOf(tuesdays, { ...later, ...change }).events.map(({ sequence }) => sequence)).toEqual([
        1, 1, 1, 1, 1,
      ]);
    }
    const { events } = exportOf(tuesdays, { ...later, remembers: 'Owen: shorter notes' });
    expect(events.map(({ sequence }) => sequence)).toEqual([1, 0, 0, 0, 0]);
  });

  it('writes dates that are off as cancelled, with no alarm, and again the time after', () => {
    const ending = { ...tuesdays, ends: tuesday(28) };
    const { events, record } = exportOf(ending, later);
    expect(short(events)).toEqual([
      'plan1-check-in-1 2027-03-09 0 CONFIRMED',
      'plan1-check-in-2 2027-05-18 0 CONFIRMED',
      'plan1-closing-review-1 2027-07-13 0 CONFIRMED',
      'plan1-check-in-3 2027-07-27 1 CANCELLED',
      'plan1-check-in-4 2027-10-05 1 CANCELLED',
      'plan1-check-in-5 2027-12-14 1 CANCELLED',
    ]);
    expect(events[3]).toMatchObject({ summary: 'Cancelled: check-in', alarms: [] });
    const again = exportOf(ending, { ...later, before: record });
    expect(short(again.events)).toEqual(short(events));
    expect(again.record).toEqual(record);
  });

  it('calls a cancelled date back under its own id, newer than its cancelling', () => {
    const { record } = exportOf({ ...tuesdays, ends: tuesday(28) }, later);
    const { events } = exportOf(tuesdays, { ...later, before: record });
    expect(short(events)).toContain('plan1-check-in-3 2027-07-27 2 CONFIRMED');
    expect(short(events)).toContain('plan1-closing-review-1 2027-07-13 1 CANCELLED');
  });

  it('leaves what is past alone, and counts on from it', () => {
    const today = '2027-03-10';
    const on: ScheduleBasis = { ...tuesdays, lastCheckIn: '2027-03-09', next: '2027-03-16' };
    const { events, record } = exportOf(on, { ...later, today });
    expect(short(events).slice(0, 2)).toEqual([
      'plan1-check-in-2 2027-05-18 0 CONFIRMED',
      'plan1-check-in-3 2027-07-27 0 CONFIRMED',
    ]);
    expect(record[0]).toEqual(before[0]);
  });

  it('made on the day of the check-in leaves that day’s event alone', () => {
    const on: ScheduleBasis = { ...tuesdays, lastCheckIn: '2027-03-09', next: '2027-03-16' };
    const { events } = exportOf(on, { ...later, today: '2027-03-09' });
    expect(events[0]).toMatchObject({ uid: 'plan1-check-in-2', start: '2027-05-18' });
  });

  it('moves the event of a check-in that was held early on to the next one', () => {
    const on: ScheduleBasis = { ...tuesdays, lastCheckIn: '2027-03-02', next: '2027-03-09' };
    const { events } = exportOf(on, { ...later, today: '2027-03-02' });
    expect(events[0]).toMatchObject({ uid: 'plan1-check-in-1', start: '2027-05-11', sequence: 1 });
  });

  it('still has the event of today, and of a week that is not over', () => {
    expect(exportOf(tuesdays, { today: '2027-03-09' }).events).toHaveLength(5);
    expect(exportOf(tuesdays, { today: '2027-03-10' }).events).toHaveLength(4);
    const basis = { ...tuesdays, rhythm: about(6), n: 7 };
    expect(exportOf(basis, { today: '2027-04-11' }).events[0]?.start).toBe('2027-04-05');
    expect(exportOf(basis, { today: '2027-04-12' }).events[0]?.start).not.toBe('2027-04-05');
  });

  it('never has one id twice, and never an older sequence, whatever changes', () => {
    fc.assert(
      fc.property(fc.array(anyBasis, { minLength: 2, maxLength: 5 }), (bases) => {
        let record: readonly Exported[] = [];
        for (const basis of bases) {
          const { next, lastCheckIn: _, ...rest } = basis;
          const { checkIns } = scheduleOf({ ...rest, next });
          const file = calendarFile(request(checkIns, { today: plus(next, -3), before: record }));
          const ids = file.record.map(({ uid }) => uid);
          expect(new Set(ids).size).toBe(ids.length);
          for (const was of record) {
            const is = file.record.find(({ uid }) => uid === was.uid);
            expect(is?.sequence).toBeGreaterThanOrEqual(was.sequence);
            if (is?.fingerprint !== was.fingerprint) expect(is?.sequence).toBeGreaterThan(was.sequence);
          }
          record = file.record;
        }
      }),
      { numRuns: 60 },
    );
  });
});

describe('a text in a calendar', () => {
  it('has backslash, semicolon, comma and line breaks escaped, and control characters dropped', () => {
    expect(escaped('a\\b;c,d\ne\r\nf\rg')).toBe('a\\\\b\\;c\\,d\\ne\\nf\\ng');
    expect(escaped('a\u0000b\u0007c\u007fd\u009fe\tf')).toBe('abcde\tf');
    expect(escaped('a\u0085b\u2028c\u2029d')).toBe('a\\nb\\nc\\nd');
    expect(escaped('a\ud83db')).toBe('a\ufffdb');
    expect(escaped('BEGIN:VALARM\r\nEND:VEVENT')).toBe('BEGIN:VALARM\\nEND:VEVENT');
  });

  it('is folded at 75 octets, never inside a character', () => {
    const folds = (line: string) => linesToFile([line]).split('\r\n').slice(0, -1);
    expect(folds('a'.repeat(75))).toEqual(['a'.repeat(75)]);
    expect(folds('a'.repeat(76))).toEqual(['a'.repeat(75), ' a']);
    expect(folds('a'.repeat(150))).toEqual(['a'.repeat(75), ` ${'a'.repeat(74)}`, ' a']);
    expect(folds(`${'a'.repeat(74)}é`)).toEqual(['a'.repeat(74), ' é']);
    expect(folds('😀'.repeat(19))).toEqual(['😀'.repeat(18), ' 😀']);
    expect(folds('茶'.repeat(25))).toEqual(['茶'.repeat(25)]);
  });

  it('comes back as it was, from lines of at most 75 octets', () => {
    const words = fc.oneof(
      fc.string({ unit: 'grapheme', maxLength: 200 }),
      fc
        .array(fc.constantFrom('\\', ';', ',', '\n', 'n', ':', '"', 'é', '茶', '👩🏽‍🤝‍👨🏻', ' ', '\t'), {
          maxLength: 200,
        })
        .map((all) => all.join('')),
    );
    fc.assert(
      fc.property(words, (text) => {
        const file = linesToFile(['BEGIN:VEVENT', `SUMMARY:${escaped(text)}`, 'END:VEVENT']);
        for (const line of file.split('\r\n')) {
          expect(new TextEncoder().encode(line).length).toBeLessThanOrEqual(75);
          expect(line).not.toMatch(/[\r\n]/);
        }
        const summary = ICAL.Component.fromString(file).getFirstPropertyValue('summary');
        expect(summary).toBe(
          text.replace(/\r\n|[\r\u0085\u2028\u2029]/g, '\n').replace(/(?![\t\n])\p{Cc}/gu, ''),
        );
      }),
    );
  });
});

describe('files of varied plans', () => {
  it.each(variedFiles())('%s: ical.js reads every date that was planned', (_, file, checkIns) => {
    const component = ICAL.Component.fromString(file);
    const events = component.getAllSubcomponents('vevent').map((one) => new ICAL.Event(one));
    const confirmed = events.filter((one) => one.component.getFirstPropertyValue('status') === 'CONFIRMED');
    expect(confirmed.map((one) => one.startDate.toString().slice(0, 10))).toEqual(
      checkIns.map(({ date, weekOf }) => weekOf ?? date),
    );
    expect(new Set(events.map(({ uid }) => uid)).size).toBe(events.length);
    for (const event of events) {
      expect(event.endDate.compare(event.startDate)).toBe(1);
      expect(event.startDate.zone).toBe(ICAL.Timezone.localTimezone);
    }
    for (const line of file.split('\r\n'))
      expect(new TextEncoder().encode(line).length).toBeLessThanOrEqual(75);
    expect(file.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/);
  });
});
