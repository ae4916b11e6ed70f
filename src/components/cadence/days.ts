// Days as the reader's own browser writes them. A day of the calendar is the same everywhere, so no zone has a say.

const STYLES = {
  /** With the weekday. */
  full: { dateStyle: 'full' },
  long: { dateStyle: 'long' },
  month: { month: 'long', year: 'numeric' },
  shortMonth: { month: 'short' },
  shortMonthYear: { month: 'short', year: 'numeric' },
} as const satisfies Record<string, Intl.DateTimeFormatOptions>;

/** Formats are kept: making one costs more than all that is done with it. */
const formats = new Map<string, Intl.DateTimeFormat>();

/** A day, "2027-02-14", in words. */
export function dayText(day: string, style: keyof typeof STYLES): string {
  const format =
    formats.get(style) ?? new Intl.DateTimeFormat(undefined, { ...STYLES[style], timeZone: 'UTC' });
  formats.set(style, format);
  return format.format(Date.parse(`${day}T00:00Z`));
}

/** Several things in one sentence, "2, 9 and 16", in the site's language. */
export function listText(things: readonly string[], language: string): string {
  const list = lists.get(language) ?? new Intl.ListFormat(language, { type: 'conjunction' });
  lists.set(language, list);
  return list.format(things);
}
const lists = new Map<string, Intl.ListFormat>();
