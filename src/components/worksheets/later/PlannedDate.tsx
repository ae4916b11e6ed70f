import { useContext, useState } from 'react';
import { openNextCheckIns } from '../../../browser/next-check-in';
import { fill } from '../../../domain/words/fill';
import type { NextWords } from '../../../domain/words/interface';
import type { Field } from '../../../domain/worksheets/definition';
import { dateText } from '../dates';
import { idOf, valueName } from '../fields/names';
import { SheetContext, useFormValue, useSheetForm, useStorageName } from '../form';

interface Props {
  readonly field: Field;
  readonly words: NextWords;
}

/** The plan's next date, in one press; where there is none, the way to a plan. */
export default function PlannedDate({ field, words }: Props) {
  const sheet = useContext(SheetContext);
  const storage = useStorageName();
  const [checkIns] = useState(() => openNextCheckIns(storage));
  const { setValue } = useSheetForm();
  const value = useFormValue(valueName(field), '');
  if (!sheet) return null;
  const date = checkIns.afterToday(sheet.mentorship);
  if (date === undefined) {
    const isPlanned = checkIns.of(sheet.mentorship) !== undefined;
    return <a href="../../cadence/">{isPlanned ? words.replan : words.noPlan}</a>;
  }
  if (value === date) return null;
  const take = () => {
    setValue(valueName(field), date, { shouldDirty: true });
    // The button is gone now; what it filled in is where the focus goes.
    document.getElementById(idOf(field))?.focus();
  };
  return (
    <button type="button" className="button" onClick={take}>
      {fill(words.planned, { date: dateText(date) })}
    </button>
  );
}
