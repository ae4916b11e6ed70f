import type { APIRoute } from 'astro';
import { questionThemes } from '../../components/site/content';
import type { PackedTheme } from '../../domain/questions/draw';

/** The bank by theme, for the worksheets that draw from it. */
export const GET: APIRoute = async () => {
  const themes = (await questionThemes()).map(({ id, data }): PackedTheme => [
    id,
    data.questions.map((question) => [question.id, question.text, question.followUp]),
  ]);
  return new Response(JSON.stringify(themes));
};
