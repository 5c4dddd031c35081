import type { AirLine, AirResult } from './air.ts';
import { failed, type Question } from './exchange.ts';
import { createFramedLine } from './framed-line.ts';
import type { Framer } from './resync.ts';

/** A conversation with a reader whose answers carry neither a number nor the tag they speak of. */
export interface Talk<Frame> {
  receive(bytes: Uint8Array): void;
  lost(): void;
  /** One task at a time, whole: nothing comes between choosing a tag and writing to it. */
  alone<Value>(task: () => Promise<Value>): Promise<Value>;
  /**
   * Asks once. After a question that got no answer the reader is first greeted: its greeting comes behind whatever
   * it still had to say, so a late answer is never taken for this question's.
   */
  ask(question: Question<Frame>): Promise<AirResult<readonly Frame[]>>;
  /** Asks at once, without the greeting. */
  askNow(question: Question<Frame>): Promise<AirResult<readonly Frame[]>>;
  /** Bytes so far that were part of no frame. More of them during an answer of several frames: one may be missing. */
  strayBytes(): number;
}

export interface TalkOptions<Frame> {
  readonly line: AirLine;
  readonly framer: Framer<Frame>;
  /** Bytes of a frame on the line. */
  readonly sizeOf: (frame: Frame) => number;
  /** A harmless question that every reader of the family answers. */
  readonly greeting: Question<Frame>;
  readonly onUnasked: (frame: Frame) => void;
}

export function createTalk<Frame>({
  line,
  framer,
  sizeOf,
  greeting,
  onUnasked,
}: TalkOptions<Frame>): Talk<Frame> {
  let stray = 0;
  const counted = (arrived: number, frames: Frame[]): Frame[] => {
    stray += frames.reduce((rest, frame) => rest - sizeOf(frame), arrived);
    return frames;
  };
  const framed = createFramedLine<Frame>(
    line,
    {
      push: (bytes) => counted(bytes.length, framer.push(bytes)),
      quiet: () => counted(0, framer.quiet()),
      get held() {
        return framer.held;
      },
    },
    onUnasked,
  );
  let last: Promise<unknown> = Promise.resolve();
  let answerOwed = false;

  const askNow = async (question: Question<Frame>): Promise<AirResult<readonly Frame[]>> => {
    const answer = await framed.ask(question);
    answerOwed = !answer.ok && answer.failure === 'no-answer';
    return answer;
  };

  return {
    receive: (bytes) => framed.receive(bytes),
    lost: () => framed.lost(),
    alone(task) {
      const done = last.then(task);
      last = done.catch(() => undefined);
      return done;
    },
    async ask(question) {
      if (answerOwed) {
        const greeted = await askNow(greeting);
        if (!greeted.ok) return greeted;
      }
      return askNow(question);
    },
    askNow,
    strayBytes: () => stray - framer.held,
  };
}

/** Does what changes nothing once more when the exchange failed on the wire or on air. */
export async function onceMore<Value>(act: () => Promise<AirResult<Value>>): Promise<AirResult<Value>> {
  const first = await act();
  if (first.ok || (first.failure !== 'no-answer' && first.failure !== 'weak')) return first;
  return act();
}

/** The only frame of an answer that has one. */
export function onlyFrame<Frame>(answer: AirResult<readonly Frame[]>): AirResult<Frame> {
  if (!answer.ok) return answer;
  const frame = answer.value.at(-1);
  return frame === undefined ? failed('no-answer') : { ok: true, value: frame };
}
