import type { ReactNode } from 'react';
import type { LookBack as Back } from '../../../domain/look-back/look-back';
import { counted } from '../../../domain/words/count';
import { fill } from '../../../domain/words/fill';
import { dateText } from '../../worksheets/dates';
import { AgreedPast } from './AgreedPast';
import { Fold } from './Fold';
import { InWords } from './InWords';
import { Plates } from './Plates';
import type { BackWords } from './words';

interface Props {
  readonly back: Back;
  readonly words: BackWords;
  /** Below what was agreed, before the drawings. */
  readonly children?: ReactNode;
}

/** How many check-ins there were and how long they took, in a line. */
export function answerLines({ checkIns, since, minutes }: Back, { lookBack }: BackWords): string[] {
  if (since === undefined) return [lookBack.none];
  const date = dateText(since);
  const { one, other } = lookBack.checkIns;
  return [fill(checkIns === 1 ? one : other, { n: checkIns, date }), counted(minutes, lookBack.minutes)];
}

/** A mentorship through time: the answer first, then what was agreed, the marks as lines, the words by question. */
export function History({ back, words, children }: Props) {
  const { lookBack, kit } = words;
  const [first, ...others] = back.marks;
  return (
    <>
      <div className="answer-first">
        <p className="answer display">
          {answerLines(back, words).map((line) => (
            <span key={line}>{line} </span>
          ))}
        </p>
        <Fold summary={lookBack.howCounted}>
          {() => (
            <p>
              {lookBack.counted} {back.since !== undefined && lookBack.by[back.counted]}
            </p>
          )}
        </Fold>
      </div>
      <section>
        <h3>{kit.actions}</h3>
        {back.agreed.length > 0 ? (
          <AgreedPast agreed={back.agreed} words={words} />
        ) : (
          <p className="meta">{lookBack.nothingAgreed}</p>
        )}
        {children}
      </section>
      {first && (
        <section>
          <h3>{lookBack.marks}</h3>
          <p>{lookBack.marksText}</p>
          <h4>{first.title}</h4>
          <Plates plates={first.plates} words={words} />
          {others.map(({ worksheet, title, plates }) => (
            <Fold key={worksheet} summary={title}>
              {() => <Plates plates={plates} words={words} />}
            </Fold>
          ))}
        </section>
      )}
      {back.words.length > 0 && (
        <section>
          <h3>{lookBack.words}</h3>
          {back.words.map((said) => (
            <InWords key={said.worksheet} said={said} words={words} />
          ))}
        </section>
      )}
    </>
  );
}
