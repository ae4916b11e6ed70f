import type { Answer } from '../../../domain/records/sheet';
import type { Field } from '../../../domain/worksheets/definition';
import { fill } from '../../../domain/words/fill';
import type { WorksheetWords } from '../../../domain/words/interface';
import { Words } from '../Words';

interface Props {
  readonly field: Field;
  readonly answer: Answer;
  readonly words: WorksheetWords;
  readonly choose: (choice: 'own' | 'all' | number) => void;
}

/** Shows what was written in the same field in another tab, and lets the person say what stays. */
export default function Others({ field, answer, words, choose }: Props) {
  const others = answer.others ?? [];
  const isText = field.kind === 'short-text' || field.kind === 'long-text';
  return (
    <div className="deeper" role="group" aria-label={fill(words.othersTitle, { question: field.label })}>
      <p>
        <b>{words.others}</b>
      </p>
      {others.map((said, at) => (
        <div key={at} className="others">
          <Words field={field} said={said} words={words} />
          <button type="button" className="button" onClick={() => choose(at)}>
            {words.othersTake}
          </button>
        </div>
      ))}
      <div className="acts">
        {isText && (
          <button type="button" className="button first" onClick={() => choose('all')}>
            {words.othersBoth}
          </button>
        )}
        <button type="button" className="button plain" onClick={() => choose('own')}>
          {words.othersLeave}
        </button>
      </div>
    </div>
  );
}
