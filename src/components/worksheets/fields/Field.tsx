import { lazy, memo, Suspense, type ReactNode } from 'react';
import type { Field as Definition } from '../../../domain/worksheets/definition';
import { Mark } from '../Mark';
import type { FormWords } from '../form';
import { ChoiceField } from './ChoiceField';
import { DateField } from './DateField';
import { Drawn } from './Drawn';
import { KeepPrivate } from './KeepPrivate';
import { ScaleField } from './ScaleField';
import { TextField } from './TextField';

/** Fetched by the worksheets that have actions. */
const ActionsField = lazy(() => import('../later/ActionsField'));

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
        {/* What both have said to each other's face is no secret of one of them. */}
        {!field.side && <KeepPrivate field={field} words={words.worksheet} />}
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
    case 'actions':
      return (
        <Suspense fallback={<p className="question">{field.label}</p>}>
          <ActionsField field={field} words={words.worksheet} />
        </Suspense>
      );
    case 'question':
      return (
        <>
          {!field.pair && <Drawn fields={[field]} words={words.worksheet} />}
          <TextField field={{ ...field, kind: 'long-text', deeper: [] }} words={words} />
        </>
      );
  }
}
