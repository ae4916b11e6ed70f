import type { Answer, Sheet } from '../records/sheet';
import type { Field, Section } from './definition';
import { shownAnswers } from './shown';

/** One question with what both sides said to it. */
export interface Pair {
  readonly id: string;
  readonly asked: string;
  readonly field: Field | undefined;
  readonly mine: Answer | undefined;
  readonly theirs: Answer | undefined;
}

/**
 * Two sheets of one worksheet beside each other: marks that differ first, the largest difference before all, then
 * the rest in the worksheet's order. Nothing private is in it. Marks are set beside each other, never added up.
 */
export function sideBySide(mine: Sheet, theirs: Sheet, sections: readonly Section[]): Pair[] {
  const own = shownAnswers(mine, sections);
  const other = shownAnswers(theirs, sections);
  const ids = [...new Set([...own, ...other].map(({ id }) => id))];
  const pairs = ids.flatMap((id): Pair[] => {
    const here = own.find((one) => one.id === id);
    const there = other.find((one) => one.id === id);
    const known = here ?? there;
    if (!known) return [];
    const { field, answer } = known;
    return [{ id, field, asked: answer.asked, mine: here?.answer, theirs: there?.answer }];
  });
  const place = sections.flatMap(({ fields }) => fields.map(({ id }) => id));
  const at = ({ id }: Pair) => (place.includes(id) ? place.indexOf(id) : place.length);
  return pairs.sort((a, b) => difference(b) - difference(a) || at(a) - at(b));
}

/** How far apart two marks are; 0 for all else. */
export function difference({ field, mine, theirs }: Pair): number {
  return field?.kind === 'scale' && typeof mine?.value === 'number' && typeof theirs?.value === 'number'
    ? Math.abs(mine.value - theirs.value)
    : 0;
}
