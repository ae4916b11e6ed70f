import type { Plate as Drawn, Voice } from '../../../domain/look-back/look-back';
import { rowsOf } from '../../../domain/look-back/rows';
import { fill } from '../../../domain/words/fill';
import { dateText } from '../../worksheets/dates';
import { MARKS } from '../../worksheets/marks';
import { circlesAt, heightOf, SIZE, spanOf, wayThrough, type Span } from './drawing';
import { Fold } from './Fold';
import { voiceNames, type BackWords } from './words';

interface Props {
  readonly plates: readonly Drawn[];
  readonly words: BackWords;
}

/** Scales beside each other, a drawing each: the same days from left to right, a line for each voice. */
export function Plates({ plates, words }: Props) {
  const names = voiceNames(words);
  const voices = new Set(plates.flatMap(({ lines }) => lines.map(({ voice }) => voice)));
  const span = spanOf(plates);
  return (
    <>
      <p className="voices">
        {[...voices].map((voice) => (
          <span key={voice}>
            <svg className="lines" viewBox="0 0 44 16" aria-hidden="true">
              <Way voice={voice} way="M0 8H44" />
              <path className={`circles ${voice}`} d="M15.5 8a6.5 6.5 0 1 0 13 0a6.5 6.5 0 1 0 -13 0" />
            </svg>
            {names[voice]}
          </span>
        ))}
      </p>
      <ul className="plates">
        {plates.map((plate) => (
          <li key={plate.id}>
            <Plate plate={plate} span={span} words={words} />
          </li>
        ))}
      </ul>
      <Fold summary={words.lookBack.table}>
        {() => (
          <div className="tables">
            {plates.map((plate) => (
              <Table key={plate.id} plate={plate} words={words} />
            ))}
          </div>
        )}
      </Fold>
    </>
  );
}

interface PlateProps {
  readonly plate: Drawn;
  readonly span: Span;
  readonly words: BackWords;
}

function Plate({ plate, span, words }: PlateProps) {
  const { asked, ends, lines } = plate;
  const { lookBack, worksheet } = words;
  return (
    <figure>
      <figcaption>{asked}</figcaption>
      <p className="small">{fill(worksheet.highEnd, { text: ends.high })}</p>
      <svg
        className="lines"
        viewBox={`0 0 ${SIZE.width} ${SIZE.height}`}
        role="img"
        aria-label={fill(lookBack.drawn, { question: asked })}
      >
        <path className="rules" d={MARKS.map((mark) => `M0 ${heightOf(mark)}H${SIZE.width}`).join('')} />
        {lines.map(({ voice, marks }) => (
          <Way key={voice} voice={voice} way={wayThrough(marks, span)} />
        ))}
        {[...lines].reverse().map(({ voice, marks }) => (
          <path
            key={voice}
            className={`circles ${voice}`}
            d={circlesAt(marks, span, isOpen(voice) ? 8 : 5.5)}
          />
        ))}
      </svg>
      <p className="small">{fill(worksheet.lowEnd, { text: ends.low })}</p>
      <p className="span small" aria-hidden="true">
        <span>{dateText(span.first)}</span>
        {span.last !== span.first && <span>{dateText(span.last)}</span>}
      </p>
    </figure>
  );
}

/** Of two voices one is drawn with open circles, round enough to show the other's within, and below them. */
const isOpen = (voice: Voice) => voice === 'mentee' || voice === 'theirs';

function Way({ voice, way }: { readonly voice: Voice; readonly way: string }) {
  return (
    <>
      <path className={`way ${voice}`} d={way} />
      {voice === 'mentor' && <path className="core" d={way} />}
    </>
  );
}

/** The same as the drawing, in figures. */
function Table({ plate: { asked, lines }, words }: Omit<PlateProps, 'span'>) {
  const names = voiceNames(words);
  return (
    <table>
      <caption>{asked}</caption>
      <thead>
        <tr>
          <th scope="col">{words.lookBack.date}</th>
          {lines.map(({ voice }) => (
            <th key={voice} scope="col">
              {names[voice]}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rowsOf(lines).map(({ day, values }) => (
          <tr key={day}>
            <th scope="row">{dateText(day)}</th>
            {lines.map(({ voice }, at) => (
              <td key={voice}>{values[at]?.join(', ')}</td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
