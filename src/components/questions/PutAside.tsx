import type { OwnQuestion } from '../../domain/records/question';
import { fill } from '../../domain/words/fill';
import type { Interface } from '../../domain/words/interface';

interface Props {
  readonly questions: readonly OwnQuestion[];
  readonly takeOut: (question: OwnQuestion) => void;
  readonly discard: (question: OwnQuestion) => void;
  readonly words: Interface['own'];
}

/** The questions that were put aside: asked no more, until they are taken out again. */
export const PutAside = ({ questions, takeOut, discard, words }: Props) => (
  <details className="no-print">
    <summary>{words.asides}</summary>
    <ul className="kept">
      {questions.map((question) => (
        <li key={question.id}>
          <span>{question.text}</span>
          <span className="acts">
            <button
              type="button"
              className="button plain"
              aria-label={`${words.takeOut}: ${question.text}`}
              onClick={() => takeOut(question)}
            >
              {words.takeOut}
            </button>
            <button
              type="button"
              className="button plain"
              aria-label={fill(words.deleteNamed, { question: question.text })}
              onClick={() => discard(question)}
            >
              {words.delete}
            </button>
          </span>
        </li>
      ))}
    </ul>
  </details>
);
