import { describe, expect, it } from 'vitest';
import { minutesOfDay, timeOfDay } from '../../../../src/domain/facilitator/time';

describe('times of day', () => {
  it('are read as the field gives them', () => {
    expect(minutesOfDay('10:05')).toBe(605);
    expect(minutesOfDay('00:00')).toBe(0);
    expect(minutesOfDay('23:59:30')).toBe(1439);
    for (const none of ['', '24:00', '9:00', '10:60', 'noon']) expect(minutesOfDay(none)).toBeUndefined();
  });

  it('are shown as the language does, and begin anew after midnight', () => {
    expect(timeOfDay(605, 'en-GB')).toBe('10:05');
    expect(timeOfDay(605, 'en-US')).toMatch(/^10:05\sAM$/);
    expect(timeOfDay(24 * 60 + 5, 'en-GB')).toBe('00:05');
  });
});
