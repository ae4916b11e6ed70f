import type { Said } from '../../domain/records/sheet';
import { fill } from '../../domain/words/fill';
import type { WorksheetWords } from '../../domain/words/interface';
import { inWords } from '../../domain/worksheets/answers';
import { dateText } from './dates';
import type { Field } from '../../domain/worksheets/definition';

interface Props {
  readonly field: Field | undefined;
  readonly said: Said;
  readonly words: Pick<WorksheetWords, 'scaleMark' | 'lowEnd' | 'highEnd'>;
  /** The heading of a deeper question. */
  readonly deeper?: 'h3' | 'h4' | 'h6' | 'p';
}

/** What stands in one answer, as it is read: text as it was written, a mark with both its ends. */
export function Words({ field, said: { value, deeper: below }, words, deeper: Deeper = 'p' }: Props) {
  return (
    <>
      {field?.kind === 'scale' && typeof value === 'number' ? (
        <p>
          <b>{fill(words.scaleMark, { n: value })}</b>{' '}
          <span className="meta">
            {fill(words.lowEnd, { text: field.ends.low })} · {fill(words.highEnd, { text: field.ends.high })}
          </span>
        </p>
      ) : (
        inWords(field, value, dateText).map((text, at) => (
          <p key={at} className="written">
            {text}
          </p>
        ))
      )}
      {below?.value && (
        <div className="letter-deeper">
          <Deeper>{below.asked}</Deeper>
          <p className="written">{below.value}</p>
        </div>
      )}
    </>
  );
}
