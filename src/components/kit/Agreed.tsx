import { useId } from 'react';
import type { Mentorship } from '../../domain/records/mentorship';
import type { Agreed as Kept } from '../../domain/records/overview';
import type { KitWords } from '../../domain/words/interface';
import { AgreedList } from './AgreedList';
import type { KitOnPage } from './use-my-kit';

interface Props {
  readonly kit: KitOnPage;
  readonly mentorship: Mentorship;
  readonly agreed: readonly Kept[];
  readonly words: KitWords;
}

/** What two people agreed, and what became of it. */
export function Agreed({ kit, mentorship, agreed, words }: Props) {
  const id = useId();
  return (
    <section aria-labelledby={id}>
      <h3 id={id}>{words.actions}</h3>
      <AgreedList
        agreed={agreed}
        words={words}
        setOutcome={(action, outcome) => kit.setOutcome(mentorship.id, action, outcome)}
      />
    </section>
  );
}
