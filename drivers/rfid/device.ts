import type { DeviceConfig, SecurityState } from '../../contract/devices/config.ts';
import type { DeviceState, TagSecured, TagSeen, WhyTagsLeft } from '../../contract/devices/drivers.ts';
import { normaliseCode } from '../../domain/identifiers/scan.ts';
import { createConnection } from '../transport/connection.ts';
import { createHealth, tellHealth } from '../transport/health.ts';
import type { Line, OpenLine } from '../transport/line.ts';
import type { Air, AirLine, SeenTag } from './air.ts';
import { createTagsInField } from './tags-in-field.ts';

export type RfidConfig = Extract<DeviceConfig, { kind: 'rfid' }>;

export interface RfidDeviceOptions {
  readonly config: RfidConfig;
  readonly openLine: OpenLine;
  /** The reader's family on an open line. */
  readonly createAir: (line: AirLine) => Air;
  /** Reads what a tag says: its content and security. */
  readonly readTag: (air: Air, tag: SeenTag) => Promise<TagSeen>;
  /** Writes the security of one tag and reads it again. */
  readonly secureTag: (air: Air, address: string, state: SecurityState) => Promise<TagSecured>;
  readonly onState: (state: DeviceState) => void;
  readonly onTag: (tag: TagSeen) => void;
  readonly onTagsLeft: (addresses: readonly string[], why: WhyTagsLeft) => void;
  /** A barcode that a handheld read with its own scanner. */
  readonly onBarcode?: ((text: string) => void) | undefined;
  readonly onTrouble?: ((reason: string) => void) | undefined;
  /** In [0, 1). */
  readonly random?: (() => number) | undefined;
}

export interface RfidDevice {
  /** Sets the security of every tag in the field that carries `code`; empty when there is none. */
  secure(code: string, state: SecurityState): Promise<readonly TagSecured[]>;
  /** Tells that the tags have left; nothing is reported afterwards. */
  close(): void;
}

/** Pause between two rounds (ms): short, so that a pile is listed while it is put down. */
const pauseMs = 60;
/** Pause after a reader did not answer (ms). */
const silentPauseMs = 1_000;
/** Rounds in a row without an answer after which the reader counts as silent. */
const silentRounds = 2;

/**
 * A reader on its line: `connecting`, `ready` once it has said who it is, `degraded` (LT-2105) while the line is open
 * and nobody answers, `lost` (LT-2104) while the line is looked for. It lists the tags in its field for ever; each is
 * told once when it has come and once when it has gone.
 */
export function createRfidDevice(options: RfidDeviceOptions): RfidDevice {
  const { config, openLine, createAir, readTag, secureTag, onState } = options;
  const health = createHealth(tellHealth(config, onState));
  const field = createTagsInField();
  let air: Air | null = null;
  /** It has said who it is and answers. */
  let ready = false;
  let closed = false;
  /** One command at a time: rounds and security writes take turns. */
  let turn: Promise<unknown> = Promise.resolve();
  let wake: (() => void) | null = null;

  const inTurn = <T>(work: () => Promise<T>): Promise<T> => {
    const result = turn.then(work);
    turn = result.catch(() => undefined);
    return result;
  };
  const pause = (ms: number): Promise<void> =>
    new Promise((resolve) => {
      const timer = setTimeout(resolve, ms);
      wake = () => {
        clearTimeout(timer);
        resolve();
      };
    });
  const forget = (): void => {
    const left = field.clear();
    if (left.length > 0 && !closed) options.onTagsLeft(left, 'line-lost');
  };
  const isCurrent = (reader: Air): boolean => air === reader && !closed;

  /** Who came is read and told one by one, so that the first books of a pile are lent while the last are read. */
  const listen = async (reader: Air): Promise<boolean> => {
    const round = await reader.inventory();
    if (!isCurrent(reader)) return true;
    if (!round.ok) return round.failure !== 'no-answer';
    const { came, left } = field.round(round.value);
    if (left.length > 0) options.onTagsLeft(left, 'taken');
    for (const tag of came) {
      const seen = await readTag(reader, tag);
      if (!isCurrent(reader)) return true;
      if (field.read(tag.address, seen)) options.onTag(seen);
    }
    return true;
  };

  const serve = async (reader: Air): Promise<void> => {
    let silent = silentRounds;
    while (isCurrent(reader)) {
      const known = ready;
      const answered = known
        ? await inTurn(() => listen(reader))
        : (await inTurn(() => reader.identify())).ok;
      if (!isCurrent(reader)) return;
      silent = answered ? 0 : silent + 1;
      if (answered) health.enter('ready');
      else if (silent >= silentRounds) health.enter('degraded', 'silent');
      ready = answered || (known && silent < silentRounds);
      if (answered && !known) continue;
      await pause(answered ? pauseMs : silentPauseMs);
    }
  };

  const opened = (line: Line): void => {
    const reader = createAir({
      write: (bytes) => line.write(bytes),
      onTags: () => wake?.(),
      onBarcode: (text) => options.onBarcode?.(text),
      close: () => line.close(),
    });
    air = reader;
    void serve(reader);
  };

  const connection = createConnection({
    transport: config.transport,
    openLine,
    random: options.random,
    onTrouble: options.onTrouble,
    onData: (bytes) => air?.receive(bytes),
    onOpen: opened,
    onLost() {
      air?.lost();
      air = null;
      wake?.();
      // Nobody knows what lies on the pad: what is there when the reader is back comes anew.
      forget();
      ready = false;
      health.enter('lost', 'unreachable');
    },
  });

  return {
    secure: (code, state) =>
      inTurn(async () => {
        const reader = air;
        if (reader === null)
          return field.withCode(code).map((address) => ({ address, failure: 'line-lost' }));
        const results: TagSecured[] = [];
        for (const address of field.withCode(code)) {
          const first = await secureTag(reader, address, state);
          results.push(
            first.failure === 'no-answer' || first.failure === 'no-tag' || first.failure === 'weak'
              ? await again(reader, code, address, state, first)
              : first,
          );
          const last = results.at(-1);
          if (last && last.failure === null) field.secured(address, last.address);
        }
        return results;
      }),
    close() {
      // Whoever keeps what lies here must not keep it for ever.
      forget();
      closed = true;
      health.close();
      wake?.();
      connection.close();
      air?.lost();
      air = null;
    },
  };

  /**
   * A write whose answer was lost may have taken: the tag is looked for anew, under the address it has now, and asked.
   * A UHF tag's address changes with its flag.
   */
  async function again(
    reader: Air,
    code: string,
    address: string,
    state: SecurityState,
    first: TagSecured,
  ): Promise<TagSecured> {
    const round = await reader.inventory();
    if (!round.ok) return first;
    for (const tag of round.value) {
      const known = tag.address === address;
      if (!known && (field.knows(tag.address) || !isSame((await readTag(reader, tag)).code, code))) continue;
      return secureTag(reader, tag.address, state);
    }
    return first;
  }
}

function isSame(one: string | null, other: string): boolean {
  return one !== null && normaliseCode(one) === normaliseCode(other);
}
