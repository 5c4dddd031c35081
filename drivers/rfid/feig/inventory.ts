import type { AirResult, SeenTag } from '../air.ts';
import { readInventory } from './answers.ts';
import { feigCommand, feigStatus, iso15693Type, isoCommand } from './numbers.ts';
import { isSilence, isUnheard, type FeigTalk } from './talk.ts';

/** MODE: what did not fit into the last answer. */
const more = 0x80;

/** Answers of one inventory; a reader that promises more for ever is not believed. */
const mostParts = 64;

/**
 * One round. After a lost answer all of it is done again: the tags in that answer keep quiet until the field was off.
 */
export async function feigInventory(talk: FeigTalk): Promise<AirResult<readonly SeenTag[]>> {
  const result = await round(talk);
  return isSilence(result) ? round(talk) : result;
}

async function round(talk: FeigTalk): Promise<AirResult<readonly SeenTag[]>> {
  // Tags that were listed do not answer again before this (FEIG manual H40801-5e, ID ISC.MR200, p. 88).
  const reset = await talk.ask({
    command: feigCommand.rfReset,
    data: [],
    fits: ({ length }) => length === 0,
    twice: false,
  });
  if (!reset.ok && isUnheard(reset)) return reset;
  const seen = new Map<string, SeenTag>();
  for (let part = 0; part < mostParts; part += 1) {
    const answer = await talk.ask({
      command: feigCommand.iso15693,
      data: [isoCommand.inventory, part === 0 ? 0 : more],
      fits: (data) => readInventory(data) !== null,
      twice: false,
      good: [feigStatus.ok, feigStatus.moreData],
    });
    if (!answer.ok && answer.failure === 'no-tag') break;
    if (!answer.ok) return answer;
    for (const { type, uid, dsfid } of readInventory(answer.value.data) ?? [])
      if (type === iso15693Type) seen.set(uid, { address: uid, dsfid, pc: null, rssi: null, antenna: null });
    if (answer.value.status !== feigStatus.moreData) break;
  }
  return { ok: true, value: [...seen.values()] };
}
