import { useCallback, useEffect, useId, useRef } from 'react';
import { whenLeaving } from '../../browser/leave';
import type { Interface } from '../../domain/words/interface';

interface Props {
  readonly add: (text: string) => void;
  readonly words: Interface['own'];
}

/** The one field for a new question. What stands in it when the page goes away is added all the same. */
export function NewQuestion({ add, words }: Props) {
  const id = useId();
  const field = useRef<HTMLTextAreaElement>(null);
  const addIt = useCallback(() => {
    const text = field.current?.value ?? '';
    if (!field.current || text.trim() === '') return;
    field.current.value = '';
    add(text);
  }, [add]);
  useEffect(() => whenLeaving(addIt), [addIt]);
  return (
    <form
      className="new no-print"
      onSubmit={(event) => {
        event.preventDefault();
        addIt();
        field.current?.focus();
      }}
    >
      <label htmlFor={id}>{words.write}</label>
      <textarea
        id={id}
        ref={field}
        rows={1}
        enterKeyHint="done"
        onKeyDown={(event) => {
          if (event.key !== 'Enter' || event.shiftKey || event.nativeEvent.isComposing) return;
          event.preventDefault();
          event.currentTarget.form?.requestSubmit();
        }}
      />
      <button type="submit" className="button first">
        {words.add}
      </button>
    </form>
  );
}
