import type { Field } from '../../../domain/worksheets/definition';

/** Ids that tie a field's label, hint and input together. */
export const idOf = (field: Field) => `field-${field.id}`;
export const hintOf = (field: Field) => (field.hint ? `hint-${field.id}` : undefined);

/** Names of a field's inputs in the form; the same paths lie in the form's values. */
export const valueName = (field: Field) => `answers.${field.id}.value` as const;
export const deeperName = (field: Field) => `answers.${field.id}.deeper` as const;
export const privateName = (field: Field) => `answers.${field.id}.private` as const;
export const askedName = (field: Field) => `answers.${field.id}.asked` as const;
