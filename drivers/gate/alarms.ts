import type { NotificationRecord } from '../rfid/feig/notification.ts';
import type { GateConfig, GateDirection } from './config.ts';
import type { AlarmItem, GateEvent } from './event.ts';

export interface Alarms {
  /** What is new in the records of one frame, together where direction and antenna are the same. */
  take(records: readonly NotificationRecord[]): readonly GateEvent[];
}

export interface AlarmsOptions {
  readonly config: Pick<GateConfig, 'directions' | 'quietMs'>;
  readonly now: () => Date;
}

/** A record is sent again after 5 s without an acknowledgement (FEIG, CFG49). */
const repeatAfterMs = 5_000;

/** Records that are remembered however long ago they came; older ones are forgotten first. */
const rememberedRecords = 512;

/** FEIG's transponder types: bits 7 and 6 are the radio technology, 00 HF and 10 UHF. */
const technologyBits = 0xc0;
const uhfBits = 0x80;

/**
 * A gate tells the same thing more than once: a record whose acknowledgement got lost, again after a broken connection,
 * once for each antenna, and for as long as the tag lies beside it. Who reads the alarms wants each once.
 */
export function createAlarms({ config, now }: AlarmsOptions): Alarms {
  const quietMs = Math.max(config.quietMs, repeatAfterMs);
  /** Records with the gate's own time: the same one is a repetition, whenever it comes. */
  const records = new Set<string>();
  const lastSeen = new Map<string, number>();

  const isRepeated = (record: NotificationRecord): boolean => {
    if (record.time === null) return false;
    const key = keyOf(record);
    if (records.has(key)) return true;
    records.add(key);
    const [oldest] = records;
    if (records.size > rememberedRecords && oldest !== undefined) records.delete(oldest);
    return false;
  };

  const isStillThere = (record: NotificationRecord, time: number): boolean => {
    const tag = record.idd ?? keyOf(record);
    const before = lastSeen.get(tag);
    lastSeen.set(tag, time);
    return before !== undefined && time - before < quietMs;
  };

  return {
    take(found) {
      const at = now();
      const time = at.getTime();
      for (const [tag, seen] of lastSeen) if (time - seen >= quietMs) lastSeen.delete(tag);
      const groups = new Map<string, NotificationRecord[]>();
      for (const record of found) {
        const repeated = isRepeated(record);
        // Both are asked: a repetition does not make the tag go away.
        const there = isStillThere(record, time);
        if (repeated || there) continue;
        const key = `${record.antenna} ${record.direction}`;
        groups.set(key, [...(groups.get(key) ?? []), record]);
      }
      return [...groups.values()].map((group) => ({
        type: 'alarm',
        at: at.toISOString(),
        items: group.map(itemOf),
        direction: directionOf(config.directions, group[0]),
        antenna: group[0]?.antenna ?? null,
      }));
    },
  };
}

function itemOf({ idd, transponderType, blocks, blockSize }: NotificationRecord): AlarmItem {
  const technology =
    transponderType === null ? null : (transponderType & technologyBits) === uhfBits ? 'uhf' : 'hf';
  return { uid: idd, technology, blocks, blockSize };
}

function directionOf(
  { record: numbers, antennas }: GateConfig['directions'],
  record: NotificationRecord | undefined,
): GateDirection | null {
  if (record === undefined) return null;
  if (numbers !== null && record.direction === numbers.in) return 'in';
  if (numbers !== null && record.direction === numbers.out) return 'out';
  return antennas.find(({ antenna }) => antenna === record.antenna)?.direction ?? null;
}

function keyOf({ idd, time, date, antenna, direction, blocks }: NotificationRecord): string {
  return [idd, time, date, antenna, direction, blocks && Buffer.from(blocks).toString('hex')].join(' ');
}
