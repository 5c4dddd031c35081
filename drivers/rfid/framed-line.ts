import type { AirLine } from './air.ts';
import { createExchange, type Exchange } from './exchange.ts';
import type { Framer } from './resync.ts';

/**
 * Longest pause inside one frame (ms): a serial converter holds bytes back for 16 ms, a device server in a network for
 * somewhat longer.
 */
const quietMs = 80;

export interface FramedLine<Frame> {
  readonly ask: Exchange<Frame>['ask'];
  receive(bytes: Uint8Array): void;
  lost(): void;
}

/** Talk with a reader in frames: what the line brings goes through the framer to the question that waits. */
export function createFramedLine<Frame>(
  line: AirLine,
  framer: Framer<Frame>,
  onUnasked: (frame: Frame) => void,
): FramedLine<Frame> {
  const exchange = createExchange<Frame>({ write: (bytes) => line.write(bytes), onUnasked });
  let timer: NodeJS.Timeout | undefined;

  const pass = (frames: readonly Frame[]): void => {
    for (const frame of frames) exchange.receive(frame);
  };
  return {
    ask: (question) => exchange.ask(question),
    receive(bytes) {
      clearTimeout(timer);
      pass(framer.push(bytes));
      if (framer.held > 0) timer = setTimeout(() => pass(framer.quiet()), quietMs);
    },
    lost() {
      clearTimeout(timer);
      exchange.lost();
    },
  };
}
