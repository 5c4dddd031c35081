import { adminWords } from './vi/admin.ts';
import { besideWords } from './vi/beside.ts';
import { deskWords } from './vi/desk.ts';
import { deviceFieldWords } from './vi/device-fields.ts';
import { deviceSetupWords } from './vi/device-setup.ts';
import { exceptionWords } from './vi/exceptions.ts';
import { explainWords } from './vi/explain.ts';
import { formWords } from './vi/forms.ts';
import { moneyWords } from './vi/money.ts';
import { panelWords } from './vi/panel.ts';
import { patronWords } from './vi/patrons.ts';
import { policyWords } from './vi/policy.ts';
import { programWords } from './vi/program.ts';
import { rowWords } from './vi/rows.ts';
import { scannerWords } from './vi/scanners.ts';
import { setUpWords } from './vi/set-up.ts';
import { tagWords } from './vi/tags.ts';
import { termWords } from './vi/terms.ts';
import { valueWords } from './vi/values.ts';

/**
 * Words of the screen, in a librarian's Vietnamese (`vectors/glossary.json`). Sentences about what happened to an
 * act are not here but in `contract/locales/`. A key that is missing here or in `en.ts` does not compile.
 */
export const vi = {
  /** Which language this is: sentences of the core are asked for by it. */
  locale: 'vi',
  ...programWords,
  ...deskWords,
  ...rowWords,
  ...explainWords,
  ...panelWords,
  ...besideWords,
  ...valueWords,
  ...formWords,
  ...patronWords,
  ...moneyWords,
  ...adminWords,
  ...policyWords,
  ...scannerWords,
  ...tagWords,
  ...setUpWords,
  ...exceptionWords,
  ...termWords,
  ...deviceSetupWords,
  ...deviceFieldWords,
} as const;
