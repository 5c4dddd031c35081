import type { CivilDate } from '../facts/fact.ts';
import type { Sex } from './citizen-number.ts';
import { healthCardStart } from './citizen-fields.ts';
import { readDate } from './dates.ts';
import { isPersonName, tidy } from './person-name.ts';

/**
 * Groups that pay nothing for a library card (Library Law art. 44(5)) and that a health insurance number shows:
 * poor household (HN), near-poor household (CN), child under six (TE).
 */
type ExemptionHint = 'poor-household' | 'near-poor-household' | 'child-under-6';

/**
 * What the library takes from the QR code of a health insurance card (BHYT), which children without a citizen
 * card have. The card's number is health-related and is not in here: it is used for the hint and forgotten.
 */
export interface HealthCard {
  readonly name: string;
  /** Null when the card has the year only. */
  readonly birthDate: CivilDate | null;
  readonly birthYear: number;
  readonly sex: Sex | null;
  readonly residence: string | null;
  /** A reason to ask, never a decision: the group may have changed since the card was printed. */
  readonly exemptionHint: ExemptionHint | null;
}

export type HealthCardFault = 'not-a-health-card' | 'cut' | 'name-damaged' | 'bad-birth-date';

export type HealthCardReading =
  | { readonly ok: true; readonly card: HealthCard }
  | { readonly ok: false; readonly fault: HealthCardFault };

const hints: Readonly<Record<string, ExemptionHint>> = {
  HN: 'poor-household',
  CN: 'near-poor-household',
  TE: 'child-under-6',
};

/**
 * Reads `number | name | birth date | 1 male, 2 female | address | …`, name and address as hexadecimal UTF-8.
 * Source: `reference/vietnam.md` §1.2; what follows the address is not read. Never throws.
 */
export function readHealthCard(text: string): HealthCardReading {
  const refuse = (fault: HealthCardFault): HealthCardReading => ({ ok: false, fault });
  const trimmed = text.trim();
  if (!healthCardStart.test(trimmed)) return refuse('not-a-health-card');
  const [number = '', nameText = '', birthText = '', sexText = '', addressText, ...rest] = trimmed.split('|');
  // The address is whole only when something follows it: half of a hexadecimal text is still one.
  if (addressText === undefined || rest.length === 0) return refuse('cut');
  const name = textFromHex(nameText);
  if (name === null || !isPersonName(name)) return refuse('name-damaged');
  const birthDate = readDate(birthText.trim());
  const year = birthDate?.slice(0, 4) ?? /^[12]\d{3}$/u.exec(birthText.trim())?.[0];
  if (year === undefined) return refuse('bad-birth-date');
  const residence = textFromHex(addressText);
  return {
    ok: true,
    card: {
      name,
      birthDate,
      birthYear: Number(year),
      sex: sexOf(sexText.trim()),
      residence: residence === null || !/[\p{L}\p{N}]/u.test(residence) ? null : residence,
      exemptionHint: hints[number.slice(0, 2).toUpperCase()] ?? null,
    },
  };
}

function sexOf(code: string): Sex | null {
  if (code === '1') return 'M';
  return code === '2' ? 'F' : null;
}

/** Null when the text is not hexadecimal, or its bytes are not UTF-8. */
function textFromHex(hex: string): string | null {
  const digits = hex.trim();
  if (digits.length % 2 !== 0 || !/^[0-9a-f]*$/iu.test(digits)) return null;
  try {
    return tidy(decodeURIComponent(digits.replaceAll(/../gu, '%$&')));
  } catch {
    return null;
  }
}
