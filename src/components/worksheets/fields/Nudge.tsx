import { useEffect, useState } from 'react';
import { isVague, MOST_NUDGES } from '../../../domain/questions/vague';
import type { TextField } from '../../../domain/worksheets/definition';
import { useSheetForm, type FormWords } from '../form';
import { later } from '../later';
import { useNudged } from '../nudged';
import { deeperName, idOf, valueName } from './names';

/** Fetched when an answer says only "fine". */
const Offer = later(async () => (await import('../later/Deeper')).Offer);
const Taken = later(async () => (await import('../later/Deeper')).Taken);

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
  const { subscribe, getValues, setValue } = useSheetForm();
  const { count, add, has } = useNudged();
  const [offered, setOffered] = useState(false);
  // A stored sheet may already hold a deeper question that was taken.
  const [taken, setTaken] = useState(() => getValues(deeperName(field))?.asked);
  const name = valueName(field);

  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    const look = () => {
      const said = getValues(name);
      const vague = isVague(typeof said === 'string' ? said : '', words.vague);
      if (!vague) setOffered(false);
      else if (!has(field.id) && count() < MOST_NUDGES) {
        add(field.id);
        setOffered(true);
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

  const take = (asked: string) => {
    setValue(deeperName(field), { asked, value: '' });
    setTaken(asked);
    setOffered(false);
  };
  const leave = () => {
    setOffered(false);
    document.getElementById(idOf(field))?.focus();
  };
  if (taken !== undefined) return <Taken field={field} asked={taken} />;
  return (
    <div role="status">
      {offered && <Offer deeper={field.deeper} take={take} leave={leave} words={words.worksheet} />}
    </div>
  );
}
