import { unpackThemes, type Drawable, type PackedTheme } from '../domain/questions/draw';

let bank: Promise<readonly Drawable[]> | undefined;

/** The bank's questions, fetched once; empty when they cannot be had, and then the next call tries again. */
export function loadBank(root: URL): Promise<readonly Drawable[]> {
  bank ??= fetch(new URL('questions/themes.json', root))
    .then((response) => response.json() as Promise<PackedTheme[]>)
    .then(unpackThemes)
    .catch(() => {
      bank = undefined;
      return [];
    });
  return bank;
}
