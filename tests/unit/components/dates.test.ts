import { afterEach, describe, expect, it, vi } from 'vitest';
import { dateText, timeText } from '../../../src/components/worksheets/dates';

describe('a date as it is read', () => {
  afterEach(() => vi.unstubAllEnvs());

  it.each(['America/Los_Angeles', 'Europe/London', 'Pacific/Kiritimati'])(
    'is the day it says, in %s',
    (zone) => {
      vi.stubEnv('TZ', zone);
      expect(dateText('2027-02-14')).toContain('14');
    },
  );

  it('is the day and the time it is where the reader is now', () => {
    const moment = new Date('2027-02-14T23:30:00Z');
    vi.stubEnv('TZ', 'Europe/London');
    expect(dateText(moment)).toContain('14');
    expect(timeText(moment, moment)).toContain('30');
    vi.stubEnv('TZ', 'Asia/Kolkata');
    expect(dateText(moment)).toContain('15');
    expect(timeText(moment, moment)).toContain('00');
  });

  it('stands as it is where it is none', () => {
    expect(dateText('2027-13-40')).toBe('2027-13-40');
    expect(dateText('soon')).toBe('soon');
  });
});
