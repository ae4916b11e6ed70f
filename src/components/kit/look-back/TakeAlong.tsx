import { useState } from 'react';
import { copyText, downloadText } from '../../../browser/hand-over';
import { printPage } from '../../../browser/print';
import type { LookBack } from '../../../domain/look-back/look-back';
import { lookBackAsMarkdown } from '../../../domain/look-back/markdown';
import { fill } from '../../../domain/words/fill';
import { dateText, today } from '../../worksheets/dates';
import { answerLines } from './History';
import { voiceNames, type BackWords } from './words';

interface Props {
  readonly back: LookBack;
  /** What the mentorship is called. */
  readonly name: string;
  readonly now: Date;
  readonly words: BackWords;
}

/** Takes the look back out of the page: on paper, as a file, as text. Nothing private is in any of them. */
export function TakeAlong({ back, name, now, words }: Props) {
  const [said, setSaid] = useState<string>();
  const { lookBack, worksheet } = words;
  const text = () => markdownOf(back, name, words);
  const download = () => {
    const file = `${lookBack.file}-${today(now)}.md`;
    downloadText(file, text());
    setSaid(fill(worksheet.downloaded, { file }));
  };
  const copy = async () => setSaid((await copyText(text())) ? lookBack.copied : worksheet.copyFailed);
  return (
    <section className="no-print">
      <h3>{lookBack.takeAlong}</h3>
      <p>{lookBack.takeAlongText}</p>
      <div className="acts">
        <button type="button" className="button" onClick={() => printPage('booklet')}>
          {lookBack.print}
        </button>
        <button type="button" className="button" onClick={download}>
          {lookBack.markdown}
        </button>
        <button type="button" className="button" onClick={() => void copy()}>
          {lookBack.copy}
        </button>
      </div>
      <p role="status">{said}</p>
    </section>
  );
}

function markdownOf(back: LookBack, name: string, words: BackWords): string {
  const { lookBack, kit, worksheet } = words;
  return lookBackAsMarkdown(back, {
    title: `${lookBack.title}: ${name}`,
    lines: answerLines(back, words),
    agreed: kit.actions,
    outcomes: kit.outcomes,
    marks: lookBack.marks,
    words: lookBack.words,
    date: lookBack.date,
    voices: voiceNames(words),
    unknownSheet: kit.unknownSheet,
    oldAnswer: worksheet.oldAnswer,
    scaleMark: worksheet.scaleMark,
    lowEnd: (end) => fill(worksheet.lowEnd, { text: end }),
    highEnd: (end) => fill(worksheet.highEnd, { text: end }),
    whoBy: (who, by) => (by === undefined ? who : fill(kit.actionBy, { who, date: dateText(by) })),
    dayText: dateText,
  });
}
