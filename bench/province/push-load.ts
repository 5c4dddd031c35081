import { text } from 'node:stream/consumers';
import {
  helloResponseSchema,
  paths,
  protocolVersion,
  pushResponseSchema,
} from '../../contract/sync/protocol.ts';
import type { PushLine } from '../../contract/sync/protocol.ts';
import { genesisHash } from '../../domain/facts/fact.ts';
import type { ProvinceLine } from '../../main/sync/province-line.ts';
import { provinceLine } from '../../main/sync/province-line.ts';
import type { StationKey } from '../../main/sync/station-key.ts';
import { incarnation } from './traffic.ts';

/** A station that sends: its name, its key and what is in its journal. */
export interface Sender {
  readonly name: string;
  readonly key: StationKey;
  readonly journal: readonly PushLine[];
}

export interface PushLoad {
  readonly factsPerSecond: number;
  /** Of each push, ms. */
  readonly latencies: readonly number[];
}

/** A push that takes longer than this is not a slow one but a broken one. */
const patience = 60_000;

/** Every station greets, so that the province knows it as one that calls. Returns the head of the feed then. */
export async function greetAll(url: string, senders: readonly Sender[]): Promise<number> {
  const line = provinceLine(url, null);
  let head = 0;
  for (const sender of senders) {
    const body = JSON.stringify({
      station: sender.name,
      inc: incarnation,
      app: 'bench',
      protocol: protocolVersion,
      epoch: null,
      cursor: 0,
      journal: { seq: 0, hash: genesisHash },
      now: new Date().toISOString(),
    });
    const answer = await post(line, sender, paths.hello, 'application/json', body);
    ({ head } = helloResponseSchema.parse(JSON.parse(answer)));
  }
  return head;
}

/**
 * All journals in batches of `batch`, `atOnce` requests at a time over lines that stay open, each station's one after
 * the other and the stations in turn.
 */
export async function pushAll(
  url: string,
  senders: readonly Sender[],
  { batch, atOnce }: { readonly batch: number; readonly atOnce: number },
): Promise<PushLoad> {
  const line = provinceLine(url, null);
  const latencies: number[] = [];
  let facts = 0;
  const waiting = senders.map((sender) => ({ sender, sent: 0 }));
  const work = async (): Promise<void> => {
    for (let turn = waiting.shift(); turn; turn = waiting.shift()) {
      const { sender, sent } = turn;
      const lines = sender.journal.slice(sent, sent + batch);
      const body = lines.map((one) => `${JSON.stringify(one)}\n`).join('');
      const began = performance.now();
      const target = paths.journal(sender.name, incarnation);
      const answer = await post(line, sender, target, 'application/x-ndjson', body);
      latencies.push(performance.now() - began);
      const { acked } = pushResponseSchema.parse(JSON.parse(answer));
      if (acked.seq !== sent + lines.length) throw new Error(`${sender.name}: ${acked.seq} were taken in`);
      facts += lines.length;
      if (acked.seq < sender.journal.length) waiting.push({ sender, sent: acked.seq });
    }
  };
  const began = performance.now();
  await Promise.all(Array.from({ length: atOnce }, work));
  return { factsPerSecond: (facts * 1000) / (performance.now() - began), latencies };
}

async function post(
  line: ProvinceLine,
  { key }: Sender,
  target: string,
  type: string,
  body: string,
): Promise<string> {
  const proof = key.sign({ method: 'POST', target, body }, Date.now());
  const request = { method: 'POST', target, headers: { ...proof, 'content-type': type }, body } as const;
  const response = await line.send(request, AbortSignal.timeout(patience));
  const answer = await text(response);
  if (response.statusCode !== 200) throw new Error(`${target}: ${response.statusCode} ${answer}`);
  return answer;
}
