import Asides from './Asides.astro';
import ForMentee from './ForMentee.astro';
import ForMentor from './ForMentor.astro';
import FromArticle from './FromArticle.astro';
import Ours from './Ours.astro';
import Says from './Says.astro';
import Sayings from './Sayings.astro';
import Talk from './Talk.astro';
import ToSend from './ToSend.astro';

/** The components that a guide page may use without importing them. */
export const voices = { Asides, ForMentee, ForMentor, FromArticle, Ours, Says, Sayings, Talk, ToSend };
