import { setTimeout as delay } from 'node:timers/promises';
import type { AirLine, AirResult, AirSettings, SeenTag, UhfAir } from '../air.ts';
import type { Question } from '../exchange.ts';
import { failed } from '../exchange.ts';
import { readInParts, writeInParts, type WordRange } from '../gen2.ts';
import { createTalk, onceMore, onlyFrame } from '../talk.ts';
import { failure, failureCode, readDone, readNotice, readText, refusal, type M100Done } from './answers.ts';
import { command, createM100Framer, encodeM100, type M100Frame } from './codec.ts';
import { askInfo, changeEas, kind, pollMany, read, select, write } from './commands.ts';
import { applySetup, type M100Setup } from './setup.ts';

interface M100Options extends M100Setup {
  /** An inventory ends when this long brought no new tag (ms). Default 120: several rounds of 16 slots. */
  readonly settleMs?: number | undefined;
}

const defaultSettleMs = 120;
/** Looks for new tags before an inventory ends in any case. */
const mostLooks = 16;
/** More rounds than fit into the longest inventory; a reader that nobody stops ends by itself. */
const pollRounds = 2_000;

/** M100, R200, YRM100 and JRD-4035 modules. */
export function createM100Air(options: M100Options = {}): (line: AirLine, settings: AirSettings) => UhfAir {
  return (line, settings) => createAir(line, settings, options);
}

function createAir(line: AirLine, settings: AirSettings, options: M100Options): UhfAir {
  const { timeoutMs, accessPassword } = settings;
  const settleMs = options.settleMs ?? defaultSettleMs;
  let polling: Map<string, SeenTag> | null = null;

  /** A question with one answer. `15` is a poll's: one that comes now is left over from before. */
  const question = (code: number, bytes: Uint8Array): Question<M100Frame> => ({
    bytes,
    timeoutMs,
    take(frame) {
      const reason = failureCode(frame);
      if (reason !== null) return reason === failure.inventory ? 'other' : 'last';
      return frame.type === 'response' && frame.command === code ? 'last' : 'other';
    },
  });
  const info = (of: number): Question<M100Frame> => question(command.info, askInfo(of));

  const talk = createTalk({
    line,
    framer: createM100Framer(),
    sizeOf: ({ parameter }) => parameter.length + 7,
    greeting: info(kind.hardware),
    onUnasked(frame) {
      const tag = readNotice(frame);
      if (tag === null) return;
      if (polling === null) line.onTags([tag]);
      else polling.set(tag.address, tag);
    },
  });

  const obeyed = async (asked: Question<M100Frame>): Promise<AirResult<M100Frame>> => {
    const answer = onlyFrame(await talk.ask(asked));
    if (!answer.ok) return answer;
    const reason = failureCode(answer.value);
    return reason === null ? answer : refusal(reason);
  };
  const stop = (): Promise<AirResult<readonly M100Frame[]>> =>
    talk.askNow(question(command.stop, encodeM100('command', command.stop)));

  /** Rounds of polling until nothing new comes. */
  const list = async (): Promise<AirResult<readonly SeenTag[]>> => {
    const tags = new Map<string, SeenTag>();
    polling = tags;
    const first = onlyFrame(
      await talk.ask({
        bytes: pollMany(pollRounds),
        timeoutMs,
        take: (frame) => (readNotice(frame) === null && failureCode(frame) === null ? 'other' : 'last'),
      }),
    );
    if (first.ok) {
      const reason = failureCode(first.value);
      const tag = readNotice(first.value);
      if (tag !== null) tags.set(tag.address, tag);
      if (reason !== null && reason !== failure.inventory) {
        polling = null;
        return refusal(reason);
      }
      let known = -1;
      for (let look = 0; look < mostLooks && known !== tags.size; look += 1) {
        known = tags.size;
        await delay(settleMs);
      }
    }
    // Also without an answer: firmware that is silent about empty rounds acknowledges this.
    const stopped = await stop();
    polling = null;
    return stopped.ok ? { ok: true, value: [...tags.values()] } : stopped;
  };

  /** A command to the tag that was selected just before. A tag that did not answer is looked for. */
  const toTag = async (epc: string, code: number, bytes: Uint8Array): Promise<AirResult<M100Done>> => {
    const selected = await obeyed(question(command.select, select(epc)));
    if (!selected.ok) return selected;
    const answer = await obeyed(question(code, bytes));
    if (answer.ok) {
      const done = readDone(answer.value);
      return done === null ? failed('refused') : { ok: true, value: done };
    }
    if (answer.failure !== 'no-tag') return answer;
    const there = await list();
    if (!there.ok) return there;
    return there.value.some(({ address }) => address === epc) ? failed('weak', answer.detail) : answer;
  };
  const readPart = async (epc: string, part: WordRange): Promise<AirResult<Uint8Array>> => {
    const result = await toTag(epc, command.read, read(part, accessPassword));
    if (!result.ok) return result;
    // Another tag's words are worse than none.
    return result.value.epc === epc ? { ok: true, value: result.value.rest } : failed('weak');
  };
  const done = (result: AirResult<unknown>): AirResult<null> =>
    result.ok ? { ok: true, value: null } : result;

  return {
    technology: 'uhf',
    timeoutMs,
    receive: (bytes) => talk.receive(bytes),
    lost: () => talk.lost(),
    identify: () =>
      talk.alone(async () => {
        const hardware = onlyFrame(await talk.askNow(info(kind.hardware)));
        if (!hardware.ok) return hardware;
        const software = await obeyed(info(kind.software));
        // Polling that a program before us left on would fill the line.
        const stopped = await stop();
        if (!stopped.ok) return stopped;
        const ready = await applySetup(options, obeyed, question);
        if (!ready.ok) return ready;
        return {
          ok: true,
          value: {
            model: readText(hardware.value),
            firmware: software.ok ? readText(software.value) : '',
            serial: '',
          },
        };
      }),
    inventory: () => talk.alone(() => onceMore(list)),
    readWords: (epc, bank, first, count) =>
      talk.alone(() => readInParts({ bank, first, count }, (part) => onceMore(() => readPart(epc, part)))),
    writeWords: (epc, bank, first, bytes) =>
      talk.alone(() =>
        writeInParts(first, bytes, async (word, part) =>
          done(await toTag(epc, command.write, write(bank, word, part, accessPassword))),
        ),
      ),
    writeEas: (epc, on) =>
      talk.alone(async () => done(await toTag(epc, command.eas, changeEas(on, accessPassword)))),
  };
}
