import type { Mark, Plate } from '../../../domain/look-back/look-back';

/** Size of a plate in its own units; its marks stand so far from its edges that no circle is cut. */
export const SIZE = { width: 320, height: 112, edge: 12 } as const;

/** The first and the last day that plates beside each other show. */
export interface Span {
  readonly first: string;
  readonly last: string;
}

/** The days that all these plates share, so that they can be held against each other. */
export function spanOf(plates: readonly Plate[]): Span {
  const days = plates
    .flatMap(({ lines }) => lines.flatMap(({ marks }) => marks.map(({ day }) => day)))
    .sort();
  const first = days[0] ?? '';
  return { first, last: days.at(-1) ?? first };
}

/** How high a mark from 1 to 5 stands. */
export const heightOf = (value: number): number =>
  SIZE.height - SIZE.edge - ((value - 1) / 4) * (SIZE.height - 2 * SIZE.edge);

function placeOf(day: string, { first, last }: Span): number {
  const [from, to, at] = [Date.parse(first), Date.parse(last), Date.parse(day)];
  const part = to > from ? (at - from) / (to - from) : 0.5;
  return Math.round((SIZE.edge + part * (SIZE.width - 2 * SIZE.edge)) * 10) / 10;
}

/** The way of a line through its marks, for an SVG path. */
export const wayThrough = (marks: readonly Mark[], span: Span): string =>
  marks
    .map(({ day, value }, at) => `${at === 0 ? 'M' : 'L'}${placeOf(day, span)} ${heightOf(value)}`)
    .join('');

/** A circle at each mark, all in one SVG path. Many are drawn small, so that each can be seen. */
export function circlesAt(marks: readonly Mark[], span: Span, size: number): string {
  const radius = Math.round(Math.min(1, Math.max(0.35, 24 / marks.length)) * size * 10) / 10;
  return marks
    .map(({ day, value }) => {
      const start = placeOf(day, span) - radius;
      return `M${start} ${heightOf(value)}a${radius} ${radius} 0 1 0 ${2 * radius} 0a${radius} ${radius} 0 1 0 ${-2 * radius} 0`;
    })
    .join('');
}
