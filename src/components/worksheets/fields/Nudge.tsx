import { useEffect, useRef, useState } from 'react';
import { isVague, MOST_NUDGES } from '../../../domain/questions/vague';
import type { TextField } from '../../../domain/worksheets/definition';
import { useSheetForm, type FormWords } from '../form';
import { useNudged } from '../nudged';
import { deeperName, idOf, valueName } from './names';

/** How long a person has stopped typing before an answer is looked at. */
const PAUSE_MS = 1200;

interface Props {
  readonly field: TextField;
  readonly words: FormWords;
}

/**
 * Meets an answer that says only "fine" with one deeper question. Taking it adds the question and a field under
 * the answer; ignoring it costs nothing, and it goes by itself once the answer says more.
 */
export function Nudge({ field, words }: Props) {
  const { register, subscribe, getValues, setValue } = useSheetForm();
  const { count, add, has } = useNudged();
  const [at, setAt] = useState<number>();
  // A stored sheet may already hold a deeper question that was taken.
  const [taken, setTaken] = useState(() => getValues(deeperName(field))?.asked);
  const answer = useRef<HTMLTextAreaElement>(null);
  const name = valueName(field);
  const labels = words.worksheet;

  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    const look = () => {
      const said = getValues(name);
      const vague = isVague(typeof said === 'string' ? said : '', words.vague);
      if (!vague) setAt(undefined);
      else if (!has(field.id) && count() < MOST_NUDGES) {
        add(field.id);
        setAt(0);
      }
    };
    const stop = subscribe({
      name,
      formState: { values: true },
      callback: () => {
        clearTimeout(timer);
        timer = setTimeout(look, PAUSE_MS);
      },
    });
    const input = document.getElementById(idOf(field));
    input?.addEventListener('blur', look);
    return () => {
      stop();
      clearTimeout(timer);
      input?.removeEventListener('blur', look);
    };
  }, [field, name, words.vague, subscribe, getValues, add, has, count]);

  const take = () => {
    const asked = field.deeper[at ?? 0];
    if (asked === undefined) return;
    setValue(deeperName(field), { asked, value: '' });
    setTaken(asked);
    setAt(undefined);
    requestAnimationFrame(() => answer.current?.focus());
  };
  const leave = () => {
    setAt(undefined);
    document.getElementById(idOf(field))?.focus();
  };

  if (taken !== undefined) {
    const { ref, ...input } = register(`${deeperName(field)}.value`);
    const id = `${idOf(field)}-deeper`;
    return (
      <div className="deeper">
        <label className="question" htmlFor={id}>
          {taken}
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
  return (
    <div role="status">
      {at !== undefined && (
        <div className="deeper">
          <p className="small">{labels.nudgeStart}</p>
          <p className="question">{field.deeper[at]}</p>
          <div className="acts">
            <button type="button" className="button" onClick={take}>
              {labels.nudgeTake}
            </button>
            {field.deeper.length > 1 && (
              <button
                type="button"
                className="button plain"
                onClick={() => setAt((at + 1) % field.deeper.length)}
              >
                {labels.nudgeOther}
              </button>
            )}
            <button type="button" className="button plain" onClick={leave}>
              {labels.nudgeLeave}
            </button>
          </div>
        </div>
      )}
    </div>
  );
}
