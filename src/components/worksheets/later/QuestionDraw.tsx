import { useEffect, useEffectEvent, useId, useState } from 'react';
import { siteRoot } from '../../../browser/address';
import { loadBank } from '../../../browser/bank';
import { openHandful } from '../../../browser/handful';
import { openOwnQuestions } from '../../../browser/own-questions';
import { poolOf, type Drawable, type Drawer, type From } from '../../../domain/questions/draw';
import { drawQuestion } from '../../../domain/questions/filter';
import { askable, isAsked } from '../../../domain/questions/own';
import { fill } from '../../../domain/words/fill';
import type { Field } from '../../../domain/worksheets/definition';
import { askedName } from '../fields/names';
import { useFormValue, useSheetForm, useStorageName, type FormWords } from '../form';

interface Props {
  /** The fields that answer the drawn question. */
  readonly fields: readonly [Field, ...Field[]];
  readonly words: FormWords;
  /** Whether it was opened to draw one at once. */
  readonly begun: boolean;
}

/** Where the person draws from; it stays while the page is open, whatever is drawn anew on it. */
let chosen: From | undefined;

/** Draws a question from where one likes: the whole bank, a theme, one's handful, one's own; or takes what is typed. */
export default function QuestionDraw({
  fields,
  begun,
  words: { worksheet: words, draw: labels, themes, handed },
}: Props) {
  const { setValue } = useSheetForm();
  const storage = useStorageName();
  const asked = useFormValue(askedName(fields[0]), undefined) ?? '';
  const [own] = useState(() => openOwnQuestions(storage));
  const look = (): Omit<Drawer, 'bank'> => ({
    handful: openHandful(storage).ids(),
    own: [...own.list().filter(isAsked), ...askable(own.handed()?.questions ?? handed)],
  });
  const [kept, setKept] = useState(look);
  const [bank, setBank] = useState<readonly Drawable[]>([]);
  const [failed, setFailed] = useState(false);
  const [picked, setPicked] = useState(chosen);
  const id = useId();

  const sources: readonly (readonly [From, string])[] = [
    ['any', labels.any],
    ...themes.map(({ id, title }) => [`theme:${id}`, title] as const),
    ...(kept.handful.length > 0 ? [['handful', labels.handful] as const] : []),
    ...(kept.own.length > 0 ? [['own', labels.own] as const] : []),
  ];
  const usual = kept.handful.length > 0 ? 'handful' : 'any';
  const from = sources.some(([source]) => source === picked) && picked ? picked : usual;

  const lookAgain = useEffectEvent(() => setKept(look()));
  useEffect(() => own.onChange(lookAgain), [own]);
  // A question that was drawn on an earlier day has its follow-up in the bank.
  const isAnyAsked = asked !== '';
  useEffect(() => {
    if (isAnyAsked) void loadBank(siteRoot()).then(setBank);
  }, [isAnyAsked]);

  const ask = (text: string) => {
    for (const field of fields) setValue(askedName(field), text);
  };
  const draw = async () => {
    const fetched = await (from === 'own' ? bank : loadBank(siteRoot()));
    setBank(fetched);
    setFailed(from !== 'own' && fetched.length === 0);
    const pool = poolOf(from, { ...kept, bank: fetched });
    const drawn = drawQuestion(pool, Math.random, pool.find(({ text }) => text === asked)?.id);
    if (drawn) ask(drawn.text);
  };
  const drawFirst = useEffectEvent(() => {
    if (begun && asked === '') void draw();
  });
  useEffect(() => {
    const soon = setTimeout(() => drawFirst());
    return () => clearTimeout(soon);
  }, []);
  const followUp = bank.find(({ text }) => text === asked)?.followUp;

  return (
    <>
      <label className="visually-hidden" htmlFor={`${id}-asked`}>
        {words.questionAsked}
      </label>
      <textarea
        id={`${id}-asked`}
        rows={2}
        className="drawn-question"
        placeholder={words.questionOwn}
        value={asked}
        onChange={({ target }) => ask(target.value)}
      />
      {followUp !== undefined && <p className="small">{fill(labels.followUp, { question: followUp })}</p>}
      <p className="acts">
        <button type="button" className="button" onClick={() => void draw()}>
          {asked === '' ? words.questionDraw : words.questionAnother}
        </button>
        <span className="from">
          <label htmlFor={`${id}-from`}>{labels.from}</label>{' '}
          <select
            id={`${id}-from`}
            value={from}
            onChange={({ target }) => {
              chosen = sources.find(([source]) => source === target.value)?.[0];
              setPicked(chosen);
            }}
          >
            {sources.map(([source, title]) => (
              <option key={source} value={source}>
                {title}
              </option>
            ))}
          </select>
        </span>
        <span role="status">{failed && words.notFetched}</span>
      </p>
    </>
  );
}
