import { useEffect, useState } from 'react';
import { copyText } from '../../../browser/hand-over';
import type { ChoiceField } from '../../../domain/worksheets/definition';
import { useSheetForm, type FormWords } from '../form';

interface Props {
  /** A choice whose options say which field's words they copy. */
  readonly field: ChoiceField;
  readonly words: FormWords;
}

/** Shows the words that the chosen option stands for, and copies exactly them: the one way out of a private sheet. */
export default function CopyChosen({ field, words: { speakUp: words } }: Props) {
  const { getValues, subscribe } = useSheetForm();
  const [text, setText] = useState('');
  const [said, setSaid] = useState('');

  useEffect(() => {
    const look = () => {
      const { answers = {} } = getValues();
      const option = field.options.find(({ id }) => id === answers[field.id]?.value);
      const value = option?.copies === undefined ? undefined : answers[option.copies]?.value;
      setText(typeof value === 'string' ? value.trim() : '');
      setSaid('');
    };
    look();
    const copied = field.options.flatMap(({ copies }) => copies ?? []);
    return subscribe({
      name: [field.id, ...copied].map((id) => `answers.${id}.value` as const),
      formState: { values: true },
      callback: look,
    });
  }, [field, getValues, subscribe]);

  const copy = async () => setSaid((await copyText(text)) ? words.copied : words.copyFailed);
  if (text === '') return null;
  return (
    <div className="deeper">
      <p className="written">{text}</p>
      <p className="acts">
        <button type="button" className="button" onClick={() => void copy()}>
          {words.copy}
        </button>
        <span role="status">{said}</span>
      </p>
    </div>
  );
}
