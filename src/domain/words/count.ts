import { fill } from './fill';

/** A sentence for one and for more: `counted(3, { one: '{n} minute', other: '{n} minutes' })` gives "3 minutes". */
export function counted(n: number, forms: { readonly one: string; readonly other: string }): string {
  return fill(n === 1 ? forms.one : forms.other, { n });
}
