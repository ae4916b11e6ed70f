import type { Asking } from '../../../domain/look-back/look-back';
import type { Field, Worksheet } from '../../../domain/worksheets/definition';

/** The part of a worksheet that looking back needs in the browser: its questions, without what helps to answer them. */
export const asked = (id: string, { title, who, minutes, sections }: Worksheet): Asking => ({
  id,
  title,
  who,
  minutes,
  sections: sections.map((section) => ({ ...section, fields: section.fields.map(bare) })),
});

function bare({ hint: _, ...field }: Field): Field {
  return 'deeper' in field ? { ...field, deeper: [] } : field;
}
