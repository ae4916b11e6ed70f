/** The five marks of a scale, lowest first. */
export const MARKS = [1, 2, 3, 4, 5] as const;
