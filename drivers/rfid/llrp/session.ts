import type { AirLine, AirResult, SeenTag } from '../air.ts';
import { createExchange, failed } from '../exchange.ts';
import type { LlrpMessage } from './codec.ts';
import { loadLlrpCodec } from './codec.ts';
import { createLlrpFramer } from './framer.ts';
import { connectionAttempt, statusOf, tagsOf } from './reports.ts';

/** What a message is to the question with this id. */
export type Take = (message: LlrpMessage, id: number) => 'last' | 'more' | 'other';

/** Messages to and from one reader: the exchange, and what LLRP asks of a client besides. */
export interface LlrpSession {
  receive(bytes: Uint8Array): void;
  lost(): void;
  /** Waits for the reader's greeting, which is the first thing it says on a connection. */
  greeted(): Promise<AirResult<null>>;
  /** @param type of the request · @param extraMs more time than an answer takes by itself */
  ask(type: string, data: object, take: Take, extraMs?: number): Promise<AirResult<readonly LlrpMessage[]>>;
  /** A request that is answered by one response; `refused` or `unsupported` with LLRP's own word for it. */
  request(type: string, data: object): Promise<AirResult<LlrpMessage>>;
  /**
   * Gathers what comes between `work`'s own questions and is no answer to them, while it runs; otherwise reports are
   * told as unasked.
   */
  gathering<Value>(work: (reports: readonly LlrpMessage[]) => Promise<Value>): Promise<Value>;
}

export function createLlrpSession(line: AirLine, timeoutMs: number): LlrpSession {
  const loading = loadLlrpCodec();
  const framer = createLlrpFramer();
  const greeting = Promise.withResolvers<AirResult<null>>();
  let lastId = 0;
  let gathered: LlrpMessage[] | null = null;

  const acknowledge = async (): Promise<void> => {
    const bytes = (await loading)?.encode('KEEPALIVE_ACK', (lastId += 1), {});
    // A line that is broken says so elsewhere.
    if (bytes) await line.write(bytes).catch(() => undefined);
  };
  const exchange = createExchange<LlrpMessage>({
    write: (bytes) => line.write(bytes),
    onUnasked(message) {
      const attempt = connectionAttempt(message);
      if (attempt !== null)
        greeting.resolve(attempt === 'Success' ? { ok: true, value: null } : failed('refused', attempt));
      else if (message.type === 'KEEPALIVE') void acknowledge();
      else if (gathered !== null) gathered.push(message);
      else {
        const tags: readonly SeenTag[] = tagsOf(message);
        if (tags.length > 0) line.onTags(tags);
      }
    },
  });
  const end = (): void => {
    greeting.resolve(failed('line-lost'));
    exchange.lost();
  };

  const ask: LlrpSession['ask'] = async (type, data, take, extraMs = 0) => {
    const codec = await loading;
    if (codec === null) return failed('unsupported', 'llrpjs');
    const id = (lastId += 1);
    const bytes = codec.encode(type, id, data);
    if (bytes === null) return failed('refused', type);
    return exchange.ask({ bytes, take: (message) => take(message, id), timeoutMs: timeoutMs + extraMs });
  };

  /** Messages that come while the codec loads keep their order: all wait for the same promise. */
  const hear = async (frames: readonly Uint8Array[]): Promise<void> => {
    const codec = await loading;
    for (const frame of frames) {
      const message = codec?.decode(frame) ?? null;
      if (message !== null) exchange.receive(message);
    }
  };

  return {
    receive(bytes) {
      void hear(framer.push(bytes));
      if (!framer.broken) return;
      end();
      line.close?.();
    },
    lost: end,
    async gathering(work) {
      const reports: LlrpMessage[] = [];
      gathered = reports;
      const done = await work(reports);
      gathered = null;
      return done;
    },
    greeted: () => within(greeting.promise, timeoutMs),
    ask,
    async request(type, data) {
      const answer = await ask(type, data, (message, id) => (answers(message, type, id) ? 'last' : 'other'));
      if (!answer.ok) return answer;
      const [message] = answer.value;
      if (message === undefined) return failed('no-answer');
      return refusal(message) ?? { ok: true, value: message };
    },
  };
}

/** Whether this message is the response to the request of that type and id. */
export function answers(message: LlrpMessage, type: string, id: number): boolean {
  return message.id === id && (message.type === `${type}_RESPONSE` || message.type === 'ERROR_MESSAGE');
}

/** Why the reader did not do it, or null when it did. */
export function refusal(message: LlrpMessage): AirResult<never> | null {
  const status = statusOf(message);
  if (status === null || status === 'M_Success') return null;
  return failed(/Unsupported/u.test(status) ? 'unsupported' : 'refused', status);
}

async function within(promise: Promise<AirResult<null>>, ms: number): Promise<AirResult<null>> {
  const late = Promise.withResolvers<AirResult<null>>();
  const timer = setTimeout(() => late.resolve(failed('no-answer')), ms);
  const result = await Promise.race([promise, late.promise]);
  clearTimeout(timer);
  return result;
}
