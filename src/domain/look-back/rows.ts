import type { Plate } from './look-back';

/** The marks of a scale by day, the oldest first; of each voice all that it marked on that day, mostly one. */
export function rowsOf(lines: Plate['lines']): { day: string; values: number[][] }[] {
  const days = [...new Set(lines.flatMap(({ marks }) => marks.map(({ day }) => day)))].sort();
  return days.map((day) => ({
    day,
    values: lines.map(({ marks }) => marks.filter((mark) => mark.day === day).map(({ value }) => value)),
  }));
}
