import type { Per } from '../../domain/facilitator/pack';
import type { Worksheet } from '../../domain/worksheets/definition';
import { words, worksheets } from '../site/content';

/** What can be put into a pack, in the order it is printed. */
export interface PackItem {
  readonly id: string;
  readonly title: string;
  readonly per: Per;
  /** What is to be done with the paper, if anything. */
  readonly todo: 'fold' | 'cut' | undefined;
  /** The worksheet it is the blank paper of, if it is one. */
  readonly worksheet: Worksheet | undefined;
}

const PER_WHO: Readonly<Record<Worksheet['who'], Per>> = {
  'each-alone': 'person',
  alone: 'person',
  both: 'pair',
  facilitator: 'all',
};

/** The worksheets, then what else can be handed out. */
export async function packItems(): Promise<readonly PackItem[]> {
  const { facilitate: labels } = await words();
  const sheets = (await worksheets()).map(({ id, data }) => ({
    id,
    title: data.title,
    per: PER_WHO[data.who],
    todo: data.who === 'each-alone' ? ('fold' as const) : undefined,
    worksheet: data,
  }));
  const others = [
    { id: 'one-page', title: labels.onePage, per: 'person', todo: undefined },
    { id: 'role-cards', title: labels.roleCards.title, per: 'pair', todo: 'cut' },
    { id: 'question-cards', title: labels.questionCards, per: 'all', todo: 'cut' },
  ] as const;
  return [...sheets, ...others.map((one) => ({ ...one, worksheet: undefined }))];
}
