// The drawings at the head of the guide's pages: two circles, apart, overlapping or one in the other.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { drawPlate, FULL, plateColumns, type DrawnFrame } from '../../../src/components/guide/plate';
import { plateSchema } from '../../../src/domain/words/guide';

interface Frame {
  apart: number;
  mentor: number;
  mentee: number;
  says: string;
}

const draw = (frame: Partial<Frame>): DrawnFrame => {
  const whole = { apart: 0.5, mentor: 1, mentee: 1, says: 'So.', ...frame };
  return drawPlate({ alt: 'A drawing.', frames: [whole] })[0]!;
};

/** Frames as a page can hold them, at the fineness with which they are written. */
const hundredths = (min: number, max: number) =>
  fc.integer({ min: min * 100, max: max * 100 }).map((n) => n / 100);
const frames: fc.Arbitrary<Frame> = fc.record({
  apart: hundredths(0, 1.6),
  mentor: hundredths(0.3, 1),
  mentee: hundredths(0.3, 1),
  says: fc.constant('So.'),
});

/** Numbers are written with one digit after the point, so lines meet within a tenth. */
const HAIR = 0.1;

const circle = (frame: DrawnFrame, side: 'm' | 't') =>
  frame.circles.find(({ className }) => className === side)!;
const both = (frame: DrawnFrame) => ({ mentor: circle(frame, 'm'), mentee: circle(frame, 't') });

/** The numbers of a lens: its two ends, and for both arcs the radius and whether the longer way round is drawn. */
function lensOf(path: string) {
  const number = '(-?\\d+(?:\\.\\d+)?)';
  const arc = `A${number} ${number} 0 ([01]) 0 ${number} ${number}`;
  const parts = new RegExp(`^M${number} ${number}${arc}${arc}Z?$`).exec(path);
  if (!parts) throw new Error(`No lens: ${path}`);
  const n = parts.slice(1).map(Number);
  return {
    bottom: { x: n[0]!, y: n[1]! },
    own: { rx: n[2]!, ry: n[3]!, long: n[4] === 1 },
    top: { x: n[5]!, y: n[6]! },
    other: { rx: n[7]!, ry: n[8]!, long: n[9] === 1 },
    end: { x: n[10]!, y: n[11]! },
  };
}

describe('circles that lie apart', () => {
  it('do not touch, and have no overlap drawn', () => {
    const frame = draw({ apart: 1.2 });
    const { mentor, mentee } = both(frame);
    expect(mentee.x - mentor.x).toBeGreaterThan(mentor.r + mentee.r);
    expect(frame.lens).toBeUndefined();
    expect(frame.circles.map(({ className }) => className)).toEqual(['m', 't']);
  });

  it('have no overlap drawn when they touch', () => {
    expect(draw({ apart: 1 }).lens).toBeUndefined();
  });
});

describe('circles that overlap', () => {
  it('have the mentor’s on the left and a lens between', () => {
    const frame = draw({ apart: 0.5 });
    const { mentor, mentee } = both(frame);
    expect([mentor, mentee]).toEqual([
      { className: 'm', x: 64, r: 64 },
      { className: 't', x: 128, r: 64 },
    ]);
    expect(frame.width).toBe(192);
    expect(frame.lens).toBe('M96.0 119.4A64 64 0 0 0 96.0 8.6A64 64 0 0 0 96.0 119.4');
  });

  it('have the longer arc of the smaller one drawn where more than half of it is covered', () => {
    const { own, other } = lensOf(draw({ apart: 0.35, mentor: 1, mentee: 0.5 }).lens!);
    expect([own.long, other.long]).toEqual([false, true]);
    const turned = lensOf(draw({ apart: 0.35, mentor: 0.5, mentee: 1 }).lens!);
    expect([turned.own.long, turned.other.long]).toEqual([true, false]);
  });
});

describe('a circle that lies in the other', () => {
  it.each([
    ['the mentee’s', { mentor: 1, mentee: 0.4, apart: 0.1 }, ['m', 's'], 0.4],
    ['the mentor’s', { mentor: 0.4, mentee: 1, apart: 0.1 }, ['t', 's'], 0.4],
    ['one of a size', { mentor: 0.8, mentee: 0.8, apart: 0 }, ['m', 's'], 0.8],
  ])('%s is drawn on top, as the overlap', (_, frame, classes, size) => {
    const { circles, lens } = draw(frame);
    expect(circles.map(({ className }) => className)).toEqual(classes);
    expect(circles[1]!.r).toBeCloseTo(size * FULL);
    expect(lens).toBeUndefined();
  });
});

describe('circles of which one touches the other from within', () => {
  it.each([
    // Both distances are 0.38 of a circle, and rounding puts them on either side of it.
    { apart: 0.38, mentor: 0.69, mentee: 0.31 },
    { apart: 0.38, mentor: 0.31, mentee: 0.69 },
  ])('are two circles with a lens, or one in the other, never both: %o', (frame) => {
    const { circles, lens } = draw(frame);
    expect(circles.some(({ className }) => className === 's')).toBe(lens === undefined);
  });
});

