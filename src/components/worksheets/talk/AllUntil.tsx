import { useState } from 'react';
import { openNextCheckIns } from '../../../browser/next-check-in';
import type { Sheet } from '../../../domain/records/sheet';
import { fill } from '../../../domain/words/fill';
import type { WorksheetWords } from '../../../domain/words/interface';
import { dateText } from '../dates';

interface Props {
  readonly sheet: Sheet;
  readonly storage: string;
  readonly words: WorksheetWords;
}

/** "That is all until 14 February", by the plan, for a talk in which no date was written down. */
export default function AllUntil({ sheet, storage, words }: Props) {
  const [until] = useState(() => openNextCheckIns(storage).afterToday(sheet.mentorship));
  return until === undefined ? words.allUntilYouMeet : fill(words.allUntil, { date: dateText(until) });
}
