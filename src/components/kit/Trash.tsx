import type { Deleted } from '../../browser/my-kit';
import { fill } from '../../domain/words/fill';
import type { KitWords, PresetWords } from '../../domain/words/interface';
import { dateText } from '../worksheets/dates';
import { mentorshipName, programmeName, sheetTitle, type Titles } from './names';
import type { KitOnPage } from './use-my-kit';

interface Props {
  readonly kit: KitOnPage;
  readonly trash: readonly Deleted[];
  readonly titles: Titles;
  readonly words: KitWords;
  readonly presetWords: PresetWords;
}

/** What was deleted in the last 30 days. */
export function Trash({ kit, trash, titles, words, presetWords }: Props) {
  if (trash.length === 0) return null;
  return (
    <details>
      <summary>{words.trash}</summary>
      <p>{words.trashText}</p>
      <ul className="kept">
        {trash.map(({ what, deletedAt, sheet, mentorship, question, plan, preset, programme }) => {
          const name = mentorship
            ? mentorshipName(mentorship, words)
            : sheet
              ? sheetTitle(sheet, titles, words)
              : preset
                ? fill(presetWords.name, { programme: preset.handed.name })
                : programme
                  ? programmeName(programme, presetWords)
                  : (question?.text ?? (plan ? words.plan : words.unknownSheet));
          const line = fill(words.trashItem, { what: name, date: dateText(deletedAt) });
          return (
            <li key={what.map(({ id }) => id).join()}>
              <span>{line}</span>
              <span className="acts">
                <button
                  type="button"
                  className="button"
                  aria-label={`${words.restore}: ${line}`}
                  onClick={() => kit.restore(what)}
                >
                  {words.restore}
                </button>
                <button
                  type="button"
                  className="button plain"
                  aria-label={`${words.purge}: ${line}`}
                  onClick={() => kit.purge(what)}
                >
                  {words.purge}
                </button>
              </span>
            </li>
          );
        })}
      </ul>
    </details>
  );
}
