import type { Preset } from '../../domain/records/preset';
import { fill } from '../../domain/words/fill';
import type { PlanWords, PresetWords } from '../../domain/words/interface';
import type { Titles } from './names';
import { presetRows } from './preset-in-words';
import { Rows } from './Rows';
import type { KitOnPage } from './use-my-kit';

interface Props {
  readonly kit: KitOnPage;
  readonly preset: Preset;
  readonly words: PresetWords;
  readonly planWords: PlanWords;
  readonly titles: Titles;
}

/** What a programme set for a mentorship, folded, and how to take it out again. */
export default function FromProgramme({ kit, preset, words, planWords, titles }: Props) {
  const { id, handed } = preset;
  const { name } = handed;
  return (
    <section>
      <h3>{fill(words.from, { programme: name })}</h3>
      <details>
        <summary>{words.see}</summary>
        <Rows rows={presetRows(handed, words, planWords, titles)} />
        <p className="small">{words.removeText}</p>
        <p>
          <button
            type="button"
            className="button plain"
            onClick={() => kit.discard({ kind: 'preset', id }, fill(words.name, { programme: name }))}
          >
            {words.remove}
          </button>
        </p>
      </details>
    </section>
  );
}
