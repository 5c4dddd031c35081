import type { AirFailure, AirResult } from './air.ts';

/** One question to a reader. */
export interface Question<Frame> {
  readonly bytes: Uint8Array;
  /** What a frame is to this question: its last or only answer, a part with more to come, or nothing to do with it. */
  readonly take: (frame: Frame) => 'last' | 'more' | 'other';
  /** Longest silence before the first answer and between its parts (ms). */
  readonly timeoutMs: number;
}

/** Half-duplex talk with one reader: one question at a time, in the order they were put. */
export interface Exchange<Frame> {
  /** The frames of the answer, in order. `no-answer` after silence, `line-lost` when the line broke. */
  ask(question: Question<Frame>): Promise<AirResult<readonly Frame[]>>;
  /** A frame that came in. What no question waits for goes to `onUnasked`. */
  receive(frame: Frame): void;
  /** Ends the question under way, those waiting and all later ones with `line-lost`. */
  lost(): void;
}

export interface ExchangeOptions<Frame> {
  /** Rejects when the line breaks first. */
  readonly write: (bytes: Uint8Array) => Promise<void>;
  /** Notifications, and answers that came too late. */
  readonly onUnasked: (frame: Frame) => void;
}

interface Waiting<Frame> {
  readonly question: Question<Frame>;
  readonly resolve: (result: AirResult<readonly Frame[]>) => void;
  readonly parts: Frame[];
}

/** @returns an exchange that never throws: a write that rejects is a line that is lost for this question. */
export function createExchange<Frame>({ write, onUnasked }: ExchangeOptions<Frame>): Exchange<Frame> {
  const waiting: Waiting<Frame>[] = [];
  let current: Waiting<Frame> | null = null;
  let timer: NodeJS.Timeout | undefined;
  let gone = false;

  const finish = (asked: Waiting<Frame>, result: AirResult<readonly Frame[]>): void => {
    if (current !== asked) return;
    clearTimeout(timer);
    current = null;
    asked.resolve(result);
    next();
  };
  const watch = (asked: Waiting<Frame>): void => {
    clearTimeout(timer);
    timer = setTimeout(() => finish(asked, failed('no-answer')), asked.question.timeoutMs);
  };
  const next = (): void => {
    if (current !== null) return;
    const asked = waiting.shift();
    if (asked === undefined) return;
    current = asked;
    watch(asked);
    write(asked.question.bytes).catch(() => finish(asked, failed('line-lost')));
  };

  return {
    ask: (question) =>
      new Promise((resolve) => {
        if (gone) return resolve(failed('line-lost'));
        waiting.push({ question, resolve, parts: [] });
        next();
      }),
    receive(frame) {
      const asked = current;
      const role = asked?.question.take(frame) ?? 'other';
      if (asked === null || role === 'other') return onUnasked(frame);
      asked.parts.push(frame);
      if (role === 'last') finish(asked, { ok: true, value: asked.parts });
      else watch(asked);
    },
    lost() {
      gone = true;
      clearTimeout(timer);
      const ended = current === null ? waiting.splice(0) : [current, ...waiting.splice(0)];
      current = null;
      for (const asked of ended) asked.resolve(failed('line-lost'));
    },
  };
}

/** @param detail the reader's own code, or null */
export function failed(failure: AirFailure, detail: string | null = null): AirResult<never> {
  return { ok: false, failure, detail };
}
