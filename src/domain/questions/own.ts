import type { OwnQuestion } from '../records/question';

/** Questions by their places; of two with one place the older stands first. */
export const inOrder = (questions: readonly OwnQuestion[]): OwnQuestion[] =>
  [...questions].sort(
    (a, b) => a.order - b.order || a.made.localeCompare(b.made) || a.id.localeCompare(b.id),
  );

/** Whether a question can be asked: it says something, and is not put aside. */
export const isAsked = ({ text, retired }: OwnQuestion): boolean =>
  retired === undefined && text.trim() !== '';

/** The place behind all others, where a new question goes. */
export const lastPlace = (questions: readonly OwnQuestion[]): number =>
  Math.floor(Math.max(0, ...questions.map(({ order }) => order))) + 1;

/**
 * The new places, by id, with which a question stands one further up (-1) or down (1) among those shown. Where there is
 * room between its new neighbours it alone gets a new place, so that two tabs seldom write the same record; otherwise
 * all are numbered anew. Empty when it cannot go further.
 *
 * @param shown the questions in their order, those put aside left out
 */
export function moved(shown: readonly OwnQuestion[], id: string, by: -1 | 1): ReadonlyMap<string, number> {
  const at = shown.findIndex((question) => question.id === id);
  const [question, passed] = [shown[at], shown[at + by]];
  if (!question || !passed) return new Map();
  const beyond = shown[at + 2 * by];
  const place = beyond ? (passed.order + beyond.order) / 2 : passed.order + by;
  const isBetween = (place - passed.order) * by > 0 && (!beyond || (beyond.order - place) * by > 0);
  if (isBetween && Number.isFinite(place)) return new Map([[id, place]]);
  const anew = shown.map((one) => (one === question ? passed : one === passed ? question : one));
  return new Map(anew.flatMap((one, index) => (one.order === index + 1 ? [] : [[one.id, index + 1]])));
}

/** Questions that only have a text, such as a programme's, to be drawn and printed with one's own. */
export const askable = (texts: readonly string[] = []): { readonly id: string; readonly text: string }[] =>
  texts.map((text) => ({ id: text, text }));
