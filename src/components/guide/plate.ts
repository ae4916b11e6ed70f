import type { Plate } from '../../domain/words/guide';

interface DrawnCircle {
  readonly className: 'm' | 't' | 's';
  readonly x: number;
  readonly r: number;
}

/** One frame of a plate, ready to draw: two circles in a box of `width` by `2 * FULL`. */
export interface DrawnFrame {
  readonly says: string;
  readonly width: number;
  /** Both circles, the one that lies behind first. Class `m` mentor, `t` mentee, `s` their overlap. */
  readonly circles: readonly DrawnCircle[];
  /** Path of their overlap, if they overlap and neither lies in the other. */
  readonly lens: string | undefined;
}

/** Radius of a full circle. */
export const FULL = 64;

export function drawPlate({ frames }: Plate): DrawnFrame[] {
  return frames.map(({ apart, mentor, mentee, says }) => {
    const a = FULL * mentor;
    const b = FULL * mentee;
    const distance = apart * (a + b);
    const left = Math.max(a, b - distance);
    const width = left + Math.max(a, distance + b);
    const pair: Pair = [
      { className: 'm', x: left, r: a },
      { className: 't', x: left + distance, r: b },
    ];
    // Asked once, of the one distance: rounding must never make a circle lie in the other for one and not the other.
    if (distance <= Math.abs(a - b)) return { says, width, circles: oneInTheOther(pair), lens: undefined };
    return { says, width, circles: pair, lens: distance < a + b ? lens(a, b, distance, left) : undefined };
  });
}

type Pair = readonly [mentor: DrawnCircle, mentee: DrawnCircle];

/** A circle that lies wholly in the other is drawn on top of it, as their overlap. */
function oneInTheOther([mentor, mentee]: Pair): Pair {
  const [inner, outer] = mentor.r < mentee.r ? [mentor, mentee] : [mentee, mentor];
  return [outer, { ...inner, className: 's' }];
}

/**
 * The plate's columns as CSS, for the page's head: each frame as wide as its drawing is beside the others. On a
 * narrow screen four frames stand two by two, so that their captions have room.
 */
export function plateColumns(plate: Plate): string {
  const columns = drawPlate(plate).map(({ width }) => `minmax(0,${Math.round(width)}fr)`);
  const wide = `.plate{grid-template-columns:${columns.join(' ')}}`;
  return columns.length < 4 ? wide : `${wide}@media(width<34rem){.plate{grid-template-columns:1fr 1fr}}`;
}

function lens(a: number, b: number, distance: number, x: number): string {
  const along = (distance ** 2 + a ** 2 - b ** 2) / (2 * distance);
  const half = Math.sqrt(Math.max(0, a ** 2 - along ** 2));
  const at = (n: number) => n.toFixed(1);
  const [px, top, bottom] = [at(x + along), at(FULL - half), at(FULL + half)];
  const ownArc = along < 0 ? 1 : 0;
  const otherArc = along > distance ? 1 : 0;
  return `M${px} ${bottom}A${a} ${a} 0 ${ownArc} 0 ${px} ${top}A${b} ${b} 0 ${otherArc} 0 ${px} ${bottom}`;
}
