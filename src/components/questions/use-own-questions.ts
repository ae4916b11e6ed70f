import { useCallback, useEffect, useState } from 'react';
import { openOwnQuestions, type OwnQuestions } from '../../browser/own-questions';

/** What was just done, and how to take it back. */
export interface Said {
  readonly text: string;
  readonly undo?: (() => void) | undefined;
}

/** The questions of one's own as their page shows them: read at once, after every change and when another tab writes. */
export function useOwnQuestions(storage: string) {
  const [own] = useState(() => openOwnQuestions(storage));
  const look = useCallback(
    () => ({
      questions: own.list(),
      handed: own.handed(),
      mentorship: own.mentorship(),
      trouble: own.trouble(),
    }),
    [own],
  );
  const [view, setView] = useState(look);
  const [said, setSaid] = useState<Said>();
  const refresh = useCallback(() => setView(look()), [look]);
  useEffect(() => own.onChange(refresh), [own, refresh]);

  /** Changes the questions and says what came of it. */
  const act = useCallback(
    <Result>(task: (questions: OwnQuestions) => Result, tell?: (result: Result) => Said) => {
      const result = task(own);
      setSaid(tell?.(result));
      refresh();
    },
    [own, refresh],
  );
  return { ...view, said, act };
}