describe('whatever a page draws', () => {
  it('is one of the three, and says so by its distance', () => {
    fc.assert(
      fc.property(frames, (frame) => {
        const { circles, lens } = draw(frame);
        const [a, b] = [frame.mentor * FULL, frame.mentee * FULL];
        const distance = frame.apart * (a + b);
        const inside = circles.some(({ className }) => className === 's');
        const margin = 1e-9;
        if (distance >= a + b + margin) expect([inside, lens]).toEqual([false, undefined]);
        else if (distance < Math.abs(a - b) - margin) expect([inside, lens]).toEqual([true, undefined]);
        else if (distance > Math.abs(a - b) + margin && distance < a + b - margin) {
          expect([inside, typeof lens]).toEqual([false, 'string']);
        }
      }),
      { numRuns: 2000 },
    );
  });

  it('lies within its frame', () => {
    fc.assert(
      fc.property(frames, (frame) => {
        const { circles, width } = draw(frame);
        for (const { x, r } of circles) {
          expect(x - r).toBeGreaterThanOrEqual(-1e-9);
          expect(x + r).toBeLessThanOrEqual(width + 1e-9);
          expect(r).toBeLessThanOrEqual(FULL);
        }
        expect(Math.min(...circles.map(({ x, r }) => x - r))).toBeCloseTo(0);
        expect(Math.max(...circles.map(({ x, r }) => x + r))).toBeCloseTo(width);
      }),
    );
  });

  it('has a lens whose ends lie on both circles, and whose arcs are the circles’ own', () => {
    fc.assert(
      fc.property(frames, (frame) => {
        const drawn = draw(frame);
        if (!drawn.lens) return;
        const { top, bottom, end, own, other } = lensOf(drawn.lens);
        const { mentor, mentee } = both(drawn);
        for (const point of [top, bottom]) {
          expect(Math.abs(Math.hypot(point.x - mentor.x, point.y - FULL) - mentor.r)).toBeLessThan(HAIR);
          expect(Math.abs(Math.hypot(point.x - mentee.x, point.y - FULL) - mentee.r)).toBeLessThan(HAIR);
        }
        expect(top.y).toBeLessThanOrEqual(bottom.y);
        expect(end).toEqual(bottom);
        expect([own.rx, own.ry, other.rx, other.ry]).toEqual([mentor.r, mentor.r, mentee.r, mentee.r]);
        // The mentor's arc runs to the right and the mentee's to the left: long when past its own middle.
        if (Math.abs(top.x - mentor.x) > HAIR) expect(own.long).toBe(top.x < mentor.x);
        if (Math.abs(top.x - mentee.x) > HAIR) expect(other.long).toBe(top.x > mentee.x);
      }),
      { numRuns: 2000 },
    );
  });

  it('is made of numbers, however finely the distance is given', () => {
    const fine = fc.record({
      apart: fc.double({ min: 0, max: 1.6, noNaN: true }),
      mentor: fc.double({ min: 0.3, max: 1, noNaN: true }),
      mentee: fc.double({ min: 0.3, max: 1, noNaN: true }),
    });
    // Just past the place where the one circle leaves the other, and just before they part.
    const edge = fine.chain(({ mentor, mentee }) => {
      const [a, b] = [mentor * FULL, mentee * FULL];
      return fc
        .tuple(fc.constantFrom(Math.abs(a - b) / (a + b), 1), fc.integer({ min: -4, max: 4 }))
        .map(([apart, steps]) => ({
          apart: Math.max(0, apart * (1 + steps * Number.EPSILON)),
          mentor,
          mentee,
        }));
    });
    fc.assert(
      fc.property(fc.oneof(fine, edge), (frame) => {
        expect(JSON.stringify(draw(frame))).not.toMatch(/NaN|null|Infinity/);
      }),
      { numRuns: 2000 },
    );
  });
});

describe('the frames of a plate', () => {
  it('keep their order and their words, and are as wide as their drawings', () => {
    const plate = plateSchema.parse({
      alt: 'Two circles come closer.',
      frames: [
        { apart: 1.5, says: 'Fine.' },
        { apart: 0.5, says: 'Fine, but …' },
        { apart: 0, says: 'Here is what I need.' },
      ],
    });
    expect(drawPlate(plate).map(({ says, width }) => [says, width])).toEqual([
      ['Fine.', 320],
      ['Fine, but …', 192],
      ['Here is what I need.', 128],
    ]);
    expect(plateColumns(plate)).toBe(
      '.plate{grid-template-columns:minmax(0,320fr) minmax(0,192fr) minmax(0,128fr)}',
    );
  });
});
