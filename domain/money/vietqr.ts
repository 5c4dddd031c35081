/**
 * VietQR: the text in a bank-transfer QR code. Sources: EMVCo merchant-presented QR v1.1; NAPAS "QR Switching,
 * part IV" v1.5.2; `reference/vietnam.md` §2.
 *
 * Lengths count characters, not bytes: the specification's own sample writes the four characters 最佳运输 as
 * `0104`. What we write is ASCII only, so that readers who count bytes agree. A code says where money should go;
 * nothing in it says that money came.
 */
import { toAscii } from './ascii.ts';
import { crc16 } from './crc16.ts';
import type { EmvFault, EmvReading, EmvValue } from './emv-code.ts';
import { readEmvCode, readTemplate } from './emv-code.ts';
import type { MerchantCode } from './merchant-code.ts';
import { merchantCode, valueOf } from './merchant-code.ts';
import { tlv } from './tlv.ts';

/** Application id of NAPAS in field 38. */
const napasGuid = 'A000000727';
/** `QRIBFTTA`: to an account. `QRIBFTTC`: to a card. */
export const transferServices = ['QRIBFTTA', 'QRIBFTTC'] as const;
type TransferService = (typeof transferServices)[number];
/** ISO 4217 number of the đồng. */
const dongCurrency = '704';
const vietnam = 'VN';

export interface VietQrAsk {
  /** Six digits. */
  readonly bankBin: string;
  /** 1 to 19 letters and digits; digits only for a card. */
  readonly account: string;
  /** To an account unless said otherwise. */
  readonly service?: TransferService;
  /** `11`: may be paid again and again; `12`: for one payment. Follows from the amount unless given. */
  readonly initMethod?: '11' | '12';
  /** Đồng, 1 to 9 999 999 999 999; null: the payer types it. */
  readonly amount?: number | null;
  /** Finds the transfer in the bank statement: up to 25 printable ASCII characters, never altered. */
  readonly bill?: string | null;
  /** As `bill`. */
  readonly reference?: string | null;
  /** Any text; its first 25 ASCII characters are kept. */
  readonly purpose?: string | null;
}

export type VietQrAskFault = 'bank' | 'account' | 'amount' | 'bill' | 'reference' | 'purpose';
export type VietQrMade =
  | { readonly ok: true; readonly payload: string }
  | { readonly ok: false; readonly fault: VietQrAskFault };

/** Field 54 has 13 characters, fields 62/01, 62/05 and 62/08 have 25. */
const largestAmount = 9_999_999_999_999;
const longestText = 25;
const label = /^[!-~](?:[ -~]{0,23}[!-~])?$/u;

/** The text of a VietQR, or the first part of the ask that cannot be written. */
export function makeVietQr(ask: VietQrAsk): VietQrMade {
  const service = ask.service ?? 'QRIBFTTA';
  const amount = ask.amount ?? null;
  const bill = ask.bill ?? '';
  const reference = ask.reference ?? '';
  const purpose = toAscii(ask.purpose ?? '')
    .slice(0, longestText)
    .trimEnd();
  if (!/^[0-9]{6}$/u.test(ask.bankBin)) return { ok: false, fault: 'bank' };
  if (!(service === 'QRIBFTTC' ? /^[0-9]{1,19}$/u : /^[0-9A-Za-z]{1,19}$/u).test(ask.account))
    return { ok: false, fault: 'account' };
  if (amount !== null && !(Number.isInteger(amount) && amount >= 1 && amount <= largestAmount))
    return { ok: false, fault: 'amount' };
  if (bill !== '' && !label.test(bill)) return { ok: false, fault: 'bill' };
  if (reference !== '' && !label.test(reference)) return { ok: false, fault: 'reference' };
  // A purpose of which nothing is left would be missed only in the bank statement.
  if (purpose === '' && (ask.purpose ?? '').trim() !== '') return { ok: false, fault: 'purpose' };
  const receiver = tlv('00', napasGuid) + tlv('01', tlv('00', ask.bankBin) + tlv('01', ask.account));
  const unsigned =
    tlv('00', '01') +
    tlv('01', ask.initMethod ?? (amount === null ? '11' : '12')) +
    tlv('38', receiver + tlv('02', service)) +
    tlv('53', dongCurrency) +
    tlv('54', amount === null ? '' : String(amount)) +
    tlv('58', vietnam) +
    tlv('62', tlv('01', bill) + tlv('05', reference) + tlv('08', purpose)) +
    '6304';
  return { ok: true, payload: unsigned + crc16(unsigned) };
}

