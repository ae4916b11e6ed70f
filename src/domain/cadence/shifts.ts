import { dayNumber, type IsoDate } from './dates';
import type { Meetings } from './meetings';
import { daysBetween, type Rhythm } from './rhythm';

/** A check-in that the person moved. */
export interface Shift {
  /** Meetings later, or earlier when negative; never 0. Those in away ranges are not counted. */
  readonly by: number;
  /** The date that the count had for it then. Once the count has it elsewhere, the shift means nothing. */
  readonly planned: IsoDate;
}

/** Shifts by the check-in's key, which is the number of the meeting it was planned at. */
export type Shifts = Readonly<Record<string, Shift>>;

/** A check-in at a meeting. */
export interface Placed {
  readonly key: string;
  readonly kind: 'check-in' | 'early-look' | 'closing-review';
  /** The meeting that the count had for it, and the one it takes place at. */
  readonly planned: number;
  readonly meeting: number;
}

/** The same after the person's shift, of 0 when there is none. */
export interface Held extends Placed {
  readonly by: number;
}

/** The last meeting that anything may be moved to, and how far apart check-ins are. */
interface Bounds {
  readonly end: number;
  readonly n: number;
  readonly rhythm: Rhythm;
}

/**
 * Moves the check-ins that the person moved and leaves the others. A shift is dropped when its check-in is gone, or has
 * come to lie more than half a gap from where it was, or when it would lead past the end, before meeting 1, or onto or
 * over a neighbour.
 *
 * @param placed in the order of their meetings, no two on one
 */
export function withShifts(
  placed: readonly Placed[],
  shifts: Shifts,
  meetings: Meetings,
  { end, n, rhythm }: Bounds,
): { readonly held: readonly Held[]; readonly shifts: Shifts } {
  const halfAGap = (n * daysBetween(rhythm)) / 2;
  const held = placed.map((one): Held => {
    const shift = Object.hasOwn(shifts, one.key) ? shifts[one.key] : undefined;
    const stays: Held = { key: one.key, kind: one.kind, planned: one.planned, meeting: one.meeting, by: 0 };
    if (!shift || one.meeting > end) return stays;
    if (Math.abs(dayNumber(shift.planned) - meetings.dayOf(one.planned)) > halfAGap) return stays;
    const meeting = movedBy(one.meeting, shift.by, meetings, end);
    return meeting === undefined ? stays : { ...one, meeting, by: shift.by };
  });
  for (;;) {
    const at = held.findIndex((one, index) => index > 0 && one.meeting <= (held[index - 1]?.meeting ?? 0));
    if (at === -1) break;
    // Without shifts they stand in order: one of the two was moved towards the other.
    const mover = (held[at]?.by ?? 0) < 0 ? at : at - 1;
    held[mover] = { ...placed[mover], by: 0 } as Held;
  }
  const holding = held.filter(({ by }) => by !== 0).map(({ key }) => [key, shifts[key]]);
  return { held, shifts: Object.fromEntries(holding) as Shifts };
}

function movedBy(meeting: number, by: number, meetings: Meetings, end: number): number | undefined {
  let at: number | undefined = meeting;
  for (let left = Math.abs(by); left > 0 && at !== undefined; left -= 1) {
    at = by > 0 ? meetings.openFrom(at + 1) : meetings.openBefore(at - 1);
    if (at !== undefined && at > end) return undefined;
  }
  return at;
}
