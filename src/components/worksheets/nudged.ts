import { createContext, useContext } from 'react';

/** Which fields of the sheet were met with a deeper question, so that two a sheet stays two. */
export interface Nudged {
  readonly count: () => number;
  readonly has: (field: string) => boolean;
  readonly add: (field: string) => void;
  /** Changes whenever another sheet has been put into the form. */
  readonly loaded: number;
}

export const NudgedContext = createContext<Nudged>({
  count: () => 0,
  has: () => false,
  add: () => undefined,
  loaded: 0,
});

export const useNudged = () => useContext(NudgedContext);
