import { useState } from 'react';
import { isEmpty } from '../../../domain/worksheets/answers';
import type { Field } from '../../../domain/worksheets/definition';
import type { WorksheetWords } from '../../../domain/words/interface';
import { useFormValue } from '../form';
import { later } from '../later';
import { AskedGroup } from './Asked';
import { valueName } from './names';

/** Fetched when a change is written down. */
const ActionsField = later(async () => (await import('../later/ActionsField')).default);

interface Props {
  readonly field: Field;
  readonly words: WorksheetWords;
}

/** What two people agree: a list of changes, which begins with one button. */
export function Actions({ field, words }: Props) {
  const rows = useFormValue(valueName(field), undefined);
  const [list, setList] = useState<'closed' | 'open' | 'begun'>('closed');
  // Once open it stays so, also when its last row is emptied.
  if (list === 'closed' && !isEmpty(rows)) setList('open');
  return (
    <AskedGroup field={field}>
      {list !== 'closed' ? (
        <ActionsField field={field} words={words} begun={list === 'begun'} />
      ) : (
        <p className="acts">
          <button type="button" className="button" onClick={() => setList('begun')}>
            {words.actionAdd}
          </button>
        </p>
      )}
    </AskedGroup>
  );
}
