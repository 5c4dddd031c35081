import {
  beginsAutomaticStatus,
  isPlainStatusByte,
  isStatusAnswer,
  readAutomaticStatus,
  readStatusAnswer,
  statusFromAutomatic,
} from './status.ts';
import type { PrinterStatus, StatusAnswer, StatusQuestion } from './status.ts';

/** Something a printer said. */
export type StatusEvent =
  | { readonly kind: 'answer'; readonly answer: StatusAnswer }
  /** Answer to the question that waited its turn. */
  | { readonly kind: 'turn' }
  /** Sent unasked because something changed. */
  | { readonly kind: 'automatic'; readonly status: PrinterStatus };

export interface StatusReader {
  /** Says which question is on its way: the answers themselves do not tell. Replaces an unanswered one. */
  ask(question: StatusQuestion): void;
  /** The question was given up; a late answer is then nobody's and is dropped. */
  giveUp(): void;
  askTurn(): void;
  /** Takes bytes as they come, in any portions. Bytes that mean nothing (flow control, noise) are dropped. */
  push(bytes: Uint8Array): readonly StatusEvent[];
}

/** Tells real-time answers, automatic messages and turn answers apart although they arrive interleaved. */
export function createStatusReader(): StatusReader {
  let question: StatusQuestion | null = null;
  let turnAsked = false;
  let automatic: number[] = [];

  const take = (byte: number): StatusEvent | null => {
    if (isStatusAnswer(byte, question)) {
      if (question === null) return null;
      const answer = readStatusAnswer(question, byte);
      question = null;
      return { kind: 'answer', answer };
    }
    if (beginsAutomaticStatus(byte)) {
      automatic = [byte];
      return null;
    }
    if (!isPlainStatusByte(byte)) return null;
    const [first, second, third] = automatic;
    if (first === undefined) {
      if (!turnAsked) return null;
      turnAsked = false;
      return { kind: 'turn' };
    }
    if (second === undefined || third === undefined) {
      automatic.push(byte);
      return null;
    }
    automatic = [];
    return {
      kind: 'automatic',
      status: statusFromAutomatic(readAutomaticStatus([first, second, third, byte])),
    };
  };

  return {
    ask(asked) {
      question = asked;
    },
    giveUp() {
      question = null;
    },
    askTurn() {
      turnAsked = true;
    },
    push: (bytes) => [...bytes].map(take).filter((event) => event !== null),
  };
}
