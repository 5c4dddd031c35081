/**
 * Records of FEIG's buffered read and notification mode (`0x22 Read Buffer`): in notification mode the reader is the
 * TCP client and sends the same frames unasked. Order and size of the fields: FEIG manual H71011-0e (ID ISC.ANT.U500)
 * p. 108–109, H90202-7e (LRU3000) p. 177, and a public Python client of the notification mode that reads the same
 * layout. Bits of TR-DATA2: FEIG SDK 4.06, names of its temporary data.
 */
import { buildFeigRequest, type FeigFrame } from './codec.ts';
import { feigCommand, feigStatus } from './numbers.ts';

/** One tag as the reader stored it. A part that the reader is not set to send is null. */
export interface NotificationRecord {
  /** HF: the UID. UHF: what the reader is set to send, usually PC, EPC and TID. Upper-case hex, high byte first. */
  readonly idd: string | null;
  /** FEIG's transponder type; bits 7–6: 00 HF, 10 UHF. 03 is ISO 15693, 84 EPC Gen2. */
  readonly transponderType: number | null;
  readonly blocks: Uint8Array | null;
  readonly blockSize: number | null;
  /** `HH:MM:SS.mmm` of the reader's own clock. */
  readonly time: string | null;
  /** Century, year, month, day and time zone as the reader sends them; what its clock says is not to be relied on. */
  readonly date: string | null;
  /** Number or, on some models, bit mask of the antennas. */
  readonly antenna: number | null;
  readonly input: number | null;
  /** As the gate tells it; which number is in and which is out depends on how it was mounted. */
  readonly direction: number | null;
  /** MAC address of the reader, upper-case hex. */
  readonly mac: string | null;
}

/** TR-DATA1. */
const has = { idd: 0x01, blocks: 0x02, antenna: 0x10, time: 0x20, date: 0x40, extension: 0x80 } as const;

/** TR-DATA2. `afi`: where its two bytes stand is not published; what comes after them is not read. */
const hasMore = { input: 0x01, mac: 0x02, afi: 0x04, statistics: 0x08, direction: 0x20 } as const;

/** Antenna, count of reads (2), strongest and mean RSSI, three more. */
const statisticsBytes = 8;

/** With these the frame carries records: the list of FEIG's own SDK. */
const withRecords: ReadonlySet<number> = new Set([
  feigStatus.ok,
  feigStatus.rfError,
  feigStatus.rfWarning,
  feigStatus.rfWarningToo,
  feigStatus.bufferOverflow,
  feigStatus.moreData,
]);

/** Takes bytes off the front of a record; null when there are not so many. */
type Take = (bytes: number) => Uint8Array | null;

/**
 * The records of a `0x22` frame, asked for or not. An empty buffer has none.
 * @returns null when the frame is something else (a keep-alive, an answer), or not made as the manual says
 */
export function readNotification({ command, status, data }: FeigFrame): readonly NotificationRecord[] | null {
  if (command !== feigCommand.readBuffer) return null;
  if (status === feigStatus.noData) return [];
  if (!withRecords.has(status)) return null;
  return parseBufferRecords(data);
}

/** @param data of a `0x22` answer, after STATUS. @returns null when it does not add up */
export function parseBufferRecords(data: Uint8Array): readonly NotificationRecord[] | null {
  const first = data[0] ?? 0;
  const extended = (first & has.extension) !== 0;
  const second = extended ? (data[1] ?? 0) : 0;
  let at = extended ? 2 : 1;
  if (data.length < at + 2) return null;
  const count = bigEndian(data.subarray(at, at + 2));
  at += 2;
  const records: NotificationRecord[] = [];
  for (let index = 0; index < count; index += 1) {
    const length = bigEndian(data.subarray(at, at + 2));
    // The length counts its own two bytes.
    if (length < 2 || at + length > data.length) return null;
    const record = readRecord(data.subarray(at + 2, at + length), first, second);
    if (record === null) return null;
    records.push(record);
    at += length;
  }
  return at === data.length ? records : null;
}

/** Tells the reader that its notification arrived; where it is set to wait for this, it repeats itself for 5 s. */
export function buildNotificationAck(address: number): Uint8Array {
  const request = { address, command: feigCommand.clearBuffer, data: new Uint8Array(), advanced: true };
  return buildFeigRequest(request) ?? new Uint8Array();
}

function readRecord(bytes: Uint8Array, first: number, second: number): NotificationRecord | null {
  let at = 0;
  let short = false;
  const take: Take = (count) => {
    if (at + count > bytes.length) {
      short = true;
      return null;
    }
    at += count;
    return bytes.subarray(at - count, at);
  };
  const when = (set: number, count: number): Uint8Array | null => (set === 0 ? null : take(count));

  const head = when(first & has.idd, 3);
  const idd = head === null ? null : take(head[2] ?? 0);
  const size = when(first & has.blocks, 3);
  const blockSize = size?.[2] ?? null;
  const blocks = size === null ? null : take(bigEndian(size.subarray(0, 2)) * (size[2] ?? 0));
  const time = when(first & has.time, 4);
  const date = when(first & has.date, 5);
  const antenna = when(first & has.antenna, (second & hasMore.statistics) === 0 ? 1 : statisticsBytes);
  const known = (second & hasMore.afi) === 0;
  const input = known ? when(second & hasMore.input, 2) : null;
  const direction = known ? when(second & hasMore.direction, 1) : null;
  const mac = known ? when(second & hasMore.mac, 6) : null;
  if (short) return null;
  return {
    idd: idd === null ? null : hex(idd),
    transponderType: head?.[0] ?? null,
    blocks: blocks === null ? null : Uint8Array.from(blocks),
    blockSize,
    time: time === null ? null : clock(time),
    date: date === null ? null : hex(date),
    antenna: antenna?.[0] ?? null,
    input: input?.[0] ?? null,
    direction: direction?.[0] ?? null,
    mac: mac === null ? null : hex(mac),
  };
}

/** Hour, minute, and milliseconds of the minute in two bytes. */
function clock(bytes: Uint8Array): string {
  const [hour = 0, minute = 0] = bytes;
  const milliseconds = bigEndian(bytes.subarray(2));
  const seconds = Math.floor(milliseconds / 1000);
  return `${pad(hour, 2)}:${pad(minute, 2)}:${pad(seconds, 2)}.${pad(milliseconds % 1000, 3)}`;
}

function pad(value: number, width: number): string {
  return String(value).padStart(width, '0');
}

function bigEndian(bytes: Uint8Array): number {
  return ((bytes[0] ?? 0) << 8) | (bytes[1] ?? 0);
}

function hex(bytes: Uint8Array): string {
  return Buffer.from(bytes).toString('hex').toUpperCase();
}
