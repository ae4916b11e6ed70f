import type { Question as Asked, Questions, Words as Spoken } from '../../../domain/look-back/look-back';
import { counted } from '../../../domain/words/count';
import { saidIn } from '../../../domain/worksheets/shown';
import { dateText } from '../../worksheets/dates';
import { Words } from '../../worksheets/Words';
import { Fold } from './Fold';
import { voiceNames, type BackWords } from './words';

interface Props {
  readonly said: Questions;
  readonly words: BackWords;
}

/** What was said to the questions of one worksheet: a fold each, one day below another. */
export function InWords({ said: { title = '', questions }, words }: Props) {
  return (
    <div className="questions-back">
      <h4>{title || words.kit.unknownSheet}</h4>
      {questions.map((question) => (
        <Fold
          key={question.id}
          summary={
            <>
              {question.asked}{' '}
              <span className="meta">{counted(question.days.length, words.lookBack.dates)}</span>
            </>
          }
        >
          {() => <Question question={question} words={words} />}
        </Fold>
      ))}
    </div>
  );
}

function Question({ question, words }: { readonly question: Asked; readonly words: BackWords }) {
  return (
    <div className="days">
      {question.isOld && <p className="meta">{words.worksheet.oldAnswer}</p>}
      {question.days.map(({ day, words: all }) => (
        <div key={day} className="day">
          <h5>{dateText(day)}</h5>
          <div className="both-sides">
            {all.map((one, at) => (
              <Said key={at} spoken={one} words={words} />
            ))}
          </div>
        </div>
      ))}
    </div>
  );
}

function Said({ spoken, words }: { readonly spoken: Spoken; readonly words: BackWords }) {
  const { voice, field, answer, asked } = spoken;
  return (
    <div className="letter" data-side={voice}>
      <p className="letter-head">
        <b>{voiceNames(words)[voice]}</b>
      </p>
      {asked !== undefined && <p className="then">{asked}</p>}
      {saidIn(answer).map((said, at) => (
        <Words key={at} field={field} said={said} words={words.worksheet} deeper="h6" />
      ))}
    </div>
  );
}
