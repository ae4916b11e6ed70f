import type { Sheet } from '../../domain/records/sheet';
import { fill } from '../../domain/words/fill';
import type { WorksheetWords } from '../../domain/words/interface';
import { saidIn, shownAnswers, type ShownAnswer } from '../../domain/worksheets/shown';
import { askedOf } from '../../domain/worksheets/text';
import { dateText } from './dates';
import type { FormSheet } from './form';
import { Words } from './Words';

interface Props {
  readonly sheet: Sheet;
  readonly worksheet: FormSheet;
  readonly words: WorksheetWords;
  /** Puts private answers into the page as well; the print styles leave them out unless asked for. */
  readonly withPrivate?: boolean;
  /** Left out where the date says nothing, as in the made-up example. */
  readonly dated?: boolean;
  /** Level of the questions' headings: one below the heading the letter stands under. */
  readonly level?: 2 | 3;
}

/** A filled-in sheet to read, on screen and on paper: the person's words set as a letter, no boxes. */
export function FilledSheet({
  sheet,
  worksheet,
  words,
  withPrivate = false,
  dated = true,
  level = 3,
}: Props) {
  const side = sheet.side && words[sheet.side];
  return (
    <div className="letter" data-side={sheet.side}>
      {(side || dated) && (
        <p className="letter-head">
          {side && <b>{side}</b>} {dated && fill(words.writtenFrom, { date: dateText(sheet.started) })}
        </p>
      )}
      {shownAnswers(sheet, worksheet.sections, { withPrivate }).map((shown) => (
        <Shown key={shown.id} shown={shown} words={words} level={level} />
      ))}
    </div>
  );
}

interface ShownProps {
  readonly shown: ShownAnswer;
  readonly words: WorksheetWords;
  readonly level: 2 | 3;
}

function Shown({ shown, words, level }: ShownProps) {
  const { field, answer } = shown;
  const Asked = `h${level}` as const;
  const Deeper = level === 2 ? 'h3' : 'h4';
  return (
    <div
      className="letter-part"
      data-side={field?.side}
      data-private={field?.private || answer.private || undefined}
    >
      <Asked>{askedOf(field, answer, words)}</Asked>
      {!field && <p className="meta">{words.oldAnswer}</p>}
      {saidIn(answer).map((said, at) => (
        <Words key={at} field={field} said={said} words={words} deeper={Deeper} />
      ))}
    </div>
  );
}
