/** Dates and times as the reader's own browser writes them. */
export const dateText = (time: string | Date): string =>
  new Intl.DateTimeFormat(undefined, { dateStyle: 'long' }).format(new Date(time));

export const timeText = (time: Date): string =>
  new Intl.DateTimeFormat(undefined, { timeStyle: 'short' }).format(time);
