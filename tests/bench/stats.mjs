// @ts-check
// The few statistics of the bench, and the rule by which a timing counts as met.

/**
 * The value below which a share of all values lies, straight between neighbours.
 * @param {readonly number[]} values at least one
 * @param {number} share from 0 to 1
 */
export function quantile(values, share) {
  if (values.length === 0) throw new Error('There is nothing to measure: no values.');
  const sorted = [...values].sort((a, b) => a - b);
  const at = share * (sorted.length - 1);
  const below = sorted[Math.floor(at)] ?? NaN;
  const above = sorted[Math.ceil(at)] ?? NaN;
  return below + (above - below) * (at - Math.floor(at));
}

/** @param {readonly number[]} values */
export const median = (values) => quantile(values, 0.5);

/** Half the distance between the quarters: half of all values lie about this close to the median. @param {readonly number[]} values */
export const spread = (values) => (quantile(values, 0.75) - quantile(values, 0.25)) / 2;

/**
 * How one thing compares with another that was measured right beside it, pair by pair: a busy machine slows both.
 * @param {readonly number[]} ours
 * @param {readonly number[]} theirs as many
 * @returns {{ median: number, spread: number, pairs: number }} of the ratios of the pairs
 */
export function paired(ours, theirs) {
  if (ours.length !== theirs.length) throw new Error('Pairs need two of each.');
  const ratios = ours.map((value, at) => value / (theirs[at] ?? NaN));
  return { median: median(ratios), spread: spread(ratios), pairs: ratios.length };
}

/** The fewest pairs that a ratio of times is judged by. */
export const ENOUGH_PAIRS = 15;

/**
 * A ratio of times is met when the median of enough pairs, less its spread, is within the bar. With too few pairs it
 * is neither met nor missed.
 * @param {{ median: number, spread: number, pairs: number }} ratio
 * @param {number} bar
 * @returns {boolean | undefined}
 */
export function ratioMet(ratio, bar) {
  return ratio.pairs < ENOUGH_PAIRS ? undefined : ratio.median - ratio.spread <= bar;
}
