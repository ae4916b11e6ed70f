import type { Answer, Sheet } from '../../../domain/records/sheet';
import { fill } from '../../../domain/words/fill';
import type { WorksheetWords } from '../../../domain/words/interface';
import { sideBySide, type Pair } from '../../../domain/worksheets/compare';
import { saidIn } from '../../../domain/worksheets/shown';
import type { FormSheet } from '../form';
import { Words } from '../Words';

interface Props {
  readonly mine: Sheet;
  readonly theirs: Sheet;
  readonly worksheet: FormSheet;
  readonly words: WorksheetWords;
}

/** Both people's sheets, opened together: question by question, where they differ most first. */
export default function BothSheets({ mine, theirs, worksheet, words }: Props) {
  return (
    <div className="both">
      <h3>{words.bothTitle}</h3>
      <p>{words.bothText}</p>
      {sideBySide(mine, theirs, worksheet.sections).map((pair) => (
        <section key={pair.id} aria-label={pair.asked}>
          <h4>{pair.asked}</h4>
          <div className="both-sides">
            <OneSide pair={pair} answer={pair.mine} sheet={mine} name={words.mine} words={words} />
            <OneSide pair={pair} answer={pair.theirs} sheet={theirs} name={words.theirs} words={words} />
          </div>
        </section>
      ))}
    </div>
  );
}

interface SideProps {
  readonly pair: Pair;
  readonly answer: Answer | undefined;
  readonly sheet: Sheet;
  readonly name: string;
  readonly words: WorksheetWords;
}

function OneSide({ pair, answer, sheet, name, words }: SideProps) {
  return (
    <div className="letter" data-side={sheet.side}>
      <p className="letter-head">
        <b>{sheet.side ? fill(words.sideOf, { who: name, side: words[sheet.side] }) : name}</b>
      </p>
      {answer ? (
        saidIn(answer).map((said, at) => <Words key={at} field={pair.field} said={said} words={words} />)
      ) : (
        <p className="meta">{words.noAnswer}</p>
      )}
    </div>
  );
}
