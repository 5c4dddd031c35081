import type { Exchange } from '../rfid/exchange.ts';
import { buildFeigRequest, type FeigFrame } from '../rfid/feig/codec.ts';
import { buildNotificationAck } from '../rfid/feig/notification.ts';
import { feigCommand, feigStatus } from '../rfid/feig/numbers.ts';

export interface PollOptions {
  readonly exchange: Exchange<FeigFrame>;
  readonly address: number;
  readonly pollMs: number;
  readonly timeoutMs: number;
  /** An answer to "read buffer". Told before the gate is asked to forget it. */
  readonly onAnswer: (frame: FeigFrame) => void;
  readonly onSilence: () => void;
}

/** Records asked for at once; the gate sends as many as it has. */
const dataSets = 20;

/**
 * Asks a gate for its records, over and over. "Clear buffer" makes it forget those that were read last (FEIG manual
 * H40801-5e p. 14), so an answer that got lost is read again.
 * @returns ends it
 */
export function startPolling(options: PollOptions): () => void {
  const { exchange, address, pollMs, timeoutMs } = options;
  const read =
    buildFeigRequest({
      address,
      command: feigCommand.readBuffer,
      data: Uint8Array.of(0, dataSets),
      advanced: true,
    }) ?? new Uint8Array();
  let ended = false;
  let timer: NodeJS.Timeout | undefined;

  const answerTo =
    (command: number) =>
    (frame: FeigFrame): 'last' | 'other' =>
      frame.command === command ? 'last' : 'other';

  const poll = async (): Promise<void> => {
    const asked = await exchange.ask({ bytes: read, take: answerTo(feigCommand.readBuffer), timeoutMs });
    if (ended) return;
    const frame = asked.ok ? asked.value[0] : undefined;
    if (frame === undefined) {
      options.onSilence();
    } else {
      options.onAnswer(frame);
      if (frame.status !== feigStatus.noData) {
        const clear = buildNotificationAck(address);
        await exchange.ask({ bytes: clear, take: answerTo(feigCommand.clearBuffer), timeoutMs });
      }
    }
    if (!ended) timer = setTimeout(() => void poll(), pollMs);
  };
  void poll();

  return () => {
    ended = true;
    clearTimeout(timer);
  };
}
