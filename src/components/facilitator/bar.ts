import type { Step } from '../../domain/facilitator/session-plan';

/** The bar's columns, as wide as the steps are long. They differ from page to page, and no page has styles on its elements. */
export function barColumns(steps: readonly Pick<Step, 'minutes'>[]): string {
  return `.bar{grid-template-columns:${steps.map(({ minutes }) => `minmax(0,${minutes}fr)`).join(' ')}}`;
}
