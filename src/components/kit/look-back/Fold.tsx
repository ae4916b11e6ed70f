import { createContext, useContext, useState, type ReactNode } from 'react';

/** Whether everything is to be open, as on paper. */
export const OpenAllContext = createContext(false);

interface Props {
  readonly summary: ReactNode;
  /** Drawn when it is opened: a history of years is on the screen before all its words could be. */
  readonly children: () => ReactNode;
}

/** A fold that draws what is in it when it is opened; on paper it is open. */
export function Fold({ summary, children }: Props) {
  const all = useContext(OpenAllContext);
  const [isOpen, setOpen] = useState(false);
  return (
    <details
      open={all || isOpen}
      onToggle={({ currentTarget }) => {
        // What opened for the paper closes again after it.
        if (!all) setOpen(currentTarget.open);
      }}
    >
      <summary>{summary}</summary>
      {(all || isOpen) && children()}
    </details>
  );
}
