import { useEffect, useRef, useState, type RefObject } from 'react';
import { onFragment, rawFragment, setFragment } from '../../browser/address';
import { openMyKit } from '../../browser/my-kit';
import {
  openParcels,
  type Opened,
  type Parcels,
  type PlanStanding,
  type PresetStanding,
  type PutIn,
} from '../../browser/parcels';
import type { Trouble } from '../../browser/storage';
import type { Choice } from '../../domain/parcels/merge';
import type { Mentorship } from '../../domain/records/mentorship';

/** What was put in. */
type What = 'kit' | 'sheet' | 'plan' | 'preset';

/** Where a person is with a file. */
export type Step =
  | {
      readonly at: 'choose';
      readonly refused?: Extract<Opened, { kind: 'refused' }>['reason'];
      readonly fromLink?: boolean;
    }
  | { readonly at: 'reading' }
  | {
      readonly at: 'preview';
      readonly opened: Exclude<Opened, { kind: 'refused' }>;
      readonly isChanged?: boolean;
    }
  | {
      readonly at: 'done';
      readonly changed: number;
      readonly what: What;
      /** Of a programme. */
      readonly name?: string;
    }
  | { readonly at: 'undone'; readonly kept: number }
  | { readonly at: 'failed'; readonly trouble: Trouble };

export interface OpenOnPage {
  /** False until the page has come alive. */
  readonly isAlive: boolean;
  /** Where a file is chosen. */
  readonly field: RefObject<HTMLInputElement | null>;
  readonly step: Step;
  /** When something was last put in, as long as that can be taken back. */
  readonly last: Date | undefined;
  readonly mentorships: readonly Mentorship[];
  readonly current: string | undefined;
  readonly readFile: (file: File) => void;
  readonly readText: (text: string) => void;
  readonly putIn: (choices: ReadonlyMap<string, Choice>) => void;
  readonly putInSheet: (mentorship: string | undefined) => void;
  /** How the plan that is shown stands to the plan of a mentorship. */
  readonly standingOf: (mentorship: string | undefined) => PlanStanding;
  readonly putInPlan: (mentorship: string | undefined, shown: PlanStanding) => void;
  /** How the preset that is shown stands to what a mentorship has; of a new one when left out. */
  readonly presetStandingOf: (mentorship: string | undefined) => PresetStanding;
  readonly putInPreset: (mentorship: string | undefined) => void;
  readonly undo: () => void;
  readonly leave: () => void;
}

/** Opens what comes from outside: reads it, shows it, puts it in after a yes, takes it back. */
export function useOpen(storage: string): OpenOnPage {
  const parcels = useRef<Parcels>(undefined);
  const field = useRef<HTMLInputElement>(null);
  const [isAlive, setAlive] = useState(false);
  const [step, setStep] = useState<Step>({ at: 'choose' });
  const [last, setLast] = useState<Date>();
  const [kit, setKit] = useState<{ mentorships: readonly Mentorship[]; current: string | undefined }>();

  const show = (opened: Opened, fromLink = false) => {
    const { mentorships, current } = openMyKit(storage).view();
    setKit({ mentorships: mentorships.filter(({ archived }) => !archived), current });
    setStep(
      opened.kind === 'refused'
        ? { at: 'choose', refused: opened.reason, fromLink }
        : { at: 'preview', opened },
    );
  };

  useEffect(() => {
    const door = openParcels(storage);
    parcels.current = door;
    setLast(door.lastRestore());
    const readLink = () =>
      void door.readFragment(rawFragment()).then((opened) => {
        if (!opened) return;
        // What came in a link does not stay in the address, for the next person at this screen.
        setFragment('');
        show(opened, true);
      });
    readLink();
    // A link followed where this page is open already changes the fragment alone.
    onFragment(readLink);
    // A file may have been chosen before the page came alive.
    const [early] = field.current?.files ?? [];
    if (early) void door.readFile(early).then((opened) => show(opened));
    setAlive(true);
  }, [storage]);

  const settle = (result: PutIn | undefined, what: What, name?: string) => {
    if (!result) return;
    setStep(
      result.state === 'done'
        ? { at: 'done', changed: result.changed, what, ...(name !== undefined && { name }) }
        : { at: 'failed', trouble: result.state },
    );
    setLast(parcels.current?.lastRestore());
  };

  const opened = step.at === 'preview' ? step.opened : undefined;
  return {
    isAlive,
    field,
    step,
    last,
    mentorships: kit?.mentorships ?? [],
    current: kit?.current,
    readFile: (file) => {
      setStep({ at: 'reading' });
      void parcels.current?.readFile(file).then((opened) => show(opened));
    },
    readText: (text) => {
      if (parcels.current) show(parcels.current.read(text));
    },
    putIn: (choices) => {
      if (opened?.kind === 'backup') settle(parcels.current?.putIn(opened, choices, 'both'), 'kit');
      else if (opened?.kind === 'sheet') {
        const [choice = 'both'] = choices.values();
        settle(
          parcels.current?.putInSheet(opened, undefined, choice),
          opened.standing === 'own' ? 'kit' : 'sheet',
        );
      }
    },
    putInSheet: (mentorship) => {
      if (opened?.kind === 'sheet') settle(parcels.current?.putInSheet(opened, mentorship, 'both'), 'sheet');
    },
    standingOf: (mentorship) =>
      (opened?.kind === 'plan' && parcels.current?.planStanding(opened, mentorship)) || { state: 'new' },
    putInPlan: (mentorship, shown) => {
      if (opened?.kind !== 'plan') return;
      const result = parcels.current?.putInPlan(opened, mentorship, shown);
      if (result?.state === 'changed') setStep({ at: 'preview', opened, isChanged: true });
      else settle(result, 'plan');
    },
    presetStandingOf: (mentorship) =>
      (opened?.kind === 'preset' && parcels.current?.presetStanding(opened, mentorship)) || {
        state: 'new',
        hasPlan: false,
      },
    putInPreset: (mentorship) => {
      if (opened?.kind === 'preset')
        settle(parcels.current?.putInPreset(opened, mentorship), 'preset', opened.parcel.data.name);
    },
    undo: () => {
      const undone = parcels.current?.undo();
      setLast(parcels.current?.lastRestore());
      if (undone?.state === 'done') setStep({ at: 'undone', kept: undone.kept });
      else if (undone) setStep({ at: 'failed', trouble: undone.state });
    },
    leave: () => setStep({ at: 'choose' }),
  };
}
