import { useState } from 'react';
import { siteRoot } from '../../../browser/address';
import { openHandful } from '../../../browser/handful';
import { loadTitles } from '../../../browser/search-titles';
import type { Field } from '../../../domain/worksheets/definition';
import type { WorksheetWords } from '../../../domain/words/interface';
import { useFormValue, useSheetForm, useStorageName } from '../form';
import { askedName } from '../fields/names';

interface Props {
  /** The fields that answer the drawn question. */
  readonly fields: readonly [Field, ...Field[]];
  readonly words: WorksheetWords;
}

/** Draws a question: from one's handful first, else from the whole bank; or takes one of one's own. */
export default function QuestionDraw({ fields, words }: Props) {
  const { setValue } = useSheetForm();
  const storage = useStorageName();
  const [first] = fields;
  const asked = useFormValue(askedName(first), undefined) ?? '';
  const [failed, setFailed] = useState(false);

  const ask = (text: string) => {
    for (const field of fields) setValue(askedName(field), text);
  };
  const draw = async () => {
    const all = (await bankQuestions()).filter(({ text }) => text !== asked);
    const handful = openHandful(storage).ids();
    const kept = all.filter(({ id }) => handful.includes(id));
    const open = kept.length > 0 ? kept : all;
    const drawn = open[Math.floor(Math.random() * open.length)];
    setFailed(!drawn);
    if (drawn) ask(drawn.text);
  };

  return (
    <>
      <label>
        <span className="visually-hidden">{words.questionAsked}</span>
        <textarea
          rows={2}
          className="drawn-question"
          placeholder={words.questionOwn}
          value={asked}
          onChange={({ target }) => ask(target.value)}
        />
      </label>
      <p className="acts">
        <button type="button" className="button" onClick={() => void draw()}>
          {asked === '' ? words.questionDraw : words.questionAnother}
        </button>
        <span role="status">{failed && words.notFetched}</span>
      </p>
    </>
  );
}

/** The bank's questions with their ids, from the list that the search uses too. */
async function bankQuestions() {
  const titles = await loadTitles(siteRoot());
  return titles.flatMap(({ part, path, title }) => {
    const [, id] = path.split('#');
    return part === 'question' && id !== undefined ? [{ id, text: title }] : [];
  });
}
