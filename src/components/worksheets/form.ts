import { createContext, useContext } from 'react';
import { useFormContext } from 'react-hook-form';
import type { FormValues } from '../../domain/worksheets/answers';
import type { Interface } from '../../domain/words/interface';
import type { Field, Section, Worksheet } from '../../domain/worksheets/definition';

/** What a worksheet's page hands to its form: the part of the definition that the browser needs. */
export interface FormSheet {
  readonly id: string;
  readonly title: string;
  readonly who: Worksheet['who'];
  readonly sections: readonly Section[];
}

/** The words a worksheet's form says, apart from its questions. */
export type FormWords = Pick<Interface, 'worksheet' | 'trouble' | 'vague'>;

/** The form around a field. */
export const useSheetForm = () => useFormContext<FormValues>();

/** First part of the storage's keys, for a field that keeps or reads something of its own. */
export const StorageContext = createContext('');
export const useStorageName = () => useContext(StorageContext);

/** The part of a definition that goes to the browser: its example and descriptions stay behind. */
export const forTheForm = (id: string, { title, who, sections }: Worksheet): FormSheet => ({
  id,
  title,
  who,
  sections,
});

/** Fields in the order they are drawn: one alone, or the two of a question that both sides answer. */
export function inPairs(fields: readonly Field[]): Field[][] {
  const groups: Field[][] = [];
  for (const field of fields) {
    const last = groups.at(-1);
    if (field.pair !== undefined && last?.[0]?.pair === field.pair) last.push(field);
    else groups.push([field]);
  }
  return groups;
}
