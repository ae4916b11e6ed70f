/**
 * How many pages something fills when it is printed. The browser does not say before it prints; but it breaks columns by
 * the same rules as pages. So the print styles are put in force, the thing is set in columns as large as a page, the
 * columns are counted, and all is as before, within one turn and unseen.
 */

export interface PaperSize {
  /** What is between the margins, in mm. */
  readonly width: number;
  readonly height: number;
}

const MM = 96 / 25.4;

/** @param things elements that are in no page yet; they are in none afterwards */
export function pagesOf(things: readonly Element[], { width, height }: PaperSize): number[] {
  const restore = asPrinted(document.styleSheets);
  const column = document.createElement('div');
  Object.assign(column.style, {
    position: 'absolute',
    insetBlockStart: '0',
    visibility: 'hidden',
    inlineSize: `${width}mm`,
    blockSize: `${height}mm`,
    columnWidth: `${width}mm`,
    columnGap: '0',
    columnFill: 'auto',
  });
  document.body.append(column);
  const counts = things.map((thing) => {
    column.replaceChildren(thing);
    return Math.max(1, Math.round(column.scrollWidth / (width * MM)));
  });
  column.remove();
  restore();
  return counts;
}

/** Puts the print styles in force in place of those for the screen; returns what undoes it. */
function asPrinted(sheets: Iterable<CSSStyleSheet>): () => void {
  const changed: [MediaList, string][] = [];
  const visit = (rules: CSSRuleList): void => {
    for (const rule of rules) {
      if (rule instanceof CSSMediaRule) {
        const { media } = rule;
        const before = media.mediaText;
        if (/\b(print|screen)\b/.test(before)) {
          changed.push([media, before]);
          media.mediaText = /\bprint\b/.test(before) ? 'all' : 'not all';
        }
      }
      if (rule instanceof CSSGroupingRule) visit(rule.cssRules);
    }
  };
  for (const { cssRules } of sheets) visit(cssRules);
  return () => {
    for (const [media, before] of changed) media.mediaText = before;
  };
}

/**
 * Sets what the next print looks like as paper: its size, and a line at the head of each page where the browser can.
 * @returns whether the browser prints such lines, as far as it says
 */
export function setPaper(size: 'A4' | 'letter', margins: string, head: string): boolean {
  const sheet = new CSSStyleSheet();
  const font = 'font: 8pt sans-serif; vertical-align: bottom; padding-bottom: 1.5mm;';
  const margin = `margin: ${margins}; @top-left { content: ${JSON.stringify(head)}; ${font} }
    @top-right { content: counter(page); ${font} } @bottom-right { content: none }`;
  sheet.replaceSync(`@page { size: ${size}; ${margin} } @page blank { size: ${size}; ${margin} }`);
  document.adoptedStyleSheets = [sheet];
  return 'CSSMarginRule' in window;
}
