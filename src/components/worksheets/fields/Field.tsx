import { memo, type ReactNode } from 'react';
import type { Field as Definition } from '../../../domain/worksheets/definition';
import { Mark } from '../Mark';
import type { FormWords } from '../form';
import { ChoiceField } from './ChoiceField';
import { DateField } from './DateField';
import { KeepPrivate } from './KeepPrivate';
import { ScaleField } from './ScaleField';
import { TextField } from './TextField';

interface Props {
  readonly field: Definition;
  readonly words: FormWords;
}

/** One question of a worksheet, drawn by its kind; a private one hangs below a dashed fold. */
export const Field = memo(function Field({ field, words }: Props) {
  const drawn = draw(field, words);
  if (!field.private) {
    return (
      <div className="field">
        {drawn}
        <KeepPrivate field={field} words={words.worksheet} />
      </div>
    );
  }
  return (
    <div className="field private">
      <p className="private-label">
        <Mark only /> {words.worksheet.privateLabel}
      </p>
      {drawn}
      <p className="hint small">{words.worksheet.privateNote}</p>
    </div>
  );
});

function draw(field: Definition, words: FormWords): ReactNode {
  switch (field.kind) {
    case 'short-text':
    case 'long-text':
      return <TextField field={field} words={words} />;
    case 'scale':
      return <ScaleField field={field} words={words.worksheet} />;
    case 'single-choice':
    case 'multiple-choice':
      return <ChoiceField field={field} />;
    case 'date':
      return <DateField field={field} />;
  }
}
