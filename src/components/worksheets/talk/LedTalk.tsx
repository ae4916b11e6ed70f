import type { Side } from '../../../domain/records/mentorship';
import type { WorksheetWords } from '../../../domain/words/interface';
import type { FrameProps } from '../SheetForm';
import type { OpenSheet } from '../use-sheet';
import { Notes } from './Notes';
import { TalkFoot } from './TalkFoot';
import { TalkHead } from './TalkHead';
import { useTalk } from './use-talk';

/** A talk as the page leads it: one section at a time, with whose turn it is and how much time there is. */
export function LedTalk({ open, worksheet, words, storage, before, end, children }: FrameProps) {
  const talk = useTalk(open, worksheet, words.worksheet.meta);
  const { sheet } = open;
  if (!talk || !sheet) return children({ head: null });
  const names = namesOf(open, words.worksheet);
  const { step, turn } = talk.now;
  return children({
    section: step.section,
    turn,
    marks: step.kind === 'marks',
    head: (
      <>
        <TalkHead talk={talk} names={names} words={words.talk} />
        <Notes sheet={sheet} before={before} names={names} storage={storage} words={words} />
      </>
    ),
    foot: <TalkFoot talk={talk} names={names} end={end} words={words.talk} />,
  });
}

/** What each side is called on a screen that both see: a name, where one was given, else the word for the side. */
function namesOf({ sheet, mentorships }: OpenSheet, words: WorksheetWords): Record<Side, string> {
  const mentorship = mentorships.find(({ id }) => id === sheet?.mentorship);
  const nameOf = (side: Side) => {
    const name = mentorship?.side && (mentorship.side === side ? mentorship.me : mentorship.other);
    return name ?? words[side];
  };
  return { mentor: nameOf('mentor'), mentee: nameOf('mentee') };
}
