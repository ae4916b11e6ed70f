import { useCallback, useEffect, useState } from 'react';
import { fragment } from '../../../browser/address';
import { openPast, type PastView } from '../../../browser/look-back';
import type { Trouble } from '../../../browser/storage';

/** What there is to look back on, as the page shows it. */
export interface PastOnPage {
  readonly view: PastView;
  readonly trouble: Trouble | undefined;
  /** Looks at a mentorship; it is also the one new sheets are about, unless it was put away. */
  readonly look: (mentorship: string) => void;
}

/** Reads the kit at once, and again when another tab writes. The address may name the mentorship. */
export function usePast(storage: string): PastOnPage {
  const [past] = useState(() => openPast(storage));
  const [lookedAt, setLookedAt] = useState(fragment);
  const [view, setView] = useState(() => past.view(lookedAt));
  const refresh = useCallback(() => setView(past.view(lookedAt)), [past, lookedAt]);
  useEffect(() => past.onChange(refresh), [past, refresh]);
  return {
    view,
    trouble: past.trouble,
    look(mentorship) {
      const isOpen = view.mentorships.some(({ id, archived }) => id === mentorship && !archived);
      if (isOpen) past.setCurrent(mentorship);
      setLookedAt(mentorship);
      setView(past.view(mentorship));
    },
  };
}
