/** The day it is at some moment where the person is, "2027-02-14". */
export const dayAt = (time: Date): string =>
  [time.getFullYear(), time.getMonth() + 1, time.getDate()]
    .map((part) => String(part).padStart(2, '0'))
    .join('-');
