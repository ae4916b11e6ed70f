import type { ReactNode } from 'react';
import type { Field } from '../../../domain/worksheets/definition';
import { hintOf, idOf } from './names';

/** A question above its one input, with its hint. */
export function Asked({ field }: { readonly field: Field }) {
  return (
    <>
      <label className="question" htmlFor={idOf(field)}>
        {field.label}
      </label>
      <Hint field={field} />
    </>
  );
}

/** A question around the several inputs that answer it. */
export function AskedGroup({ field, children }: { readonly field: Field; readonly children: ReactNode }) {
  return (
    <fieldset aria-describedby={hintOf(field)}>
      <legend className="question" id={idOf(field)}>
        {field.label}
      </legend>
      <Hint field={field} />
      {children}
    </fieldset>
  );
}

const Hint = ({ field }: { readonly field: Field }) =>
  field.hint && (
    <p className="hint" id={hintOf(field)}>
      {field.hint}
    </p>
  );
