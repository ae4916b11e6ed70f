// @ts-check
// How good it must be: the bars that the bench measures by and that tests/jobs/sizes.spec.ts holds. Bytes are
// compressed (gzip -9), bodies only; 1 kB is 1,000 bytes; times are in ms.

export const BARS = {
  /** A guide page's HTML with all its CSS, which stands in it. */
  guideHtml: 14_000,
  /** All that a guide page fetches, fonts included. */
  guideAll: 45_000,
  /** All scripts of a worksheet, until it is alive and has been typed into. */
  worksheetScript: 100_000,
  /** All scripts of the page that plans check-ins, until it has been changed and gave its calendar file. */
  planScript: 100_000,
  /** First paint of a guide page beside the bare text, and beside the same page without fonts. */
  besideBare: 1.25,
  besideNoFonts: 1.05,
  /** Layout shift of a page by itself: none that anyone sees. */
  layoutShift: 0.01,
  /** A worksheet is alive, on the slow line. */
  alive: 2_000,
  /** Script for a key typed into a worksheet, on the slow processor. */
  key: 5,
  /** The same with a full storage, beside a kit of three sheets. */
  fullStore: 1.1,
  /** My kit with 50 mentorships and 500 sheets, from the address to its list, on the slow processor. */
  kit: 300,
  /** Looking back over 100 sheets, the same. */
  lookBack: 300,
  /** What is fetched from the search field's focus to the first suggestion, and to the first place in the text. */
  suggestion: 8_000,
  wholeText: 125_000,
  /** Beside Starlight's search on the same pages: fewer bytes and sooner. */
  besideStarlight: 1,
  /** A pack of handouts for twenty pairs, from one press to its pages. */
  pack: 3_000,
  /** All check-ins of five years of daily meetings. */
  schedule: 10,
  /** From the input to the frame that shows what passes the filter, or the new answer, on the slow processor. */
  frame: 1000 / 60,
};
