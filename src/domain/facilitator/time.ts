/** The steps, each with the minute at which it begins. */
export function timed<S extends { readonly minutes: number }>(
  steps: readonly S[],
): (S & { readonly from: number })[] {
  let from = 0;
  return steps.map((step) => {
    const begun = { ...step, from };
    from += step.minutes;
    return begun;
  });
}

/** Minutes from the start as a clock that begins at nought: 65 gives "1:05". */
export function clock(minutes: number): string {
  return `${Math.floor(minutes / 60)}:${String(minutes % 60).padStart(2, '0')}`;
}

/**
 * A time of day, in minutes after midnight, from how an `<input type="time">` gives it ("10:05"); undefined when it is
 * empty or none.
 */
export function minutesOfDay(text: string): number | undefined {
  const [, hours, minutes] = /^(\d{2}):(\d{2})(?::\d{2}(?:\.\d+)?)?$/.exec(text) ?? [];
  const of = Number(hours) * 60 + Number(minutes);
  return hours !== undefined && Number(hours) < 24 && Number(minutes) < 60 ? of : undefined;
}

/** Minutes after midnight as a clock shows them in a language: 605 gives "10:05". Beyond midnight it begins anew. */
export function timeOfDay(minutes: number, language: string): string {
  return new Intl.DateTimeFormat(language, { timeStyle: 'short', timeZone: 'UTC' }).format(minutes * 60_000);
}
