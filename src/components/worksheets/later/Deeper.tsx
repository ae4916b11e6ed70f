import { useEffect, useRef, useState } from 'react';
import type { TextField } from '../../../domain/worksheets/definition';
import type { WorksheetWords } from '../../../domain/words/interface';
import { useSheetForm } from '../form';
import { deeperName, idOf } from '../fields/names';

interface OfferProps {
  readonly deeper: readonly string[];
  readonly take: (asked: string) => void;
  readonly leave: () => void;
  readonly words: WorksheetWords;
}

/** One deeper question, to be taken up, swapped for another, or left. */
export function Offer({ deeper, take, leave, words }: OfferProps) {
  const [at, setAt] = useState(0);
  const asked = deeper[at] ?? '';
  return (
    <div className="deeper">
      <p className="small">{words.nudgeStart}</p>
      <p className="question">{asked}</p>
      <div className="acts">
        <button type="button" className="button" onClick={() => take(asked)}>
          {words.nudgeTake}
        </button>
        {deeper.length > 1 && (
          <button type="button" className="button plain" onClick={() => setAt((at + 1) % deeper.length)}>
            {words.nudgeOther}
          </button>
        )}
        <button type="button" className="button plain" onClick={leave}>
          {words.nudgeLeave}
        </button>
      </div>
    </div>
  );
}

interface TakenProps {
  readonly field: TextField;
  readonly asked: string;
}

/** A deeper question that was taken up, and its answer. */
export function Taken({ field, asked }: TakenProps) {
  const { register, getValues } = useSheetForm();
  const answer = useRef<HTMLTextAreaElement>(null);
  const [isNew] = useState(() => !getValues(deeperName(field))?.value);
  const id = `${idOf(field)}-deeper`;
  const { ref, ...input } = register(`${deeperName(field)}.value`);
  useEffect(() => {
    // Its offer has just had the focus, and went with it.
    if (isNew && document.activeElement === document.body) answer.current?.focus();
  }, [isNew]);
  return (
    <div className="deeper">
      <label className="question" htmlFor={id}>
        {asked}
      </label>
      <textarea
        id={id}
        rows={2}
        ref={(element) => {
          ref(element);
          answer.current = element;
        }}
        {...input}
      />
    </div>
  );
}
