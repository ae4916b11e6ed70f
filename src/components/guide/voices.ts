import Advice from './Advice.astro';
import Asides from './Asides.astro';
import ForMentee from './ForMentee.astro';
import ForMentor from './ForMentor.astro';
import FromArticle from './FromArticle.astro';
import Ours from './Ours.astro';
import Says from './Says.astro';
import Sayings from './Sayings.astro';
import Source from './Source.astro';
import Talk from './Talk.astro';
import ToSend from './ToSend.astro';

/** The components that a guide page may use without importing them. */
export const voices = {
  Advice,
  Asides,
  ForMentee,
  ForMentor,
  FromArticle,
  Ours,
  Says,
  Sayings,
  Source,
  Talk,
  ToSend,
};
