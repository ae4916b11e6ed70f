import { useEffect, useRef, useState } from 'react';
import type { HandedQuestions } from '../../browser/own-questions';
import { printPage } from '../../browser/print';
import { drawQuestion } from '../../domain/questions/filter';
import { askable, isAsked } from '../../domain/questions/own';
import type { OwnQuestion } from '../../domain/records/question';
import { fill } from '../../domain/words/fill';
import type { Interface } from '../../domain/words/interface';
import { dateText } from '../worksheets/dates';
import { cardsOf } from './cards';
import { NewQuestion } from './NewQuestion';
import { OneQuestion } from './OneQuestion';
import { PutAside } from './PutAside';
import { useOwnQuestions } from './use-own-questions';

interface Props {
  readonly words: Pick<Interface, 'own'> & {
    questions: Pick<Interface['questions'], 'followUp' | 'card'>;
    /** Of a programme, whose questions they are. */
    handed: string;
    worksheet: Pick<Interface['worksheet'], 'withOne' | 'withUnnamed'>;
  };
  /** First part of the storage's keys. */
  readonly storage: string;
  /** Questions of the site's own programme; those of the mentorship's go before them. */
  readonly bySite?: HandedQuestions | undefined;
}

/** Questions of one's own: to make, change, put in order, put aside, draw and print. */
export function OwnQuestions({
  words: { own: words, questions: cardWords, worksheet, handed: whose },
  storage,
  bySite,
}: Props) {
  const { questions, handed = bySite, mentorship, trouble, said, act } = useOwnQuestions(storage);
  const [drawn, setDrawn] = useState<string>();
  const cards = useRef<HTMLDivElement>(null);
  const list = useRef<HTMLOListElement>(null);
  const undo = useRef<HTMLButtonElement>(null);
  // What was taken away took its button along; the way back is where the focus goes.
  useEffect(() => undo.current?.focus(), [said]);

  const shown = questions.filter(({ retired }) => retired === undefined);
  const aside = questions.filter(({ retired }) => retired !== undefined);
  const asked = [...shown.filter(isAsked), ...askable(handed?.questions)];
  const random = asked.find(({ id }) => id === drawn);

  const restore = (id: string) =>
    act(
      (own) => own.restore(id),
      (back) => ({ text: back ? words.undone : words.undoFailed }),
    );
  const discard = ({ id }: OwnQuestion) =>
    act(
      (own) => own.discard(id),
      (gone) => (gone ? { text: words.deleted, undo: () => restore(id) } : { text: words.deleteFailed }),
    );
  const takeOut = ({ id }: OwnQuestion) =>
    act(
      (own) => own.setRetired(id, false),
      () => ({ text: words.isOut }),
    );
  const putAside = (question: OwnQuestion) =>
    act(
      (own) => own.setRetired(question.id, true),
      () => ({ text: words.isAside, undo: () => takeOut(question) }),
    );
  // The button goes along with its question; at the end of the way it is the other one.
  const moved = useRef<{ readonly to: number; readonly by: -1 | 1 }>(undefined);
  useEffect(() => {
    if (!moved.current) return;
    const { to, by } = moved.current;
    const buttons = list.current?.children[to]?.querySelectorAll('button');
    const same = [...(buttons ?? [])].find(({ dataset }) => dataset['by'] === String(by));
    (same ?? buttons?.[0])?.focus();
    moved.current = undefined;
  });
  const move = ({ id }: OwnQuestion, at: number, by: -1 | 1) => {
    moved.current = { to: at + by, by };
    act(
      (own) => own.move(id, by),
      () => ({ text: fill(words.movedTo, { n: at + by + 1 }) }),
    );
  };
  const print = () => {
    if (cards.current) cardsOf(cards.current, asked, cardWords);
    printPage('cards');
  };

  return (
    <div className="kit own" data-alive="">
      <div role="alert" className="no-cards">
        {trouble && <p className="trouble">{words.trouble[trouble]}</p>}
      </div>
      <section className="no-cards">
        {mentorship && (
          <p>
            {mentorship.other === undefined
              ? fill(worksheet.withUnnamed, { date: dateText(mentorship.started) })
              : fill(worksheet.withOne, { name: mentorship.other })}
          </p>
        )}
        <NewQuestion
          add={(text) =>
            act(
              (own) => own.add(text),
              () => ({ text: words.added }),
            )
          }
          words={words}
        />
        <div role="status" className="said no-print">
          {said && <p>{said.text}</p>}
          {said?.undo && (
            <button type="button" className="button" ref={undo} onClick={said.undo}>
              {words.undo}
            </button>
          )}
        </div>
        <ol className="own-list" ref={list}>
          {shown.map((question, at) => (
            <OneQuestion
              key={question.id}
              question={question}
              n={at + 1}
              edit={(text) => act((own) => own.edit(question.id, text))}
              move={(by) => move(question, at, by)}
              isLast={at === shown.length - 1}
              putAside={() => putAside(question)}
              discard={() => discard(question)}
              words={words}
            />
          ))}
        </ol>
        {handed && handed.questions.length > 0 && (
          <>
            <h2>{fill(whose, { programme: handed.programme })}</h2>
            <ul className="handed">
              {handed.questions.map((text) => (
                <li key={text}>{text}</li>
              ))}
            </ul>
          </>
        )}
        {asked.length > 0 && (
          <p className="acts">
            <button
              type="button"
              className="button"
              onClick={() => setDrawn(drawQuestion(asked, Math.random, drawn)?.id)}
            >
              {words.random}
            </button>
            <button type="button" className="button" onClick={print}>
              {words.cards}
            </button>
          </p>
        )}
        <div className="no-print" aria-live="polite">
          {random && <p className="block display">{random.text}</p>}
        </div>
        {aside.length > 0 && <PutAside questions={aside} takeOut={takeOut} discard={discard} words={words} />}
        <p className="small no-print">{words.kept}</p>
      </section>
      <div className="cards" aria-hidden="true" ref={cards} />
    </div>
  );
}
