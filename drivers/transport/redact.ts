/** Hides what may be a person in the bytes of one direction of a line, however they are cut into pieces. */
export interface Redaction {
  /** The next piece, masked. */
  next(bytes: Uint8Array): Uint8Array;
}

const zero = 0x30;
const nine = 0x39;
const separator = 0x7c;
const end = 0x0d;
const masked = 0x2a;
/** A citizen's number has 12 digits, an old identity card 9, a health card 10 after its letters. */
const digitsOfAPerson = 9;
/** Digits at the end of a long number that stay, so that two readings can be told apart. */
const digitsShown = 3;
/** The QR of a citizen's card has less than 300 bytes; a scanner without a suffix never says where it ends. */
const longestCard = 512;

/**
 * Masks runs of nine digits and more but for the last three, and what follows the `|` behind such a run up to the end
 * of the line: a citizen's or health card. A run that may go on in the next piece is masked until it is known.
 */
export function createRedaction(): Redaction {
  /** Digits in a row so far. */
  let run = 0;
  /** Bytes that may still belong to a card. */
  let card = 0;

  return {
    next(bytes) {
      const shown = Uint8Array.from(bytes);
      /** Where the run began in this piece. */
      let from = 0;
      for (const [at, byte] of bytes.entries()) {
        if (byte >= zero && byte <= nine) {
          if (run === 0) from = at;
          run += 1;
        } else {
          if (run >= digitsOfAPerson) shown.fill(masked, from, Math.max(from, at - digitsShown));
          if (card === 0 && byte === separator && run >= digitsOfAPerson) card = longestCard;
          run = 0;
        }
        if (card === 0) continue;
        card = byte === end ? 0 : card - 1;
        if (byte !== separator && byte >= 0x20) shown[at] = masked;
      }
      if (run > 0) shown.fill(masked, from);
      return shown;
    },
  };
}
