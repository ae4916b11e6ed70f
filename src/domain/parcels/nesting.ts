/** How deep a parcel may nest. Ours nest a dozen deep; code that calls itself for each level cannot go on for ever. */
export const MOST_DEEP = 64;

/** How the brackets of a JSON text stand. */
export interface Nesting {
  /** Counted no further than one more than `MOST_DEEP`. */
  readonly deepest: number;
  /** Whether all that was opened is closed at the end of the text. */
  readonly isClosed: boolean;
}

/** Counts brackets without reading what is in them, so that it is safe on any text. Those in strings do not count. */
export function nestingOf(text: string): Nesting {
  let depth = 0;
  let deepest = 0;
  let isString = false;
  for (let at = 0; at < text.length; at++) {
    const sign = text[at];
    if (isString) {
      if (sign === '\\') at++;
      else if (sign === '"') isString = false;
    } else if (sign === '"') isString = true;
    else if (sign === '{' || sign === '[') {
      deepest = Math.max(deepest, ++depth);
      if (deepest > MOST_DEEP) return { deepest, isClosed: false };
    } else if (sign === '}' || sign === ']') depth--;
  }
  return { deepest, isClosed: depth <= 0 && !isString };
}
