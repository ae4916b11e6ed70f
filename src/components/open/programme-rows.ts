import { readProgramme, typedOf } from '../../domain/facilitator/programme';
import type { Programme } from '../../domain/records/programme';
import type { PlanWords, ProgrammeWords } from '../../domain/words/interface';
import type { Titles } from '../kit/names';
import type { PlanRow } from '../kit/plan-in-words';
import { presetRows } from '../kit/preset-in-words';

/** What a facilitator's own programme says, row by row; while something in it is wrong, its texts as they were typed. */
export function programmeRows(
  programme: Programme,
  words: ProgrammeWords,
  planWords: PlanWords,
  titles: Titles,
): PlanRow[] {
  const { id, made, texts } = programme;
  const day = made.slice(0, 10);
  const { handed } = readProgramme(typedOf(programme, day), id, day);
  const named = (Object.keys(texts) as (keyof typeof texts)[]).map((key) => ({
    what: words.page[key],
    said: texts[key],
  }));
  return handed
    ? [{ what: words.page.name, said: handed.name }, ...presetRows(handed, words.preset, planWords, titles)]
    : named;
}
