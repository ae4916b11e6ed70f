import { fill } from '../../domain/words/fill';
import type { ProgrammeWords } from '../../domain/words/interface';
import { need } from '../site/dom';

/** The worksheets that a programme shows first, a list to choose from for each place. */
export interface FirstSheets {
  /** Ids in their order; a place with none is passed over. */
  read(): string[];
  write(ids: readonly string[]): void;
  /** Sees that one more place is free at the end, as long as there are worksheets. */
  grow(): void;
}

export function openFirstSheets(root: HTMLElement, words: ProgrammeWords['page']): FirstSheets {
  const list = need(root, '.first-sheets ol');
  const template = need(root, '#first-sheet', HTMLTemplateElement);
  const most = Number(list.dataset['most']);
  const places = () => [...list.querySelectorAll('select')];

  function add(id = ''): void {
    const item = need(template.content, 'li').cloneNode(true) as HTMLElement;
    const select = need(item, 'select', HTMLSelectElement);
    select.setAttribute('aria-label', fill(words.firstNth, { n: places().length + 1 }));
    select.value = id;
    list.append(item);
  }

  const grow = () => {
    const all = places();
    if (all.length < most && all.every(({ value }) => value !== '')) add();
  };
  return {
    read: () => places().flatMap(({ value }) => (value === '' ? [] : [value])),
    write(ids) {
      list.replaceChildren();
      for (const id of ids) add(id);
      grow();
    },
    grow,
  };
}
