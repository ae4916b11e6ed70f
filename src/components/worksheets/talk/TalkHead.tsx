import { useEffect, useEffectEvent, useRef, useState } from 'react';
import { keepAwake } from '../../../browser/awake';
import { SIDES, type Side } from '../../../domain/records/mentorship';
import { fill } from '../../../domain/words/fill';
import { counted } from '../../../domain/words/count';
import type { TalkWords } from '../../../domain/words/interface';
import type { Talk } from './use-talk';

interface Props {
  readonly talk: Talk;
  /** What each side is called: a name, or the word for the side. */
  readonly names: Readonly<Record<Side, string>>;
  readonly words: TalkWords;
}

/** How often spent time is noted, in seconds; a tab that is closed loses no more. */
const NOTE_EVERY = 20;
const MORE_SECONDS = 120;

/** The head of one step of a talk: what it is about, whose turn it is, and how much time there is. */
export function TalkHead({ talk, names, words }: Props) {
  const { step, at, turn } = talk.now;
  const title = useRef<HTMLHeadingElement>(null);
  useEffect(() => keepAwake(), []);
  useEffect(() => {
    title.current?.focus({ preventScroll: true });
    title.current?.scrollIntoView({ block: 'start' });
  }, [at, turn]);
  return (
    <div className="talk-head">
      <p className="meta">{fill(words.step, { n: at + 1, all: talk.steps.length })}</p>
      <h2 ref={title} tabIndex={-1}>
        {step.title}
      </h2>
      <p className="turn" role="status" data-side={turn === 'together' ? undefined : turn}>
        {turnText(step, turn, names, words)}
      </p>
      <Timer key={step.section} minutes={step.minutes} spend={talk.spend} words={words} />
    </div>
  );
}

/** Whose turn it is, in words. */
function turnText(
  { kind, turns }: Talk['now']['step'],
  turn: Talk['now']['turn'],
  names: Props['names'],
  words: TalkWords,
): string {
  if (turn === 'together') return kind === 'marks' ? words.marksBoth : words.both;
  const [one, other] = [names[turn], names[SIDES.find((side) => side !== turn) ?? turn]];
  if (kind === 'marks') return fill(words.marks, { one, other });
  return fill(turns.indexOf(turn) === 0 ? words.speaks : words.speaksNext, { one, other });
}

interface TimerProps {
  readonly minutes: number;
  readonly spend: (seconds: number) => void;
  readonly words: TalkWords;
}

/** The time left for a step, in whole minutes and without a sound. It can be paused, given more, and hidden. */
function Timer({ minutes, spend, words }: TimerProps) {
  const [left, setLeft] = useState(minutes * 60);
  const [paused, setPaused] = useState(false);
  const [hidden, setHidden] = useState(false);
  const unnoted = useRef(0);
  const note = useEffectEvent(() => {
    if (unnoted.current > 0) spend(unnoted.current);
    unnoted.current = 0;
  });

  useEffect(() => {
    if (paused) return;
    let before = Date.now();
    const tick = setInterval(() => {
      // A page that was asleep has not counted; the time has passed all the same, but nobody talked at this page.
      const passed = Math.min(5, Math.round((Date.now() - before) / 1000));
      before = Date.now();
      setLeft((seconds) => seconds - passed);
      unnoted.current += passed;
      if (unnoted.current >= NOTE_EVERY) note();
    }, 1000);
    return () => {
      clearInterval(tick);
      note();
    };
  }, [paused]);

  const whole = Math.ceil(left / 60);
  const text = paused
    ? words.paused
    : left <= 0
      ? words.over
      : left <= 60
        ? words.lastMinute
        : counted(whole, words.left);
  return (
    <details className="timer">
      <summary>{hidden ? words.time : text}</summary>
      <p className="acts">
        <button type="button" className="button" onClick={() => setPaused(!paused)}>
          {paused ? words.goOn : words.pause}
        </button>
        <button
          type="button"
          className="button"
          onClick={() => setLeft((seconds) => Math.max(0, seconds) + MORE_SECONDS)}
        >
          {words.moreTime}
        </button>
        <button type="button" className="button plain" onClick={() => setHidden(!hidden)}>
          {hidden ? words.showTime : words.hideTime}
        </button>
      </p>
    </details>
  );
}