/** A NAPAS transfer to an account or a card. */
interface VietQrTransfer extends MerchantCode {
  readonly kind: 'transfer';
  readonly guid: string;
  readonly bankBin: string;
  readonly account: string;
  /** Null where it is left out: the specification lets it. */
  readonly service: TransferService | null;
  /** `amount` as đồng; null when the payer types it. */
  readonly dong: number | null;
}

/** A well-formed payment code of another scheme (VNPAY, cards) or another NAPAS service (QRPUSH, QRCASH). */
interface OtherMerchantCode extends MerchantCode {
  readonly kind: 'other-merchant';
}

/**
 * `missing-…`: the field is not there. `guid`: field 38 is of no scheme we know. `currency`, `country`, `bank`,
 * `account`, `amount`: a transfer cannot have this value.
 */
export type VietQrFault =
  | EmvFault
  | 'missing-currency'
  | 'missing-country'
  | 'missing-account'
  | 'guid'
  | 'currency'
  | 'country'
  | 'bank'
  | 'account'
  | 'amount';

export type VietQrReading =
  | { readonly ok: true; readonly qr: VietQrTransfer | OtherMerchantCode }
  | {
      readonly ok: false;
      readonly fault: VietQrFault;
      /** Character of the text, from 0, at which the faulty field begins; the checksum for a missing one. */
      readonly at: number;
    };

/** Reads the text of a payment code. Never throws; nothing is read from a text whose checksum is wrong. */
export function readVietQr(text: string): VietQrReading {
  const reading = readEmvCode(text);
  if (!reading.ok) return reading;
  const receiver = receiverValues(reading.values);
  return receiver.ok ? interpret(receiver.values) : receiver;
}

/** Field 38.01 of NAPAS holds fields of its own. */
function receiverValues(values: readonly EmvValue[]): EmvReading {
  const holder = values.find(({ path }) => path === '38.01');
  if (!holder || valueOf(values, '38.00') !== napasGuid) return { ok: true, values };
  const inner = readTemplate(holder);
  if (!inner.ok) return inner;
  return { ok: true, values: values.flatMap((value) => (value === holder ? inner.values : [value])) };
}

const transferPaths = ['38.00', '38.01.00', '38.01.01', '38.02'];

function interpret(values: readonly EmvValue[]): VietQrReading {
  const has = (test: (path: string) => boolean): boolean => values.some(({ path }) => test(path));
  if (valueOf(values, '53') === null) return failure(values, 'missing-currency');
  if (valueOf(values, '58') === null) return failure(values, 'missing-country');
  if (!has((path) => path >= '02' && path < '52')) return failure(values, 'missing-account');
  const service = valueOf(values, '38.02');
  const isNapas = valueOf(values, '38.00') === napasGuid;
  if (!isNapas && has((path) => path.startsWith('38.'))) return failure(values, 'guid', '38.00');
  return isNapas && (service === null || isTransferService(service))
    ? transfer(values, service)
    : { ok: true, qr: { kind: 'other-merchant', ...merchantCode(values) } };
}

function transfer(values: readonly EmvValue[], service: TransferService | null): VietQrReading {
  const bankBin = valueOf(values, '38.01.00');
  const account = valueOf(values, '38.01.01');
  const code = merchantCode(values, transferPaths);
  const dong = dongOf(code.amount);
  if (bankBin === null || account === null) return failure(values, 'missing-account');
  if (!/^[0-9]{6}$/u.test(bankBin)) return failure(values, 'bank', '38.01.00');
  // Wider than what we write: the specification lets an account have any printable character.
  if (!/^[!-~]{1,19}$/u.test(account)) return failure(values, 'account', '38.01.01');
  if (code.currency !== dongCurrency) return failure(values, 'currency', '53');
  if (code.country !== vietnam) return failure(values, 'country', '58');
  if (dong === 'fault') return failure(values, 'amount', '54');
  return { ok: true, qr: { kind: 'transfer', guid: napasGuid, bankBin, account, service, dong, ...code } };
}

/** A field that is not there is missed at the checksum, where it should have been by then. */
function failure(values: readonly EmvValue[], fault: VietQrFault, path = '63'): VietQrReading {
  const field = values.find((value) => value.path === path) ?? values.at(-1);
  return { ok: false, fault, at: field?.at ?? 0 };
}

/** EMVCo lets an amount end in a point and decimals; the đồng has none, so they can only be zeros. */
function dongOf(amount: string | null): number | null | 'fault' {
  if (amount === null) return null;
  const whole = /^([0-9]{1,13})(?:\.0{0,2})?$/u.exec(amount)?.[1];
  const dong = Number(whole ?? 0);
  return amount.length <= 13 && dong > 0 ? dong : 'fault';
}

function isTransferService(service: string): service is TransferService {
  return transferServices.some((known) => known === service);
}
