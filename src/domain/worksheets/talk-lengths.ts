/** A talk's minutes are whole fives, so that a choice between them is a real one. */
const ROUND_TO = 5;

/** How long a talk of so many minutes may take instead: half of it when time is short, or half as long again. */
export function lengthsOf(minutes: number, steps: number): number[] {
  const round = (n: number) => Math.max(ROUND_TO, Math.round(n / ROUND_TO) * ROUND_TO);
  const all = [round(minutes / 2), minutes, round(minutes * 1.5)];
  return [...new Set(all)].filter((one) => one >= Math.min(steps, minutes)).sort((a, b) => a - b);
}
