import { useState } from 'react';
import { copyText, downloadText } from '../../browser/hand-over';
import type { Sheet } from '../../domain/records/sheet';
import { fill } from '../../domain/words/fill';
import { sheetAsText, type TextWords } from '../../domain/worksheets/text';
import { dateText } from './dates';
import type { FormSheet, FormWords } from './form';
import type { OpenSheet } from './use-sheet';

/** The ways a sheet can take out of the page. */
export type HandOver = ReturnType<typeof useHandOver>;

/** Takes the sheet out of the page, without what is private, and says how that went. */
export function useHandOver(open: OpenSheet, worksheet: FormSheet, { worksheet: labels }: FormWords) {
  const [said, setSaid] = useState<string>();

  const wordsOf = (sheet: Sheet): TextWords => ({
    title: worksheet.title,
    mentor: labels.mentor,
    mentee: labels.mentee,
    scaleMark: labels.scaleMark,
    date: dateText(sheet.started),
    dayText: dateText,
  });
  const textOf = (sheet: Sheet) => sheetAsText(sheet, worksheet.sections, wordsOf(sheet));

  return {
    said,
    copy: async () => {
      const sheet = open.flush();
      if (sheet) setSaid((await copyText(textOf(sheet))) ? labels.copied : labels.copyFailed);
    },
    download: () => {
      const sheet = open.flush();
      if (!sheet) return;
      const file = `${worksheet.id}-${sheet.started.slice(0, 10)}.txt`;
      downloadText(file, textOf(sheet));
      setSaid(fill(labels.downloaded, { file }));
    },
    /** Hands the sheet over in a way that is rarely asked for, and is fetched when it is. */
    rarely: async (way: 'markdown' | 'send' | 'keepCopy', storage: string) => {
      const sheet = open.flush();
      if (!sheet) return;
      try {
        const ways = await import('./later/rare-ways');
        setSaid(ways[way]({ sheet, worksheet, words: wordsOf(sheet), labels, storage }));
      } catch {
        setSaid(labels.notFetched);
      }
    },
  };
}
