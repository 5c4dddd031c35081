import type { AirLine, AirResult, AirSettings } from '../air.ts';
import { failed } from '../exchange.ts';
import { createFramedLine } from '../framed-line.ts';
import { readAnswer } from './answers.ts';
import { buildRl866, createRl866Framer, hostRid, pcb, type Rl866Frame } from './codec.ts';
import { rl866Command, rl866Error, rl866Failure } from './numbers.ts';

export interface Rl866Talk {
  /**
   * Sends one command and joins its answer's chain. After silence the reader and we may count differently: before the
   * next command both start anew and tags left connected are let go.
   * @param fits whether the data of an answer has the shape that this command's must have
   */
  ask(
    command: number,
    data: readonly number[],
    fits: (data: Uint8Array) => boolean,
  ): Promise<AirResult<Uint8Array>>;
  /** Starts the counting anew; a reader that is there answers. */
  resync(): Promise<AirResult<null>>;
  receive(bytes: Uint8Array): void;
  lost(): void;
}

/** All tags that are connected. */
const everyHandle = 0x00;

/** Blocks of one answer; a chain that never ends is not waited for. */
const mostBlocks = 64;

export function createRl866Talk(line: AirLine, { timeoutMs }: AirSettings): Rl866Talk {
  const talk = createFramedLine(line, createRl866Framer(), () => undefined);
  let sequence = 0;
  let inStep = false;

  const send = async (
    command: number,
    data: readonly number[],
    fits: (data: Uint8Array) => boolean,
  ): Promise<AirResult<Uint8Array>> => {
    const inf = Uint8Array.of(command, ...data);
    const bytes = buildRl866({ rid: hostRid, pcb: sequence * pcb.sequence, inf });
    if (bytes === null) return failed('refused');
    sequence ^= 1;
    const parts: Uint8Array[] = [];
    const take = (frame: Rl866Frame): 'last' | 'more' | 'other' => {
      if ((frame.pcb & pcb.sBlock) !== 0) return 'other';
      if (parts.length === 0 && frame.inf[0] !== command) return 'other';
      if ((frame.pcb & pcb.chained) !== 0 && parts.length < mostBlocks) {
        parts.push(frame.inf);
        return 'more';
      }
      const answer = readAnswer(joined([...parts, frame.inf]));
      if (answer === null || (answer.status === 0 && !fits(answer.data))) {
        parts.length = 0;
        return 'other';
      }
      return 'last';
    };
    const result = await talk.ask({ bytes, take, timeoutMs });
    if (!result.ok) {
      inStep = false;
      return result;
    }
    const answer = readAnswer(joined(result.value.map((frame) => frame.inf)));
    if (answer === null) return failed('no-answer');
    if (answer.status === rl866Error.wrongSequence) inStep = false;
    if (answer.status === 0) return { ok: true, value: answer.data };
    const { failure, detail } = rl866Failure(answer.status);
    return failed(failure, detail);
  };

  const resync = async (): Promise<AirResult<null>> => {
    const bytes = buildRl866({ rid: hostRid, pcb: pcb.resync, inf: new Uint8Array() });
    if (bytes === null) return failed('refused');
    const take = (frame: Rl866Frame): 'last' | 'other' => (frame.pcb === pcb.resyncDone ? 'last' : 'other');
    const result = await talk.ask({ bytes, take, timeoutMs });
    if (!result.ok) return result;
    sequence = 0;
    inStep = true;
    return { ok: true, value: null };
  };

  return {
    resync,
    receive: (bytes) => talk.receive(bytes),
    lost: () => talk.lost(),
    async ask(command, data, fits) {
      if (!inStep) {
        const again = await resync();
        if (!again.ok) return again;
        const free = await send(rl866Command.disconnect, [everyHandle], ({ length }) => length === 0);
        // Where no tag was connected some answer an error; only silence matters.
        if (!free.ok && !inStep) return free;
      }
      return send(command, data, fits);
    },
  };
}

function joined(parts: readonly Uint8Array[]): Uint8Array {
  const [only] = parts;
  return parts.length === 1 && only !== undefined ? only : Uint8Array.from(Buffer.concat(parts));
}
