import { lazy, Suspense } from 'react';
import type { Field } from '../../../domain/worksheets/definition';
import type { WorksheetWords } from '../../../domain/words/interface';

const QuestionDraw = lazy(() => import('../later/QuestionDraw'));

interface Props {
  readonly fields: readonly Field[];
  readonly words: WorksheetWords;
}

/** The drawing of a question, fetched by the worksheets that have one. */
export const Drawn = (props: Props) => (
  <Suspense fallback={<p className="draw" />}>
    <QuestionDraw {...props} />
  </Suspense>
);
