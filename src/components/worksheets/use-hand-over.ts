import { useState } from 'react';
import { copyText, downloadText } from '../../browser/hand-over';
import { fill } from '../../domain/words/fill';
import { sheetAsText } from '../../domain/worksheets/text';
import { dateText } from './dates';
import type { FormSheet, FormWords } from './form';
import type { OpenSheet } from './use-sheet';

/** Takes the sheet's text out of the page, without what is private, and says how that went. */
export function useHandOver(open: OpenSheet, worksheet: FormSheet, { worksheet: labels }: FormWords) {
  const [said, setSaid] = useState<string>();

  const text = () => {
    const sheet = open.flush();
    if (!sheet) return undefined;
    const words = {
      title: worksheet.title,
      mentor: labels.mentor,
      mentee: labels.mentee,
      scaleMark: labels.scaleMark,
      date: dateText(sheet.started),
    };
    return { sheet, text: sheetAsText(sheet, worksheet.sections, words) };
  };
  const copy = async () => {
    const taken = text();
    if (taken) setSaid((await copyText(taken.text)) ? labels.copied : labels.copyFailed);
  };
  const download = () => {
    const taken = text();
    if (!taken) return;
    const file = `${worksheet.id}-${taken.sheet.started.slice(0, 10)}.txt`;
    downloadText(file, taken.text);
    setSaid(fill(labels.downloaded, { file }));
  };
  return { said, copy: () => void copy(), download };
}
