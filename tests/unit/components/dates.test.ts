import { afterEach, describe, expect, it, vi } from 'vitest';
import { dateText } from '../../../src/components/worksheets/dates';

describe('a date as it is read', () => {
  afterEach(() => vi.unstubAllEnvs());

  it.each(['America/Los_Angeles', 'Europe/London', 'Pacific/Kiritimati'])(
    'is the day it says, in %s',
    (zone) => {
      vi.stubEnv('TZ', zone);
      expect(dateText('2027-02-14')).toContain('14');
    },
  );

  it('stands as it is where it is none', () => {
    expect(dateText('2027-13-40')).toBe('2027-13-40');
    expect(dateText('soon')).toBe('soon');
  });
});
