// The same files, read by programs that people's calendars are made of, where this machine has them
// (Debian: apt-get install python3-icalendar khal).
import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { variedFiles } from './calendars';

const runs = (command: string, ...args: string[]) => spawnSync(command, args).status === 0;

/** A system's own Python has its packages; another may stand before it. */
const python = ['python3', '/usr/bin/python3'].find((command) => runs(command, '-c', 'import icalendar'));
const khal = runs('khal', '--version');

const PYTHON = `
import sys, icalendar
for path in sys.argv[1:]:
    for event in icalendar.Calendar.from_ical(open(path, 'rb').read()).walk('VEVENT'):
        assert not event.errors, event.errors
        start, end = event.decoded('DTSTART'), event.decoded('DTEND')
        assert end > start, (start, end)
        assert getattr(start, 'tzinfo', None) is None
        if event['STATUS'] == 'CONFIRMED':
            assert len(event.walk('VALARM')) == 2
            print(path, str(start)[:10], event['UID'], event['SEQUENCE'])
`;

const folder = mkdtempSync(join(tmpdir(), 'calendars-'));
afterAll(() => rmSync(folder, { recursive: true }));

const files = variedFiles().map(([name, text, checkIns], at) => {
  const path = join(folder, `${at}.ics`);
  writeFileSync(path, text);
  return { name, path, dates: checkIns.map(({ date, weekOf }) => weekOf ?? date) };
});

describe('calendar files', () => {
  it.skipIf(!python)(
    `are read by icalendar${python ? '' : ': left out, python3-icalendar is not here'}`,
    () => {
      const lines = execFileSync(python ?? '', ['-c', PYTHON, ...files.map(({ path }) => path)], {
        encoding: 'utf8',
      });
      const read = lines
        .trim()
        .split('\n')
        .map((line) => line.split(' '));
      for (const { path, dates } of files) {
        expect(read.filter(([of]) => of === path).map(([, date]) => date)).toEqual(dates);
      }
    },
  );

  it.skipIf(!khal)(`are read by khal${khal ? '' : ': left out, khal is not here'}`, () => {
    const settings = join(folder, 'khal.conf');
    writeFileSync(
      settings,
      [
        '[calendars]',
        '[[one]]',
        `path = ${folder}/calendar`,
        '[locale]',
        'local_timezone = Europe/Berlin',
        'default_timezone = Europe/Berlin',
        ...['time', 'date', 'longdate', 'datetime', 'longdatetime'].map(
          (name) =>
            `${name}format = ${name === 'time' ? '%H:%M' : name.endsWith('time') ? '%Y-%m-%d %H:%M' : '%Y-%m-%d'}`,
        ),
        '',
      ].join('\n'),
    );
    for (const { path, dates } of files) {
      const printed = execFileSync(
        'khal',
        ['-c', settings, 'printics', '--format', '{start-date} {status}', path],
        { encoding: 'utf8', env: { ...process.env, LC_ALL: 'C.UTF-8' } },
      );
      const read = [...printed.matchAll(/^(\d{4}-\d\d-\d\d) /gm)].map(([, date]) => date);
      for (const date of dates) expect(read).toContain(date);
    }
  });
});
