import { useId, useState, type RefObject } from 'react';
import type { OpenWords } from '../../domain/words/interface';

interface Props {
  readonly field: RefObject<HTMLInputElement | null>;
  readonly readFile: (file: File) => void;
  readonly readText: (text: string) => void;
  readonly words: OpenWords;
  readonly describedBy: string;
}

/** A file chosen, or dropped on the same control, or its text pasted. */
export function ChooseFile({ field, readFile, readText, words, describedBy }: Props) {
  const id = useId();
  const [text, setText] = useState('');
  return (
    <section className="choose">
      <p>
        <label htmlFor={`${id}-file`}>{words.choose}</label>
        <input
          type="file"
          id={`${id}-file`}
          ref={field}
          accept=".json,application/json"
          aria-describedby={describedBy}
          onChange={({ target }) => {
            const [file] = target.files ?? [];
            if (file) readFile(file);
            // The same file can be chosen again after it was mended.
            target.value = '';
          }}
        />
      </p>
      <details>
        <summary>{words.paste}</summary>
        <textarea
          aria-label={words.paste}
          rows={4}
          value={text}
          spellCheck={false}
          onChange={({ target }) => setText(target.value)}
        />
        <p>
          <button type="button" className="button" onClick={() => readText(text)}>
            {words.pasteOpen}
          </button>
        </p>
      </details>
    </section>
  );
}
