import { useEffect, useEffectEvent, useRef, useState } from 'react';
import { randomId } from '../../../browser/kit';
import { isFormActions, type FormAction, type FormAnswer } from '../../../domain/worksheets/answers';
import type { Field } from '../../../domain/worksheets/definition';
import { fill } from '../../../domain/words/fill';
import type { WorksheetWords } from '../../../domain/words/interface';
import { useFormValue, useSheetForm } from '../form';
import { idOf, valueName } from '../fields/names';

interface Props {
  readonly field: Field;
  readonly words: WorksheetWords;
  /** Whether it was opened to write the first one down. */
  readonly begun: boolean;
}

const PARTS = ['what', 'who', 'by'] as const;

/** What two people agree: rows of what, who and by when, to add, remove and put in order. */
export default function ActionsField({ field, words, begun }: Props) {
  const { setValue } = useSheetForm();
  const name = valueName(field);
  const rows = rowsIn(useFormValue(name, undefined));
  const [removed, setRemoved] = useState<{ readonly at: number; readonly row: FormAction }>();
  const list = useRef<HTMLOListElement>(null);

  const put = (next: FormAction[]) => setValue(name, next);
  // Focused as soon as the row stands there: a frame later, a quick hand's first letters would be lost.
  const toFocus = useRef<number>(undefined);
  useEffect(() => {
    if (toFocus.current === undefined) return;
    list.current?.children[toFocus.current]?.querySelector('textarea')?.focus();
    toFocus.current = undefined;
  });
  // What was taken away took its button along; the way back is where the focus goes.
  const undo = useRef<HTMLButtonElement>(null);
  useEffect(() => undo.current?.focus(), [removed]);
  const add = () => {
    setRemoved(undefined);
    toFocus.current = rows.length;
    put([...rows, { id: randomId(), what: '', who: '', by: '' }]);
  };
  // It was opened to write the first one down, so that is where the person goes on.
  const addFirst = useEffectEvent(() => {
    if (!begun || rows.length > 0) return;
    toFocus.current = 0;
    put([{ id: randomId(), what: '', who: '', by: '' }]);
  });
  useEffect(() => addFirst(), []);
  const change = (at: number, part: (typeof PARTS)[number], text: string) =>
    put(rows.map((row, place) => (place === at ? { ...row, [part]: text } : row)));
  const remove = (at: number, row: FormAction) => {
    setRemoved({ at, row });
    put(rows.filter((_, place) => place !== at));
  };
  const raise = (at: number, row: FormAction) => {
    toFocus.current = at - 1;
    put([...rows.slice(0, at - 1), row, ...rows.slice(at - 1, at), ...rows.slice(at + 1)]);
  };
  const putBack = () => {
    if (!removed) return;
    toFocus.current = removed.at;
    setRemoved(undefined);
    put([...rows.slice(0, removed.at), removed.row, ...rows.slice(removed.at)]);
  };

  const label = { what: words.actionWhat, who: words.actionWho, by: words.actionBy };
  return (
    <>
      <ol className="actions" ref={list}>
        {rows.map((row, at) => {
          const named = (what: string) => fill(words.actionPart, { part: what, n: at + 1 });
          return (
            <li key={row.id}>
              {PARTS.map((part) => {
                const common = {
                  id: `${idOf(field)}-${row.id}-${part}`,
                  value: row[part],
                  'aria-label': named(label[part]),
                };
                return (
                  <label key={part} className={part} htmlFor={common.id}>
                    <span aria-hidden="true">{label[part]}</span>
                    {part === 'what' ? (
                      <textarea
                        rows={1}
                        {...common}
                        onChange={({ target }) => change(at, part, target.value)}
                      />
                    ) : (
                      <input
                        {...(part === 'by' ? { type: 'date', max: '9999-12-31' } : { type: 'text' })}
                        {...common}
                        onChange={({ target }) => change(at, part, target.value)}
                      />
                    )}
                  </label>
                );
              })}
              <span className="acts small">
                {at > 0 && (
                  <button
                    type="button"
                    className="button plain"
                    aria-label={named(words.actionUp)}
                    onClick={() => raise(at, row)}
                  >
                    {words.actionUp}
                  </button>
                )}
                <button
                  type="button"
                  className="button plain"
                  aria-label={named(words.actionRemove)}
                  onClick={() => remove(at, row)}
                >
                  {words.actionRemove}
                </button>
              </span>
            </li>
          );
        })}
      </ol>
      <p className="acts">
        <button type="button" className="button" onClick={add}>
          {rows.length > 0 ? words.actionAnother : words.actionAdd}
        </button>
        {removed && (
          <button type="button" className="button plain" ref={undo} onClick={putBack}>
            {words.actionUndo}
          </button>
        )}
      </p>
    </>
  );
}

const rowsIn = (value: FormAnswer['value']): FormAction[] =>
  Array.isArray(value) && isFormActions(value) ? value : [];
