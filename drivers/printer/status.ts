/** What a printer says about itself, whichever way it said it. */
export interface PrinterStatus {
  readonly online: boolean;
  readonly paper: 'ok' | 'near-end' | 'out';
  readonly cover: 'closed' | 'open';
  /** Cutter jam, or an error that is recoverable or not. */
  readonly error: boolean;
  /** Pin 3 of the drawer connector is high. Whether that is open or closed depends on the drawer. */
  readonly drawerHigh: boolean;
}

/** `DLE EOT n`: 1 printer, 2 cause of being offline, 3 cause of an error, 4 paper sensors. */
export type StatusQuestion = 1 | 2 | 3 | 4;

/** One bit table of `reference/devices.md` §6.1 read from one `DLE EOT` answer. */
export type StatusAnswer =
  | { readonly question: 1; readonly drawerHigh: boolean; readonly offline: boolean; readonly feed: boolean }
  | {
      readonly question: 2;
      readonly coverOpen: boolean;
      readonly feed: boolean;
      readonly paperEndStop: boolean;
      readonly error: boolean;
    }
  | {
      readonly question: 3;
      readonly cutter: boolean;
      readonly unrecoverable: boolean;
      readonly autoRecoverable: boolean;
    }
  | { readonly question: 4; readonly nearEnd: boolean; readonly paperEnd: boolean };

/** The four bytes of an automatic status message, decoded. */
export interface AutomaticStatus {
  readonly drawerHigh: boolean;
  readonly offline: boolean;
  readonly coverOpen: boolean;
  readonly feed: boolean;
  readonly cutter: boolean;
  readonly unrecoverable: boolean;
  readonly autoRecoverable: boolean;
  readonly nearEnd: boolean;
  readonly paperEnd: boolean;
}

/** The bytes that ask. They are answered at once, ahead of anything still waiting to be printed. */
export function statusQuestion(question: StatusQuestion): Uint8Array {
  return Uint8Array.of(0x10, 0x04, question);
}

/**
 * `GS r 1`: a question that waits its turn behind everything sent before it, so its answer says that the printer
 * has got that far. (`DLE EOT` overtakes: its answer says nothing about a slip that is still in the buffer.)
 */
export const turnQuestion = Uint8Array.of(0x1d, 0x72, 0x01);

/**
 * `GS a`: tell unasked when the drawer, paper, cover or an error changes. It is the only word that gets out of a
 * printer whose receive buffer is full.
 */
export const automaticStatusOn = Uint8Array.of(0x1d, 0x61, 0x0f);

/** `DLE EOT` answers are 0xx1xx10. HS-K33 clones also set bit 7 of answer 1, for "paper not torn off". */
export function isStatusAnswer(byte: number, question: StatusQuestion | null): boolean {
  return (byte & (question === 1 ? 0x13 : 0x93)) === 0x12;
}

/** Automatic status messages begin with 0xx1xx00; their other three bytes are 0xx0xxxx. */
export function beginsAutomaticStatus(byte: number): boolean {
  return (byte & 0x93) === 0x10;
}

/** The answer to `GS r`, and bytes two to four of an automatic status message: 0xx0xxxx. */
export function isPlainStatusByte(byte: number): boolean {
  return (byte & 0x90) === 0;
}

export function readStatusAnswer(question: StatusQuestion, byte: number): StatusAnswer {
  const bit = (mask: number): boolean => (byte & mask) !== 0;
  switch (question) {
    case 1:
      return { question, drawerHigh: bit(0x04), offline: bit(0x08), feed: bit(0x40) };
    case 2:
      return {
        question,
        coverOpen: bit(0x04),
        feed: bit(0x08),
        paperEndStop: bit(0x20),
        error: bit(0x40),
      };
    case 3:
      return { question, cutter: bit(0x08), unrecoverable: bit(0x20), autoRecoverable: bit(0x40) };
    case 4:
      return { question, nearEnd: bit(0x0c), paperEnd: bit(0x60) };
  }
}

export function readAutomaticStatus(bytes: readonly [number, number, number, number]): AutomaticStatus {
  const [first, second, third] = bytes;
  return {
    drawerHigh: (first & 0x04) !== 0,
    offline: (first & 0x08) !== 0,
    coverOpen: (first & 0x20) !== 0,
    feed: (first & 0x40) !== 0,
    cutter: (second & 0x08) !== 0,
    unrecoverable: (second & 0x20) !== 0,
    autoRecoverable: (second & 0x40) !== 0,
    nearEnd: (third & 0x03) !== 0,
    paperEnd: (third & 0x0c) !== 0,
  };
}

/** What the answers add up to; a question the printer left unanswered counts as no complaint. */
export function statusFromAnswers(answers: readonly StatusAnswer[]): PrinterStatus {
  const anyOf = (complains: (answer: StatusAnswer) => boolean): boolean => answers.some(complains);
  return {
    online: !anyOf((answer) => answer.question === 1 && answer.offline),
    paper: paper(
      anyOf((a) => (a.question === 2 && a.paperEndStop) || (a.question === 4 && a.paperEnd)),
      anyOf((answer) => answer.question === 4 && answer.nearEnd),
    ),
    cover: anyOf((answer) => answer.question === 2 && answer.coverOpen) ? 'open' : 'closed',
    error: anyOf(
      (a) =>
        (a.question === 2 && a.error) ||
        (a.question === 3 && (a.cutter || a.unrecoverable || a.autoRecoverable)),
    ),
    drawerHigh: anyOf((answer) => answer.question === 1 && answer.drawerHigh),
  };
}

export function statusFromAutomatic(message: AutomaticStatus): PrinterStatus {
  return {
    online: !message.offline,
    paper: paper(message.paperEnd, message.nearEnd),
    cover: message.coverOpen ? 'open' : 'closed',
    error: message.cutter || message.unrecoverable || message.autoRecoverable,
    drawerHigh: message.drawerHigh,
  };
}

function paper(end: boolean, nearEnd: boolean): PrinterStatus['paper'] {
  if (end) return 'out';
  return nearEnd ? 'near-end' : 'ok';
}
