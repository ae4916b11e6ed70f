import { useId, type ReactNode } from 'react';
import type { Mentorship } from '../../domain/records/mentorship';
import type { KitWords } from '../../domain/words/interface';
import { mentorshipName } from '../kit/names';

interface Props {
  readonly label: string;
  readonly mentorships: readonly Mentorship[];
  readonly chosen: string | undefined;
  readonly choose: (mentorship: string) => void;
  readonly words: KitWords;
  /** What else can be chosen. */
  readonly children?: ReactNode;
}

/** Asks which mentorship something that came is for. */
export function ForWhich({ label, mentorships, chosen, choose, words, children }: Props) {
  const id = useId();
  return (
    <p>
      <label htmlFor={id}>{label}</label>{' '}
      <select id={id} value={chosen} onChange={({ target }) => choose(target.value)}>
        {mentorships.map((one) => (
          <option key={one.id} value={one.id}>
            {mentorshipName(one, words, mentorships.length === 1)}
          </option>
        ))}
        {children}
      </select>
    </p>
  );
}
