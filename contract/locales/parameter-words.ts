import type { CitizenCardFault, CitizenCardWarning } from '../../domain/identifiers/citizen-card.ts';
import type { SelfTestFault } from '../../domain/identifiers/self-test.ts';
import type { AmountFault } from '../../domain/money/amount-text.ts';
import type { LoanUse } from '../../domain/facts/bodies/loans.ts';
import type { Permission } from '../../domain/permissions.ts';
import type { Check } from '../../domain/policy/checks.ts';
import type { PolicyFault } from '../../domain/policy/check-policy-set.ts';
import type { TemplateFault } from '../../domain/printing/parse-template.ts';

type DeskPermission = Exclude<Permission, `override:${Check}`>;

/** Every fault the domain names that can stand in a sentence. */
type Fault =
  | AmountFault
  | CitizenCardFault
  | PolicyFault['fault']
  | TemplateFault
  | SelfTestFault
  | 'too-short'
  | 'characters'
  | 'control-characters'
  | 'not-a-date'
  | 'not-an-address'
  | 'future'
  | 'too-early'
  | 'number'
  | 'damaged'
  | 'no-such-date'
  | 'no-such-weekday'
  | 'no-such-time'
  | 'year'
  | 'ends-before-start'
  | 'closes-before-opens'
  | 'overlap'
  | 'never-open';

/** Words for what reasons carry as codes. A code the domain adds to its unions does not compile without its words. */
export interface ParameterWords {
  readonly endless: string;
  readonly unlimited: string;
  /** Every class of copies. */
  readonly any: string;
  readonly check: Readonly<Record<Check, string>>;
  /** How the permission that passes a check is called; `{{check}}` is the check. */
  readonly override: string;
  readonly permission: Readonly<Record<DeskPermission, string>>;
  readonly use: Readonly<Record<LoanUse, string>>;
  readonly why: Readonly<Record<'unknown' | 'self' | 'has-guarantor' | 'has-wards', string>>;
  readonly what: Readonly<Record<CitizenCardWarning, string>>;
  readonly field: Readonly<Record<'barcode' | 'title' | 'from' | 'until', string>>;
  readonly fault: Readonly<Record<Fault, string>>;
}
