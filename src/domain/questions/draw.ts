/** A question as it can be drawn: one of the bank has a theme and a smaller question for a vague answer. */
export interface Drawable {
  readonly id: string;
  readonly text: string;
  readonly theme?: string;
  readonly followUp?: string;
}

/** A theme of the bank as it travels to where questions are drawn. */
export type PackedTheme = readonly [
  theme: string,
  questions: readonly (readonly [id: string, text: string, followUp: string])[],
];

/** The bank's questions, from the file that brings them. */
export const unpackThemes = (themes: readonly PackedTheme[]): Drawable[] =>
  themes.flatMap(([theme, questions]) =>
    questions.map(([id, text, followUp]) => ({ id, text, theme, followUp })),
  );

/** Where a question is drawn from; a theme has its own mark, so that one may be called "own". */
export type From = 'any' | 'handful' | 'own' | `theme:${string}`;

/** All there is to draw from. */
export interface Drawer {
  readonly bank: readonly Drawable[];
  /** Ids of the questions kept for the next talk. */
  readonly handful: readonly string[];
  readonly own: readonly Drawable[];
}

/** The questions that one place to draw from holds. */
export function poolOf(from: From, { bank, handful, own }: Drawer): Drawable[] {
  const all = [...bank, ...own];
  switch (from) {
    case 'any':
      return all;
    case 'own':
      return [...own];
    case 'handful':
      return all.filter(({ id }) => handful.includes(id));
    default:
      return bank.filter(({ theme }) => from === `theme:${theme}`);
  }
}
