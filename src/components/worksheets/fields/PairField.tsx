import type { Field as Definition } from '../../../domain/worksheets/definition';
import type { FormWords } from '../form';
import { Field } from './Field';
import { Drawn } from './Drawn';

interface Props {
  /** The same question, once for each side. */
  readonly pair: readonly Definition[];
  readonly words: FormWords;
}

/** A question that both sides answer, each in a column of their own. */
export function PairField({ pair, words }: Props) {
  const [first] = pair;
  if (!first) return null;
  const id = `pair-${first.pair ?? first.id}`;
  return (
    <div className="field pair" role="group" aria-labelledby={id}>
      <p className="question" id={id}>
        {first.label}
      </p>
      {first.hint && <p className="hint">{first.hint}</p>}
      {first.kind === 'question' && <Drawn fields={pair} words={words.worksheet} />}
      <div className="pair-sides">
        {pair.map(({ hint: _, ...field }) => (
          <div key={field.id} data-side={field.side}>
            <Field field={{ ...field, label: words.worksheet[field.side ?? 'mentor'] }} words={words} />
          </div>
        ))}
      </div>
    </div>
  );
}
