import type { Field } from '../../../domain/worksheets/definition';
import type { WorksheetWords } from '../../../domain/words/interface';
import { later } from '../later';

const QuestionDraw = later(async () => (await import('../later/QuestionDraw')).default);

interface Props {
  readonly fields: readonly [Field, ...Field[]];
  readonly words: WorksheetWords;
}

/** The drawing of a question, fetched by the worksheets that have one. */
export const Drawn = (props: Props) => (
  <div className="draw">
    <QuestionDraw {...props} />
  </div>
);
