import type { Mentorship } from '../records/mentorship';
import type { Sheet } from '../records/sheet';
import type { Worksheet } from '../worksheets/definition';
import { lookBack, type Asking, type LookBack } from './look-back';

/** A made-up history, and whose it is. */
export interface Example {
  readonly by: string;
  readonly back: LookBack;
}

/**
 * What looking back shows as long as there is nothing to look back on: the finished example of the first worksheet
 * that tells of earlier sheets as well. Undefined when none does.
 */
export function exampleOf(worksheets: readonly (Asking & Pick<Worksheet, 'example'>)[]): Example | undefined {
  const worksheet = worksheets.find(({ example }) => example.on !== undefined && example.earlier.length > 0);
  if (!worksheet) return undefined;
  const { by, on = '', side, answers, earlier } = worksheet.example;
  const sheets = [...earlier, { on, answers }].map((one): Sheet => ({
    id: one.on,
    worksheet: worksheet.id,
    mentorship: 'example',
    ...(side && { side }),
    started: `${one.on}T12:00:00.000Z`,
    done: `${one.on}T12:30:00.000Z`,
    answers: one.answers,
    nudged: [],
  }));
  const outcomes = earlier.flatMap(({ on: at, outcomes: all }) =>
    Object.entries(all).map(([id, outcome]) => [id, { outcome, at: `${at}T12:00:00.000Z` }] as const),
  );
  const mentorship: Mentorship = {
    id: 'example',
    started: sheets[0]?.started ?? on,
    actions: Object.fromEntries(outcomes),
  };
  return {
    by,
    back: lookBack(mentorship, sheets, [worksheet], { today: on, dayOf: (time) => time.slice(0, 10) }),
  };
}
