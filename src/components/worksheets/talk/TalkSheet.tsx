import type { ComponentProps } from 'react';
import { lengthsOf } from '../../../domain/worksheets/talk-lengths';
import { later } from '../later';
import { SheetForm, type FrameProps } from '../SheetForm';
import { BeginTalk } from './BeginTalk';
import { talkOf } from './begun';

/** Fetched when a talk begins. */
const LedTalk = later<FrameProps>(
  async () => (await import('./LedTalk')).LedTalk,
  // Meanwhile all of the sheet is there.
  ({ children }) => children({ head: null }),
);

/** A worksheet that two people fill in together: all on one page, or led through it section by section. */
export const TalkSheet = (props: Omit<ComponentProps<typeof SheetForm>, 'Frame'>) => (
  <SheetForm {...props} Frame={TalkFrame} />
);

function TalkFrame(props: FrameProps) {
  const { open, worksheet, words, children } = props;
  const talk = open.sheet?.talk;
  if (talk?.led) return <LedTalk {...props} />;
  const sections = worksheet.sections.filter(({ more }) => !more);
  return children({
    head: (
      <BeginTalk
        minutes={talk?.minutes ?? worksheet.minutes}
        lengths={lengthsOf(worksheet.minutes, sections.length)}
        begun={talk !== undefined}
        begin={(minutes) => open.setTalk((so = talkOf(minutes)) => ({ ...so, minutes, led: true }))}
        words={words.talk}
      />
    ),
  });
}
