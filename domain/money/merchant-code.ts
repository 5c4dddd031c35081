import type { EmvValue } from './emv-code.ts';

/** What every merchant-presented code may say. Texts are as written; null where the field is not there. */
export interface MerchantCode {
  readonly payloadFormat: string;
  /** `11`: may be paid again and again; `12`: for one payment. */
  readonly initMethod: string | null;
  /** ISO 4217 number; empty where it is missing. */
  readonly currency: string;
  readonly amount: string | null;
  /** ISO 3166 letters; empty where it is missing. */
  readonly country: string;
  readonly billNumber: string | null;
  readonly reference: string | null;
  readonly purpose: string | null;
  /** Every other field by its path, for example `59` or `62.07`. */
  readonly other: Readonly<Record<string, string>>;
}

const paths: ReadonlySet<string> = new Set(['00', '01', '53', '54', '58', '62.01', '62.05', '62.08', '63']);

/** The fields by name. Those in `known` are named by the caller and left out of `other`. */
export function merchantCode(values: readonly EmvValue[], known: readonly string[] = []): MerchantCode {
  const read = (path: string): string | null => valueOf(values, path);
  const others = values.filter(({ path }) => !paths.has(path) && !known.includes(path));
  return {
    payloadFormat: read('00') ?? '',
    initMethod: read('01'),
    currency: read('53') ?? '',
    amount: read('54'),
    country: read('58') ?? '',
    billNumber: read('62.01'),
    reference: read('62.05'),
    purpose: read('62.08'),
    other: Object.fromEntries(others.map(({ path, value }) => [path, value])),
  };
}

export function valueOf(values: readonly EmvValue[], path: string): string | null {
  return values.find((value) => value.path === path)?.value ?? null;
}
