import { memo, useMemo } from 'react';
import type { FormWords, Group } from '../form';
import { Drawn } from './Drawn';
import { Field } from './Field';

interface Props {
  /** The same question, once for each side. */
  readonly pair: Group;
  readonly words: FormWords;
}

/** A question that both sides answer, each in a column of their own. */
export const PairField = memo(function PairField({ pair, words }: Props) {
  const [first] = pair;
  const id = `pair-${first.pair ?? first.id}`;
  const sides = useMemo(
    () => pair.map(({ hint: _, ...field }) => ({ ...field, label: words.worksheet[field.side ?? 'mentor'] })),
    [pair, words],
  );
  return (
    <div className="field pair" role="group" aria-labelledby={id}>
      <p className="question" id={id}>
        {first.label}
      </p>
      {first.hint && <p className="hint">{first.hint}</p>}
      {first.kind === 'question' && <Drawn fields={pair} words={words} />}
      <div className="pair-sides">
        {sides.map((field) => (
          <div key={field.id} data-side={field.side}>
            <Field field={field} words={words} />
          </div>
        ))}
      </div>
    </div>
  );
});
