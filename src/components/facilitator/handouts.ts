import { HANDOUTS } from '../../domain/facilitator/session-plan';
import { words, worksheets } from '../site/content';

export interface Handout {
  readonly href: string;
  readonly title: string;
}

/** Where each thing that can be handed out is found, and what it is called, by its name in a plan. */
export async function handouts(): Promise<ReadonlyMap<string, Handout>> {
  const { facilitate: labels } = await words();
  const others: Record<(typeof HANDOUTS)[number], Handout> = {
    'role-cards': { href: '/facilitate/role-cards/', title: labels.roleCards.title },
    'question-cards': { href: '/questions/', title: labels.questionCards },
    'one-page': { href: '/guide/on-one-page/', title: labels.onePage },
  };
  const sheets = (await worksheets()).map(
    ({ id, data }) => [id, { href: `/worksheets/${id}/`, title: data.title }] as const,
  );
  return new Map<string, Handout>([...sheets, ...Object.entries(others)]);
}
