import type { AirResult } from '../air.ts';
import type { Question } from '../exchange.ts';
import { command, encodeM100, type M100Frame } from './codec.ts';
import { two } from './commands.ts';

/**
 * What a module is to be set to, as it forgets at every power-off. Left out: it stays as it is. Which band a site may
 * use is for its licence to say; the maker's list has no Vietnam.
 */
export interface M100Setup {
  /** Region code: 1 China 900, 2 America, 3 Europe, 4 China 800, 6 Korea (M5Stack protocol §2.15). */
  readonly region?: number | undefined;
  /** Output power (dBm), hundredths allowed. */
  readonly powerDbm?: number | undefined;
}

/** Sets what differs; a reader that is right already is not written to. */
export async function applySetup(
  { region, powerDbm }: M100Setup,
  obeyed: (question: Question<M100Frame>) => Promise<AirResult<M100Frame>>,
  question: (code: number, bytes: Uint8Array) => Question<M100Frame>,
): Promise<AirResult<null>> {
  const put = async (get: number, set: number, value: readonly number[]): Promise<AirResult<unknown>> => {
    const now = await obeyed(question(get, encodeM100('command', get)));
    if (now.ok && Buffer.from(now.value.parameter).equals(Uint8Array.from(value))) return now;
    return obeyed(question(set, encodeM100('command', set, Uint8Array.from(value))));
  };
  if (region !== undefined) {
    const result = await put(command.region, command.setRegion, [region]);
    if (!result.ok) return result;
  }
  if (powerDbm !== undefined) {
    const result = await put(command.power, command.setPower, two(Math.round(powerDbm * 100)));
    if (!result.ok) return result;
  }
  return { ok: true, value: null };
}
