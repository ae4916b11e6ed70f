import { useFormContext } from 'react-hook-form';
import type { FormValues } from '../../domain/worksheets/answers';
import type { Interface } from '../../domain/words/interface';
import type { Section, Worksheet } from '../../domain/worksheets/definition';

/** What a worksheet's page hands to its form: the part of the definition that the browser needs. */
export interface FormSheet {
  readonly id: string;
  readonly title: string;
  readonly sections: readonly Section[];
}

/** The words a worksheet's form says, apart from its questions. */
export type FormWords = Pick<Interface, 'worksheet' | 'trouble' | 'vague'>;

/** The form around a field. */
export const useSheetForm = () => useFormContext<FormValues>();

/** The part of a definition that goes to the browser: its example and descriptions stay behind. */
export const forTheForm = (id: string, { title, sections }: Worksheet): FormSheet => ({
  id,
  title,
  sections,
});
