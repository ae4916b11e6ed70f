import type { Sheet } from '../../domain/records/sheet';
import { fill } from '../../domain/words/fill';
import type { WorksheetWords } from '../../domain/words/interface';
import { inWords } from '../../domain/worksheets/answers';
import { shownAnswers, type ShownAnswer } from '../../domain/worksheets/shown';
import { dateText } from './dates';
import type { FormSheet } from './form';

interface Props {
  readonly sheet: Sheet;
  readonly worksheet: FormSheet;
  readonly words: WorksheetWords;
  /** Puts private answers into the page as well; the print styles leave them out unless asked for. */
  readonly withPrivate?: boolean;
  /** Left out where the date says nothing, as in the made-up example. */
  readonly dated?: boolean;
}

/** A filled-in sheet to read, on screen and on paper: the person's words set as a letter, no boxes. */
export function FilledSheet({ sheet, worksheet, words, withPrivate = false, dated = true }: Props) {
  const side = sheet.side && words[sheet.side];
  return (
    <div className="letter" data-side={sheet.side}>
      {(side || dated) && (
        <p className="letter-head">
          {side && <b>{side}</b>} {dated && fill(words.writtenFrom, { date: dateText(sheet.started) })}
        </p>
      )}
      {shownAnswers(sheet, worksheet.sections, { withPrivate }).map((shown) => (
        <Shown key={shown.id} shown={shown} words={words} />
      ))}
    </div>
  );
}

function Shown({ shown, words }: { readonly shown: ShownAnswer; readonly words: WorksheetWords }) {
  const { field, answer } = shown;
  return (
    <div className="letter-part" data-private={field?.private || answer.private || undefined}>
      <h3>{answer.asked}</h3>
      {!field && <p className="meta">{words.oldAnswer}</p>}
      {field?.kind === 'scale' && typeof answer.value === 'number' ? (
        <p>
          <b>{fill(words.scaleMark, { n: answer.value })}</b>{' '}
          <span className="meta">
            {fill(words.lowEnd, { text: field.ends.low })} · {fill(words.highEnd, { text: field.ends.high })}
          </span>
        </p>
      ) : (
        inWords(field, answer.value).map((text, at) => (
          <p key={at} className="written">
            {text}
          </p>
        ))
      )}
      {answer.deeper?.value && (
        <div className="letter-deeper">
          <h4>{answer.deeper.asked}</h4>
          <p className="written">{answer.deeper.value}</p>
        </div>
      )}
    </div>
  );
}
