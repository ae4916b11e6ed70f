import { memo, useContext, type ComponentProps, type ReactNode } from 'react';
import type { Field as Definition } from '../../../domain/worksheets/definition';
import { Mark } from '../Mark';
import { AboutContext, type FormWords } from '../form';
import { later } from '../later';
import { Actions } from './Actions';
import { ChoiceField } from './ChoiceField';
import { DateField } from './DateField';
import { Drawn } from './Drawn';
import { KeepPrivate } from './KeepPrivate';
import { ScaleField } from './ScaleField';
import { TextField } from './TextField';

/** Fetched by the worksheets that ask for them. */
const LastActions = later(async () => (await import('../later/LastActions')).default);

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
        <MayKeepPrivate field={field} words={words.worksheet} />
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
      return <TextField field={field} words={words} />;
    case 'long-text':
      return <TextField field={field} words={words} lead={field.outcomes && <Outcomes words={words} />} />;
    case 'scale':
      return <ScaleField field={field} words={words.worksheet} />;
    case 'single-choice':
    case 'multiple-choice':
      return <ChoiceField field={field} words={words} />;
    case 'date':
      return <DateField field={field} words={words} />;
    case 'actions':
      return <Actions field={field} words={words.worksheet} />;
    case 'question':
      return (
        <>
          {!field.pair && <Drawn fields={[field]} words={words} />}
          <TextField field={{ ...field, kind: 'long-text', deeper: [], outcomes: false }} words={words} />
        </>
      );
  }
}

/** What was agreed in earlier sheets, where there are any. */
function Outcomes({ words }: { readonly words: FormWords }) {
  return useContext(AboutContext).hasEarlier && <LastActions words={words} />;
}

/** In a sheet of one's own, any answer may be kept private. */
function MayKeepPrivate(props: ComponentProps<typeof KeepPrivate>) {
  return !useContext(AboutContext).isShared && <KeepPrivate {...props} />;
}
