/**
 * From this likeness on, two questions count as rewordings of one another. Questions that only share words ("Which of
 * our meetings could we hold on a walk?", "Which of your meetings could I sit in on?") stay below 0.5; the same question
 * in other words is mostly above 0.6.
 */
export const REWORDING = 0.55;

/**
 * Words that frame a question and do not say what it is about. "Like" and "want" are among them because
 * "what would you like to" and "what do you want to" ask the same.
 */
const FRAME = new Set(
  `a about all also am an and any are as at be been being but by can cannot cant could did didnt do does doesnt doing
  dont each even for from had has have havent having he her him his how i if in into is isnt it its just like may me
  might mine more most much must my no not now of off on one or our ours out own really she should so some something
  than that the their them then there these they thing things this those to too up us very want wanted was we were
  what whats when where which while who whom whose why will wish with wont would yet you your yours yourself`.split(
    /\s+/,
  ),
);

const ENDINGS: readonly (readonly [RegExp, string])[] = [
  [/ies$/, 'y'],
  [/(?:ings?|ed|es|ly)$/, ''],
  [/(?<!s)s$/, ''],
];

/**
 * Says how alike two questions are, from 0 (nothing in common) to 1 (the same words in any order, whatever their
 * capitals and accents). It is the mean of two shares: the content words they have in common, endings cut off
 * (Jaccard), and the letter triples they have in common (Dice). Where one has only framing words, all words count as
 * content. The order of the two does not matter. It knows no synonyms.
 */
export function likeness(a: string, b: string): number {
  const [wordsA, wordsB] = [wordsOf(a), wordsOf(b)];
  const [contentA, contentB] = [wordsA.filter(isContent), wordsB.filter(isContent)];
  const bothSaySomething = contentA.length > 0 && contentB.length > 0;
  const stemsA = new Set((bothSaySomething ? contentA : wordsA).map(stem));
  const stemsB = new Set((bothSaySomething ? contentB : wordsB).map(stem));
  return (jaccard(stemsA, stemsB) + dice(triplesOf(wordsA), triplesOf(wordsB))) / 2;
}

function wordsOf(text: string): string[] {
  return (
    text
      .toLowerCase()
      .normalize('NFD')
      .replace(/[\p{M}'’‘]/gu, '')
      .match(/[\p{L}\p{N}]+/gu) ?? []
  );
}

function isContent(word: string): boolean {
  return !FRAME.has(word);
}

/** Cuts common English endings; rough, since it only has to bring the forms of one word together. */
function stem(word: string): string {
  const ending = ENDINGS.find(([end]) => end.test(word));
  const cut = ending ? word.replace(ending[0], ending[1]) : word;
  const root = cut.length >= 3 ? cut : word;
  return root.replace(/([^aeiouls])\1$/, '$1').replace(/(?<=..)e$/, '');
}

function triplesOf(words: readonly string[]): Set<string> {
  const triples = words.flatMap((word) => {
    const padded = ` ${word} `;
    return Array.from({ length: padded.length - 2 }, (_, at) => padded.slice(at, at + 3));
  });
  return new Set(triples);
}

function jaccard(a: ReadonlySet<string>, b: ReadonlySet<string>): number {
  const both = countShared(a, b);
  const all = a.size + b.size - both;
  return all === 0 ? 1 : both / all;
}

function dice(a: ReadonlySet<string>, b: ReadonlySet<string>): number {
  return a.size + b.size === 0 ? 1 : (2 * countShared(a, b)) / (a.size + b.size);
}

function countShared(a: ReadonlySet<string>, b: ReadonlySet<string>): number {
  return [...a].filter((item) => b.has(item)).length;
}
