import { useState } from 'react';
import { openKit } from '../../../browser/kit';
import { wasTooMuch } from '../../../domain/records/overview';
import type { Sheet } from '../../../domain/records/sheet';
import type { FormWords } from '../form';

interface Props {
  readonly sheet: Sheet;
  readonly storage: string;
  readonly words: FormWords;
}

/** After a talk: where it was not worth the time twice running, how to make it lighter, or to pause. */
export default function Ending({ sheet, storage, words }: Props) {
  const [tooMuch] = useState(() => wasTooMuch(openKit(storage).sheets(), sheet));
  return tooMuch && <p className="too-much">{words.talk.tooMuch}</p>;
}
