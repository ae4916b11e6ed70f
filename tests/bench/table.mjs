// @ts-check
// Prints what was measured: columns that stand under each other, and a bar beside every figure that has one.

/**
 * A figure held against its bar.
 * @typedef {object} Result
 * @property {string} what
 * @property {string} figure with its unit, and its spread where it has one
 * @property {string} bar in words: "at most 14.0 kB"
 * @property {boolean | undefined} met undefined: too little was measured to say
 */

/**
 * Lines of a table. The first column stands left, the others right when they hold figures only.
 * @param {readonly string[]} heads
 * @param {readonly (readonly string[])[]} rows
 * @returns {string}
 */
export function table(heads, rows) {
  const all = [heads, ...rows];
  const widths = heads.map((_, column) => Math.max(...all.map((row) => lengthOf(row[column]))));
  const isFigures = heads.map((_, column) => rows.every((row) => /^([\d.,–-]|$)/.test(row[column] ?? '')));
  const line = (/** @type {readonly string[]} */ row) =>
    row
      .map((cell, column) => {
        const gap = ' '.repeat((widths[column] ?? 0) - lengthOf(cell));
        return isFigures[column] && column > 0 ? gap + cell : cell + gap;
      })
      .join('   ')
      .trimEnd();
  const rule = widths.map((width) => '─'.repeat(width)).join('───');
  return [line(heads), rule, ...rows.map(line)].join('\n');
}

/** @param {readonly Result[]} results */
export function verdicts(results) {
  return table(
    ['against its bar', 'figure', 'bar', ''],
    results.map(({ what, figure, bar, met }) => [what, figure, bar, verdict(met)]),
  );
}

/** @param {boolean | undefined} met */
const verdict = (met) => (met === undefined ? 'not judged' : met ? 'met' : 'NOT MET');

/** @param {string | undefined} text */
const lengthOf = (text) => Array.from(text ?? '').length;

/** Bytes as kB of 1,000. @param {number} bytes */
export const kB = (bytes) => `${(bytes / 1000).toFixed(1)} kB`;

/** The same without the unit, for a column whose head says it. @param {number} bytes */
export const inKB = (bytes) => (bytes / 1000).toFixed(1);

/** @param {number} time */
export const ms = (time) => `${time < 20 ? time.toFixed(1) : Math.round(time)} ms`;

/** @param {number} value @param {number} around */
export const ratio = (value, around) => `${value.toFixed(3)} ± ${around.toFixed(3)}`;
