// The machine's time zone has no say in dates. Each zone below breaks something that goes by the clock.
import { afterEach, expect, it } from 'vitest';
import { readInputs } from '../../../../src/domain/cadence/inputs';
import { cadenceOf } from '../../../../src/domain/cadence/plan';
import { variedFiles } from './calendars';

const zone = process.env['TZ'];
afterEach(() => {
  if (zone === undefined) delete process.env['TZ'];
  else process.env['TZ'] = zone;
});

const ZONES = [
  ['UTC', 0],
  ['America/Los_Angeles', 480],
  ['Europe/Berlin', -60],
  ['Asia/Kolkata', -330],
  ['Australia/Lord_Howe', -660],
  ['Pacific/Kiritimati', -840],
  ['Pacific/Pago_Pago', 660],
  // Its clocks go forward at midnight, so that a day has no first hour.
  ['America/Santiago', 180],
] as const;

const everything = () => {
  const reading = readInputs(
    {
      rhythm: { every: 'months', n: 1, by: 'day' },
      pair: 'new',
      meetingMinutes: 60,
      checkInMinutes: 30,
      choice: { kind: 'closer' },
      next: '2027-01-31',
      ends: '2029-03-31',
      away: [{ from: '2027-03-27', to: '2027-09-05' }],
      earlyLook: false,
    },
    '2026-11-25',
  );
  return JSON.stringify([reading, reading.state === 'ok' && cadenceOf(reading.inputs), variedFiles()]);
};

it.each(ZONES)('in %s all is as it is in UTC', (name, offset) => {
  process.env['TZ'] = 'UTC';
  const inUtc = everything();
  process.env['TZ'] = name;
  expect(new Date('2027-01-31T12:00:00Z').getTimezoneOffset()).toBe(offset);
  expect(everything()).toBe(inUtc);
});
