import type { AirResult } from '../air.ts';
import { failed } from '../exchange.ts';
import { ebv, readAccess, uidBytes, wordBytes, type Rl866Tag } from './answers.ts';
import { iso15693, rl866Command, rl866Failure } from './numbers.ts';
import type { Rl866Talk } from './talk.ts';

/** One access to the connected tag. @param fits whether the data of a done access has the right shape */
export type Access = (
  code: number,
  parameters: readonly number[],
  fits: (data: Uint8Array) => boolean,
) => Promise<AirResult<Uint8Array>>;

/** Connect parameter: by UID. */
const addressed = 1;
/** Tag type where no inventory has told it: NXP ICODE SLI. */
const usualType = 1;

/** Connects to a tag, does the task, and lets the tag go again whatever came of it. */
export async function withTag<Value>(
  talk: Rl866Talk,
  uid: string,
  known: Rl866Tag | undefined,
  task: (access: Access) => Promise<AirResult<Value>>,
): Promise<AirResult<Value>> {
  const parameters = [addressed, ...uidBytes(uid)];
  const { antenna = null, protocol = iso15693, tagType = usualType } = known ?? {};
  const connected = await talk.ask(
    rl866Command.connect,
    [antenna ?? 0, protocol, tagType, parameters.length, ...parameters],
    ({ length }) => length === 1,
  );
  if (!connected.ok) return connected;
  const handle = connected.value[0] ?? 0;
  const result = await task((code, rest, fits) => accessTag(talk, handle, code, rest, fits));
  // After silence the next command starts with letting all tags go; waiting here would only take longer.
  if (result.ok || (result.failure !== 'no-answer' && result.failure !== 'line-lost'))
    await talk.ask(rl866Command.disconnect, [handle], ({ length }) => length === 0);
  return result;
}

async function accessTag(
  talk: Rl866Talk,
  handle: number,
  code: number,
  rest: readonly number[],
  fits: (data: Uint8Array) => boolean,
): Promise<AirResult<Uint8Array>> {
  const operation = [...wordBytes(code), ...rest];
  const answer = await talk.ask(
    rl866Command.access,
    [handle, ...ebv(operation.length), ...operation],
    (data) => {
      const result = readAccess(data);
      return result !== null && result.code === code && (result.error !== null || fits(result.data));
    },
  );
  if (!answer.ok) return answer;
  const result = readAccess(answer.value);
  if (result === null) return failed('no-answer');
  if (result.error === null) return { ok: true, value: result.data };
  const { failure, detail } = rl866Failure(result.error);
  return failed(failure, detail);
}
