import { useEffect, useMemo, useRef } from 'react';
import type { Interface, PresetWords } from '../../domain/words/interface';
import { NotFetchedContext } from '../worksheets/later';
import { Copies } from './Copies';
import { DeleteAll } from './DeleteAll';
import { Mentorship } from './Mentorship';
import { mentorshipName, type Titles } from './names';
import { Trash } from './Trash';
import { Unread } from './Unread';
import { useMyKit } from './use-my-kit';

interface Props {
  readonly words: Pick<Interface, 'kit' | 'trouble' | 'plan'> & {
    preset: PresetWords;
    own: Pick<Interface['own'], 'link'>;
    lookBack: Pick<Interface['lookBack'], 'link'>;
    worksheet: Pick<Interface['worksheet'], 'notFetched' | 'again'>;
  };
  readonly titles: Titles;
  /** First part of the storage's keys. */
  readonly storage: string;
}

/** All that a person has in this browser, and all that can be done with it as a whole. */
export function MyKit({
  words: { kit: words, trouble: troubles, own, plan, preset, lookBack, worksheet },
  titles,
  storage,
}: Props) {
  const kit = useMyKit(storage, words);
  const { view, said, trouble } = kit;
  const undo = useRef<HTMLButtonElement>(null);
  // What was deleted took its button along; the way back is where the focus goes.
  useEffect(() => undo.current?.focus(), [said]);
  const find = (wanted: string | undefined) => view.mentorships.find(({ id }) => id === wanted);
  const current = find(kit.lookedAt) ?? find(view.current) ?? view.mentorships[0];
  const isEmpty = [view.mentorships, view.trash, view.unread, view.newer].every((list) => list.length === 0);
  const several = view.mentorships.length > 1;
  const notFetched = useMemo(() => ({ text: worksheet.notFetched, again: worksheet.again }), [worksheet]);
  return (
    <NotFetchedContext value={notFetched}>
      <div className="kit" data-alive="">
        <div role="alert">
          {trouble && (
            <div className="trouble">
              <h2>{troubles[`${trouble}Title`]}</h2>
              <p>{troubles[trouble]}</p>
            </div>
          )}
        </div>
        <Unread kit={kit} view={view} words={words} />
        <div role="status" className="said">
          {said && <p>{said.text}</p>}
          {said?.undo && (
            <button type="button" className="button" ref={undo} onClick={said.undo}>
              {words.undo}
            </button>
          )}
        </div>
        {several && (
          <p className="which">
            <label htmlFor="which">{words.which}</label>{' '}
            <select id="which" value={current?.id} onChange={({ target }) => kit.look(target.value)}>
              {view.mentorships.map((one) => (
                <option key={one.id} value={one.id}>
                  {mentorshipName(one, words)}
                  {one.archived && ` (${words.archived})`}
                </option>
              ))}
            </select>
          </p>
        )}
        {current ? (
          <Mentorship
            key={current.id}
            kit={kit}
            view={view}
            mentorship={current}
            isOnly={!several}
            titles={titles}
            words={words}
            plan={plan}
            preset={preset}
            lookBackLink={lookBack.link}
            storage={storage}
          />
        ) : (
          <section>
            <p>{words.empty}</p>
            <p className="acts">
              <a className="button first" href="../worksheets/before-we-talk/">
                {words.emptyBegin}
              </a>
            </p>
          </section>
        )}
        <Copies kit={kit} view={view} words={words} />
        <section className="rest">
          <p>
            <a href="../questions/own/">{own.link}</a>
          </p>
          {current && (
            <p>
              <button type="button" className="button plain" onClick={kit.add}>
                {words.another}
              </button>
            </p>
          )}
          <Trash kit={kit} trash={view.trash} titles={titles} words={words} presetWords={preset} />
          {!isEmpty && <DeleteAll kit={kit} words={words} />}
        </section>
      </div>
    </NotFetchedContext>
  );
}
