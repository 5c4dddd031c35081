import { childrenFamilies } from './children.ts';
import type { TitleFamily } from './family.ts';
import { farmingFamilies } from './farming.ts';
import { fictionFamilies } from './fiction.ts';
import { healthAndLawFamilies } from './health-and-law.ts';
import { historyFamilies } from './history.ts';
import { learningFamilies } from './learning.ts';
import { localFamilies } from './local.ts';
import { referenceFamilies } from './reference.ts';
import { schoolFamilies } from './school.ts';
import { textbooks } from './textbooks.ts';
import { thesisFamilies } from './theses.ts';
import { workFamilies } from './works/works.ts';

/** Everything the demonstration's union catalogue can hold: more than a million titles, each once. */
export const titleFamilies: readonly TitleFamily[] = [
  ...workFamilies,
  textbooks,
  ...fictionFamilies,
  ...childrenFamilies,
  ...schoolFamilies,
  ...historyFamilies,
  ...learningFamilies,
  ...farmingFamilies,
  ...healthAndLawFamilies,
  ...referenceFamilies,
  ...localFamilies,
  ...thesisFamilies,
];
