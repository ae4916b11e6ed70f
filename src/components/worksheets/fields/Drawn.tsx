import { useState } from 'react';
import type { Field } from '../../../domain/worksheets/definition';
import { useFormValue, type FormWords } from '../form';
import { later } from '../later';
import { askedName } from './names';

/** Fetched when a question is drawn. */
const QuestionDraw = later(async () => (await import('../later/QuestionDraw')).default);

interface Props {
  readonly fields: readonly [Field, ...Field[]];
  readonly words: FormWords;
}

/** The question that a field asks, to be drawn. */
export function Drawn({ fields, words }: Props) {
  const asked = useFormValue(askedName(fields[0]), undefined);
  const [tool, setTool] = useState<'closed' | 'open' | 'begun'>('closed');
  if (tool === 'closed' && asked) setTool('open');
  return (
    <div className="draw">
      {tool === 'closed' ? (
        <p className="acts">
          <button type="button" className="button" onClick={() => setTool('begun')}>
            {words.worksheet.questionDraw}
          </button>
        </p>
      ) : (
        <QuestionDraw fields={fields} begun={tool === 'begun'} words={words} />
      )}
    </div>
  );
}
