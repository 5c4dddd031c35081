/** LCUS serial relays (LCUS-1, -2, -4 …), 9600 8N1: `A0 channel state sum`. They answer nothing. */
const start = 0xa0;
const frameBytes = 4;

/** @param channel from 1 */
export function writeLcus(channel: number, on: boolean): Uint8Array {
  const state = on ? 1 : 0;
  return Uint8Array.of(start, channel, state, (start + channel + state) & 0xff);
}

export interface LcusCommand {
  readonly channel: number;
  readonly on: boolean;
}

/** The board's side, for the emulator. Reads on at the next good command whatever came before. */
export function createLcusFramer(): { push(bytes: Uint8Array): readonly LcusCommand[] } {
  let held: Uint8Array = new Uint8Array(0);
  return {
    push(bytes) {
      held = Buffer.concat([held, bytes]);
      const commands: LcusCommand[] = [];
      let at = 0;
      while (held.length - at >= frameBytes) {
        const [first = 0, channel = 0, state = 0, sum = 0] = held.subarray(at, at + frameBytes);
        const good = first === start && state <= 1 && sum === ((start + channel + state) & 0xff);
        if (good) commands.push({ channel, on: state === 1 });
        at += good ? frameBytes : 1;
      }
      held = held.subarray(at);
      return commands;
    },
  };
}
