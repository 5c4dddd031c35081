import type { AirLine, AirResult, AirSettings, ReaderIdentity, SeenTag, UhfAir, UhfBank } from '../air.ts';
import { createExchange, failed } from '../exchange.ts';
import { inventoryCommand, readCommand, writeCommand } from './commands.ts';
import { foundNothing, refusal, tagFailure } from './errors.ts';
import { createTslReader } from './reader.ts';
import type { TslResponse, TslTag } from './response.ts';
import { barcodeOf, isHex, tagsOf, valueOf } from './response.ts';

/** What a handheld tells of its battery. */
export interface Battery {
  /** 0 … 100, or null when it does not tell. */
  readonly percent: number | null;
  /** The reader's own word for what the charger does, or null. */
  readonly charging: string | null;
}

/** A TSL handheld: an EPC Gen2 reader with a battery. */
export interface TslAir extends UhfAir {
  battery(): Promise<AirResult<Battery>>;
}

/** Words in one read or write: `-da` takes 128 hex digits (vendor's SDK 1.1, WriteTransponderCommand). */
const wordsAtOnce = 32;

/** What happens on air may take three times what the reader's own answers take; the SDK waits 3 s. */
const airTimes = 3;

/** TSL 1128 and 1153 over their serial port (Bluetooth SPP or USB), in ASCII protocol 2. */
export function createTslAir(line: AirLine, settings: AirSettings): TslAir {
  const reader = createTslReader();
  const password = /^[0-9A-F]{8}$/iu.test(settings.accessPassword) ? settings.accessPassword : '00000000';
  let lastIndex = 0;

  const exchange = createExchange<TslResponse>({
    write: (bytes) => line.write(bytes),
    onUnasked(response) {
      // An index says that it answers a question of ours that nobody waits for any more.
      if (response.index !== null) return;
      const barcode = barcodeOf(response);
      if (barcode !== null) line.onBarcode?.(barcode);
      const tags = tagsOf(response);
      if (tags.length > 0) line.onTags(tags.map(seen));
    },
  });

  const ask = async (command: string, rest: string, times = 1): Promise<AirResult<TslResponse>> => {
    lastIndex = (lastIndex + 1) % 1_000_000;
    const index = lastIndex;
    // Whatever another program left half-said on the line is no part of the first question.
    const before = command === '.vr' ? '\r\n' : '';
    const text = `${before}${command} LCMD ${String(index).padStart(6, '0')}${rest === '' ? '' : ` ${rest}`}\r\n`;
    const answer = await exchange.ask({
      bytes: Buffer.from(text, 'latin1'),
      take: (response) => (response.index === index && response.command === command ? 'last' : 'other'),
      timeoutMs: settings.timeoutMs * times,
    });
    if (!answer.ok) return answer;
    const [response] = answer.value;
    return response === undefined ? failed('no-answer') : { ok: true, value: response };
  };

  /** The lines of one tag in the answer to a read or write of it. */
  const access = async (command: string, epc: string, rest: string): Promise<AirResult<TslTag>> => {
    const answer = await ask(command, rest, airTimes);
    if (!answer.ok) return answer;
    const tag = tagsOf(answer.value).find((candidate) => candidate.epc === epc);
    if (tag === undefined) return answer.value.error === null ? failed('no-tag') : refusal(answer.value);
    return tagFailure(tag) ?? { ok: true, value: tag };
  };

  return {
    technology: 'uhf',
    timeoutMs: settings.timeoutMs * airTimes,
    receive(bytes) {
      for (const response of reader.push(bytes)) exchange.receive(response);
    },
    lost: () => exchange.lost(),
    async identify() {
      const answer = await ask('.vr', '');
      if (!answer.ok) return answer;
      return answer.value.error === null
        ? { ok: true, value: identityOf(answer.value) }
        : failed('refused', answer.value.error);
    },
    async battery() {
      const answer = await ask('.bl', '');
      if (!answer.ok) return answer;
      if (answer.value.error !== null) return failed('refused', answer.value.error);
      const percent = /^\d{1,3}/u.exec(valueOf(answer.value, 'BP') ?? '')?.[0];
      const charging = valueOf(answer.value, 'CH');
      return { ok: true, value: { percent: percent === undefined ? null : Number(percent), charging } };
    },
    async inventory() {
      const answer = await ask('.iv', inventoryCommand, airTimes);
      if (!answer.ok) return answer;
      const tags = new Map(tagsOf(answer.value).map((tag) => [tag.epc, seen(tag)]));
      if (answer.value.error === null || tags.size > 0 || foundNothing(answer.value))
        return { ok: true, value: [...tags.values()] };
      return failed('refused', answer.value.error);
    },
    async readWords(address, bank, first, count) {
      const epc = address.toUpperCase();
      if (!isHex(epc)) return failed('no-tag');
      const parts: Buffer[] = [];
      for (let at = 0; at < count; at += wordsAtOnce) {
        const words = Math.min(wordsAtOnce, count - at);
        const answer = await access('.rd', epc, readCommand(epc, bank, first + at, words, password));
        if (!answer.ok) return answer;
        const { read } = answer.value;
        if (read === null || !isHex(read) || read.length !== words * 4) return failed('weak');
        parts.push(Buffer.from(read, 'hex'));
      }
      return { ok: true, value: Buffer.concat(parts) };
    },
    async writeWords(address, bank, first, bytes) {
      const epc = address.toUpperCase();
      if (!isHex(epc)) return failed('no-tag');
      if (bytes.length === 0 || bytes.length % 2 !== 0) return failed('refused');
      return writeAll(access, epc, bank, first, bytes, password);
    },
    writeEas: () => Promise.resolve(failed('unsupported')),
  };
}

async function writeAll(
  access: (command: string, epc: string, rest: string) => Promise<AirResult<TslTag>>,
  epc: string,
  bank: UhfBank,
  first: number,
  bytes: Uint8Array,
  password: string,
): Promise<AirResult<null>> {
  for (let at = 0; at < bytes.length; at += wordsAtOnce * 2) {
    const part = Buffer.from(bytes.subarray(at, at + wordsAtOnce * 2));
    const data = part.toString('hex').toUpperCase();
    const answer = await access('.wr', epc, writeCommand(epc, bank, first + at / 2, data, password));
    if (!answer.ok) return answer;
    if (answer.value.written !== part.length / 2) return failed('weak', `WW${answer.value.written ?? ''}`);
  }
  return { ok: true, value: null };
}

function seen({ epc, pc, rssi }: TslTag): SeenTag {
  return { address: epc, dsfid: null, pc, rssi, antenna: null };
}

/** `US:` is the serial number of the unit and begins with its model: `1128-EU-000001`. */
function identityOf(response: TslResponse): ReaderIdentity {
  const serial = valueOf(response, 'US') ?? '';
  const model = serial.includes('-') ? serial.slice(0, serial.indexOf('-')) : '';
  return {
    model: `${valueOf(response, 'MF') ?? 'TSL'} ${model}`.trim(),
    firmware: valueOf(response, 'UF') ?? '',
    serial,
  };
}
