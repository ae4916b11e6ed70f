import { merged } from '../../domain/cadence/dates';
import type { CheckIn } from '../../domain/cadence/schedule';
import { counted } from '../../domain/words/count';
import { fill } from '../../domain/words/fill';
import { make, need, setHidden, setOptional } from '../site/dom';
import { dayText, listText } from './days';
import { whenText, type Page, type View } from './view';

/** Dates that stand in the table before the rest is asked for; as many as a plan to pin up has room for. */
const SHOWN = 12;

/**
 * Shows the dates as a table. `isWhole` shows all of them, which may be hundreds.
 *
 * @param canMove whether each has the buttons that move it
 */
export function showDates(
  { root, words, language }: Page,
  canMove = true,
): (view: View, isWhole: boolean) => void {
  const body = need(root, '.dates tbody');
  const rest = need(root, '[data-do=rest]');
  const restPaper = need(root, '.rest-paper');
  const beyond = need(root, '.beyond');
  const closingNone = need(root, '.closing-none');

  return ({ inputs, cadence, ahead, today }, isWhole) => {
    const shown = isWhole ? ahead : ahead.slice(0, SHOWN);
    const left = ahead.length - shown.length;
    const end = left > 0 ? (shown.at(-1)?.date ?? '') : '9999-12-31';
    const away = merged(inputs.away).filter(({ from, to }) => to >= today && from <= end);
    const rows = [
      ...shown.map((one) => ({ day: one.date, row: checkInRow(one, words, canMove) })),
      ...away.map(({ from, to }) => ({ day: from, row: awayRow(from, to, words, canMove) })),
    ];
    body.replaceChildren(...rows.sort((a, b) => (a.day < b.day ? -1 : 1)).map(({ row }) => row));
    setOptional(rest, left > 0 ? counted(ahead.length, words.rest) : undefined);
    setOptional(restPaper, left > 0 ? counted(left, words.restPaper) : undefined);
    const far = cadence.schedule.beyond.map((one) => whenText(one, words));
    setOptional(beyond, far.length > 0 ? fill(words.beyond, { dates: listText(far, language) }) : undefined);
    setHidden(closingNone, cadence.schedule.closing !== 'none');
  };
}

function checkInRow(one: CheckIn, words: Page['words'], canMove: boolean): HTMLElement {
  const when = whenText(one, words);
  const moved = one.movedBy === 'person' ? words.movedYou : words.movedAway;
  const notes = [
    fill(words.meetingNth, { n: one.meeting }),
    ...(one.movedBy ? [fill(moved, { date: dayText(one.planned, 'long') })] : []),
  ];
  const button = (what: string, text: string) =>
    make(
      'button',
      { type: 'button', class: 'button plain small', 'data-do': what, 'aria-description': when },
      text,
    );
  return make(
    'tr',
    { 'data-key': one.key },
    make('th', { scope: 'row' }, make('time', { datetime: one.weekOf ?? one.date }, when)),
    make('td', {}, make('b', {}, words.kinds[one.kind]), ` ${notes.join(', ')}`),
    ...(canMove
      ? [
          make(
            'td',
            { class: 'moves no-print' },
            button('before', words.before),
            button('after', words.after),
            ...(one.movedBy === 'person' ? [button('reset', words.reset)] : []),
          ),
        ]
      : []),
  );
}

function awayRow(from: string, to: string, words: Page['words'], canMove: boolean): HTMLElement {
  const until = make('time', { datetime: to }, dayText(to, 'long'));
  const [before = '', after = ''] = words.awayUntil.split('{date}');
  return make(
    'tr',
    {},
    make('th', { scope: 'row' }, make('time', { datetime: from }, dayText(from, 'full'))),
    make('td', {}, make('b', {}, words.awayRow), ` ${before}`, until, after),
    ...(canMove ? [make('td', { class: 'no-print' })] : []),
  );
}

/** The dates as a message: what was answered, then a line each. */
export const datesAsText = (answer: string, { ahead }: View, words: Page['words']): string =>
  [
    words.paper,
    answer,
    ...ahead.map(
      (one) =>
        `- ${whenText(one, words)}: ${words.kinds[one.kind]}, ${fill(words.meetingNth, { n: one.meeting })}`,
    ),
  ].join('\n');
