import type { Turn } from '../../browser/next-check-in';
import { fill } from '../../domain/words/fill';
import type { NextWords } from '../../domain/words/interface';
import { dateText } from '../worksheets/dates';

/** "Next check-in with Amira: in 12 days, on 14 February 2027."; undefined where the plan has no date left. */
export function nextText({ next, mentorship }: Turn, words: NextWords): string | undefined {
  const { other } = mentorship;
  const label = other === undefined ? words.label : fill(words.labelWith, { name: other });
  switch (next.state) {
    case 'none':
      return undefined;
    case 'overdue':
      return other === undefined
        ? fill(words.overdue, { date: dateText(next.date) })
        : fill(words.overdueWith, { name: other, date: dateText(next.date) });
    case 'today':
      return fill(words.line, { label, when: next.weekOf === undefined ? words.today : words.thisWeek });
    case 'upcoming': {
      const { days, weekOf } = next;
      const date = dateText(weekOf ?? next.date);
      const when =
        weekOf !== undefined
          ? fill(words.inDaysWeek, { n: days, date })
          : days === 1
            ? fill(words.tomorrow, { date })
            : fill(words.inDays, { n: days, date });
      return fill(words.line, { label, when });
    }
  }
}

/** What is said after a date was skipped. */
export const skippedText = ({ next }: Turn, words: NextWords): string =>
  next.state === 'overdue' && next.following !== undefined
    ? fill(words.skipped, { date: dateText(next.following) })
    : words.skippedLast;
