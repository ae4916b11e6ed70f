import { useContext, useState } from 'react';
import { openMyKit } from '../../../browser/my-kit';
import { agreedIn } from '../../../domain/records/overview';
import type { Sheet } from '../../../domain/records/sheet';
import { AgreedList } from '../../kit/AgreedList';
import { today } from '../dates';
import { SheetContext, useStorageName, type FormWords } from '../form';

interface Props {
  readonly words: FormWords;
}

/** What was agreed in earlier talks and was still open when this one began, each to be called kept, changed or dropped. */
export default function LastActions({ words }: Props) {
  const sheet = useContext(SheetContext);
  const storage = useStorageName();
  return sheet && <Open key={sheet.id} sheet={sheet} storage={storage} words={words.agreed} />;
}

interface OpenProps {
  readonly sheet: Sheet;
  readonly storage: string;
  readonly words: FormWords['agreed'];
}

function Open({ sheet, storage, words }: OpenProps) {
  const [kit] = useState(() => openMyKit(storage));
  const read = () => {
    const { mentorships, sheets } = kit.view(sheet.mentorship);
    const mentorship = mentorships.find(({ id }) => id === sheet.mentorship);
    const before = sheets.flatMap((one) => (one.sheet.started < sheet.started ? [one.sheet] : []));
    return mentorship ? agreedIn(mentorship, before, today(new Date())) : [];
  };
  const [all, setAll] = useState(read);
  // What is called kept here stays in sight, so that a slip can be put right.
  const [wasOpen] = useState(() =>
    all.flatMap(({ action, outcome }) => (outcome === 'open' ? [action.id] : [])),
  );
  const [failed, setFailed] = useState(false);
  const shown = all.filter(({ action }) => wasOpen.includes(action.id));
  if (shown.length === 0) return null;
  return (
    <>
      <AgreedList
        agreed={shown}
        words={words}
        setOutcome={(action, outcome) => {
          setFailed(!kit.setOutcome(sheet.mentorship, action, outcome));
          setAll(read());
        }}
      />
      <p role="status">{failed && words.unsaved}</p>
    </>
  );
}
