import type { Example } from '../../../domain/look-back/example';
import { counted } from '../../../domain/words/count';
import { fill } from '../../../domain/words/fill';
import { History } from './History';
import type { BackWords } from './words';

interface Props {
  readonly example: Example | undefined;
  /** Sheets of the other person that are not shown yet. */
  readonly folded: number;
  readonly words: BackWords;
}

/** Nothing to look back on yet: how to begin, and what it will look like, drawn from made-up sheets. */
export function Empty({ example, folded, words }: Props) {
  const { lookBack, kit } = words;
  return (
    <>
      <section>
        <p>{lookBack.empty}</p>
        {folded > 0 && <p>{counted(folded, lookBack.folded)}</p>}
        <p className="acts">
          <a className="button first" href="../../worksheets/before-we-talk/">
            {kit.emptyBegin}
          </a>
        </p>
      </section>
      {example && (
        <section className="mentorship example-history" aria-labelledby="example">
          <h2 id="example">{lookBack.example}</h2>
          <p>{fill(lookBack.exampleText, { by: example.by })}</p>
          <History back={example.back} words={words} />
        </section>
      )}
    </>
  );
}
