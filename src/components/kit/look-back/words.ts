import type { Voice } from '../../../domain/look-back/look-back';
import type { Interface } from '../../../domain/words/interface';

/** What a look back says, apart from what people wrote: the part of the interface that its page takes along. */
export function backWords({
  lookBack,
  kit,
  worksheet,
  trouble,
}: Pick<Interface, 'lookBack' | 'kit' | 'worksheet' | 'trouble'>) {
  const { actionBy, actions, archived, emptyBegin, outcomes, overdue, stateOpen } = kit;
  const { stateReceived, unknownSheet, unnamed, unnamedSince, which, with: withOne } = kit;
  const { allUntil, copyFailed, downloaded, highEnd, lowEnd, mentee, mentor, mine } = worksheet;
  const { oldAnswer, scaleMark, theirs } = worksheet;
  return {
    lookBack,
    trouble,
    kit: {
      ...{ actionBy, actions, archived, emptyBegin, outcomes, overdue, stateOpen },
      ...{ stateReceived, unknownSheet, unnamed, unnamedSince, which, with: withOne },
    },
    worksheet: {
      ...{ allUntil, copyFailed, downloaded, highEnd, lowEnd, mentee, mentor, mine },
      ...{ oldAnswer, scaleMark, theirs },
    },
  };
}
export type BackWords = ReturnType<typeof backWords>;

/** How those who speak are called. */
export const voiceNames = ({ lookBack, worksheet }: BackWords): Record<Voice, string> => ({
  mentor: worksheet.mentor,
  mentee: worksheet.mentee,
  mine: worksheet.mine,
  theirs: worksheet.theirs,
  together: lookBack.together,
});
