import { useState } from 'react';
import { openKit } from '../../../browser/kit';
import { saidNo, wasTooMuch } from '../../../domain/records/overview';
import type { Sheet } from '../../../domain/records/sheet';
import type { FormWords } from '../form';
import { later } from '../later';

/** Fetched when one of the two said that it was not worth the time. */
const BurdenCheck = later(async () => (await import('../../kit/BurdenCheck')).default);

interface Props {
  readonly sheet: Sheet;
  readonly storage: string;
  readonly words: FormWords;
}

/** After a talk: how to make the next lighter or to pause, when this one was not worth the time; and the way to all of them. */
export default function Ending({ sheet, storage, words }: Props) {
  const [tooMuch] = useState(() => wasTooMuch(openKit(storage).sheets(), sheet));
  return (
    <>
      {tooMuch && <p className="too-much">{words.talk.tooMuch}</p>}
      {saidNo(sheet) && <BurdenCheck mentorship={sheet.mentorship} storage={storage} words={words.plan} />}
      {sheet.mentorship && (
        <p>
          <a href={`../../kit/look-back/#${sheet.mentorship}`}>{words.lookBack.link}</a>
        </p>
      )}
    </>
  );
}
