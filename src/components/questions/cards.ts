import type { Drawable } from '../../domain/questions/draw';
import { fill } from '../../domain/words/fill';
import type { Interface } from '../../domain/words/interface';

/** Lays questions out as cards to cut out, eight to a page; the print styles show them in place of the list. */
export function cardsOf(
  into: Element,
  questions: readonly Pick<Drawable, 'text' | 'followUp'>[],
  labels: Pick<Interface['questions'], 'followUp' | 'card'>,
): void {
  into.replaceChildren(
    ...questions.map(({ text, followUp }) => {
      const card = document.createElement('div');
      card.className = 'card';
      card.append(paragraph('display', text));
      if (followUp !== undefined)
        card.append(paragraph('small', fill(labels.followUp, { question: followUp })));
      card.append(paragraph('card-foot', labels.card));
      return card;
    }),
  );
}

function paragraph(className: string, text: string): HTMLParagraphElement {
  const made = document.createElement('p');
  made.className = className;
  made.textContent = text;
  return made;
}
