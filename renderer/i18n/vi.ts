import { besideWords } from './vi/beside.ts';
import { deskWords } from './vi/desk.ts';
import { programWords } from './vi/program.ts';

/**
 * Words of the screen, in a librarian's Vietnamese (`vectors/glossary.json`). Sentences about what happened to an
 * act are not here but in `contract/locales/`. A key that is missing here or in `en.ts` does not compile.
 */
export const vi = { ...programWords, ...deskWords, ...besideWords };
