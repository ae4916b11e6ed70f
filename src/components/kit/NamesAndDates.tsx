import { useId, useState, type ReactNode } from 'react';
import { useForm } from 'react-hook-form';
import { RHYTHMS, SIDES, type Mentorship } from '../../domain/records/mentorship';
import type { KitWords } from '../../domain/words/interface';
import type { KitOnPage } from './use-my-kit';

interface Props {
  readonly kit: KitOnPage;
  readonly mentorship: Mentorship;
  readonly words: KitWords;
  /** What else can be done with the mentorship. */
  readonly children: ReactNode;
}

/** Without it a date's field takes years of six digits, which no calendar day has. */
const LAST_DAY = '9999-12-31';

type Values = Record<'other' | 'me' | 'side' | 'rhythm' | 'begins' | 'ends', string>;

/** Names, side, rhythm and dates of a mentorship: all of it may be left open. A form costs time, so it comes when asked. */
export function NamesAndDates({ kit, mentorship, words, children }: Props) {
  const [isWanted, setWanted] = useState(false);
  // Already with the press that opens the fold: whoever does so by key and presses Tab at once must not go past the form.
  const want = () => setWanted(true);
  return (
    <details className="names" onToggle={want}>
      <summary onClick={want}>{words.name}</summary>
      {isWanted && <NamesForm kit={kit} mentorship={mentorship} words={words} />}
      <div className="acts">{children}</div>
    </details>
  );
}

function NamesForm({ kit, mentorship, words }: Omit<Props, 'children'>) {
  const { other = '', me = '', side = '', rhythm = '', begins = '', ends = '' } = mentorship;
  const { register, handleSubmit, getFieldState, formState, reset } = useForm<Values>({
    // What another tab saved is shown here as well, unless something is being typed.
    values: { other, me, side, rhythm, begins, ends },
    resetOptions: { keepDirtyValues: true },
  });
  const id = useId();
  const [isSaved, setSaved] = useState(false);
  const { dirtyFields } = formState;

  const save = handleSubmit((values) => {
    const chosen = {
      ...values,
      side: SIDES.find((one) => one === values.side),
      rhythm: RHYTHMS.find((one) => one === values.rhythm),
      begins: values.begins || undefined,
      ends: values.ends || undefined,
    };
    const change = Object.fromEntries(
      Object.entries(chosen).filter(([name]) => dirtyFields[name as keyof Values]),
    );
    const isKept = kit.change(mentorship.id, change);
    // What is saved is no longer being typed: another tab may change it.
    if (isKept) reset(values, { keepValues: true, keepDirtyValues: false });
    setSaved(isKept);
  });
  return (
    <form noValidate onSubmit={(event) => void save(event)} onChange={() => setSaved(false)}>
      <p className="hint">{words.nameHint}</p>
      <p>
        <label htmlFor={`${id}-other`}>{words.other}</label>
        <input id={`${id}-other`} autoComplete="off" {...register('other')} />
      </p>
      <p>
        <label htmlFor={`${id}-me`}>{words.me}</label>
        <input id={`${id}-me`} autoComplete="off" {...register('me')} />
      </p>
      <p>
        <label htmlFor={`${id}-side`}>{words.side}</label>
        <select id={`${id}-side`} {...register('side')}>
          <option value="">{words.sideOpen}</option>
          {SIDES.map((one) => (
            <option key={one} value={one}>
              {words[one]}
            </option>
          ))}
        </select>
      </p>
      <p>
        <label htmlFor={`${id}-rhythm`}>{words.rhythm}</label>
        <select id={`${id}-rhythm`} {...register('rhythm')}>
          <option value="">{words.rhythmOpen}</option>
          {RHYTHMS.map((one) => (
            <option key={one} value={one}>
              {words.rhythms[one]}
            </option>
          ))}
        </select>
      </p>
      {(['begins', 'ends'] as const).map((name) => {
        const wrong = getFieldState(name, formState).error;
        return (
          <p key={name}>
            <label htmlFor={`${id}-${name}`}>{words[name]}</label>
            <input
              type="date"
              max={LAST_DAY}
              id={`${id}-${name}`}
              aria-invalid={wrong ? true : undefined}
              aria-describedby={wrong && `${id}-${name}-wrong`}
              {...register(name, {
                validate: (day, { begins, ends }) =>
                  (day.length > LAST_DAY.length && words.noYear) ||
                  (name === 'ends' && begins && ends && ends < begins && words.endsFirst) ||
                  true,
              })}
            />
            {wrong && (
              <span className="wrong" id={`${id}-${name}-wrong`}>
                {wrong.message}
              </span>
            )}
          </p>
        );
      })}
      <p className="acts">
        <button className="button">{words.save}</button>
        <span role="status">{isSaved && words.saved}</span>
      </p>
    </form>
  );
}
