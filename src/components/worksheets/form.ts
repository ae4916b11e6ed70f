import { createContext, useCallback, useContext, useSyncExternalStore } from 'react';
import { useFormContext, type FieldPath, type PathValue } from 'react-hook-form';
import type { Sheet } from '../../domain/records/sheet';
import type { FormValues } from '../../domain/worksheets/answers';
import type { AgreedWords, Interface, PlanWords } from '../../domain/words/interface';
import type { Field, Section, Worksheet } from '../../domain/worksheets/definition';

/** What a worksheet's page hands to its form: the part of the definition that the browser needs. */
export interface FormSheet {
  readonly id: string;
  readonly title: string;
  readonly who: Worksheet['who'];
  readonly minutes: number;
  readonly sections: readonly Section[];
}

/** The words a worksheet's form says, apart from its questions. */
export type FormWords = Pick<Interface, 'worksheet' | 'trouble' | 'vague' | 'talk' | 'draw' | 'speakUp'> & {
  /** The themes of the question bank. */
  readonly themes: readonly { readonly id: string; readonly title: string }[];
  /** Questions of the site's own programme. */
  readonly handed: readonly string[];
  readonly agreed: AgreedWords;
  readonly plan: Pick<PlanWords, 'next' | 'burden' | 'minutes'>;
  readonly lookBack: Pick<Interface['lookBack'], 'link'>;
};

/** The form around a field. */
export const useSheetForm = () => useFormContext<FormValues>();

/**
 * What stands in the form under a name, for a part that draws it itself. Where the page is older than the part, as a
 * lazily fetched one, it begins with what the page shows: `atFirst`.
 */
export function useFormValue<Name extends FieldPath<FormValues>>(
  name: Name,
  atFirst: PathValue<FormValues, Name>,
): PathValue<FormValues, Name> {
  const { getValues, subscribe } = useSheetForm();
  const whenChanged = useCallback(
    (callback: () => void) => subscribe({ name, formState: { values: true }, callback }),
    [name, subscribe],
  );
  return useSyncExternalStore(
    whenChanged,
    () => getValues(name),
    () => atFirst,
  );
}

/** First part of the storage's keys, for a field that keeps or reads something of its own. */
export const StorageContext = createContext('');
export const useStorageName = () => useContext(StorageContext);

/** The part of a definition that goes to the browser: its example and descriptions stay behind. */
export const forTheForm = (id: string, { title, who, minutes, sections }: Worksheet): FormSheet => ({
  id,
  title,
  who,
  minutes,
  sections,
});

/** One field alone, or the two of a question that both sides answer. */
export type Group = [Field, ...Field[]];

/** Fields in the order they are drawn. */
export function inPairs(fields: readonly Field[]): Group[] {
  const groups: Group[] = [];
  for (const field of fields) {
    const last = groups.at(-1);
    if (field.pair !== undefined && last?.[0]?.pair === field.pair) last.push(field);
    else groups.push([field]);
  }
  return groups;
}

/** The sheet that is open, for a field that shows what was said in others; undefined until the page is alive. */
export const SheetContext = createContext<Sheet | undefined>(undefined);

/** What fields need to know of their sheet that does not change with each word. */
export const AboutContext = createContext<{
  readonly hasEarlier: boolean;
  /** Whether two people write in it together: then nothing in it is a secret of one of them. */
  readonly isShared: boolean;
}>({ hasEarlier: false, isShared: false });
