import { render } from 'astro:content';
import type { APIRoute } from 'astro';
import {
  facilitatorPages,
  guidePages,
  questionThemes,
  words,
  worksheets,
} from '../../components/site/content';
import { packPlace, type PackedPage } from '../../domain/search/titles';

/** Titles, headings, worksheets and questions in one small file, which answers while the whole text is fetched. */
export const GET: APIRoute = async () => {
  const { guide, beside } = await guidePages();
  const labels = await words();
  const pages: PackedPage[] = [];
  for (const page of [...guide, ...beside]) {
    const { headings } = await render(page);
    const inside = headings.filter(({ depth }) => depth === 2).map(({ text, slug }) => packPlace(text, slug));
    pages.push([page.data.part, page.data.title, `guide/${page.id}/`, inside]);
  }
  for (const { id, data } of await worksheets()) pages.push(['worksheet', data.title, `worksheets/${id}/`]);
  for (const page of await facilitatorPages()) {
    const { headings } = await render(page);
    const inside = headings.filter(({ depth }) => depth === 2).map(({ text, slug }) => packPlace(text, slug));
    pages.push(['facilitator', page.data.title, `facilitate/${page.id}/`, inside]);
  }
  const questions = (await questionThemes()).flatMap(({ data }) =>
    data.questions.map(({ text, id }) => packPlace(text, id)),
  );
  pages.push(['question', labels.questions.title, 'questions/', questions]);
  pages.push(['page', labels.cadence.title, 'cadence/']);
  return new Response(JSON.stringify(pages));
};
