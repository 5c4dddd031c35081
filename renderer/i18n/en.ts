import type { English } from './english.ts';
import type { vi } from './vi.ts';
import { adminWords } from './en/admin.ts';
import { besideWords } from './en/beside.ts';
import { deskWords } from './en/desk.ts';
import { deviceFieldWords } from './en/device-fields.ts';
import { deviceSetupWords } from './en/device-setup.ts';
import { exceptionWords } from './en/exceptions.ts';
import { explainWords } from './en/explain.ts';
import { formWords } from './en/forms.ts';
import { moneyWords } from './en/money.ts';
import { panelWords } from './en/panel.ts';
import { patronWords } from './en/patrons.ts';
import { policyWords } from './en/policy.ts';
import { programWords } from './en/program.ts';
import { rowWords } from './en/rows.ts';
import { scannerWords } from './en/scanners.ts';
import { setUpWords } from './en/set-up.ts';
import { tagWords } from './en/tags.ts';
import { termWords } from './en/terms.ts';
import { valueWords } from './en/values.ts';

/** English, complete: the type asks for every key of the Vietnamese and for both plural forms. */
export const en: English<typeof vi> = {
  locale: 'en',
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
};
