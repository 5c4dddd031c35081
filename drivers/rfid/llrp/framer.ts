/** Header of every message: 3 reserved bits, 3 of version, 10 of type, 32 of length, 32 of id (LLRP 1.0.1 §8). */
const headerLength = 10;

/** Far above a report of a thousand tags; a length beyond it is no length. */
const longestMessage = 1_048_576;

/** Message types of LLRP 1.0.1 and 1.1 lie in 1 … 72 (KEEPALIVE_ACK), with ERROR_MESSAGE and CUSTOM_MESSAGE apart. */
const lastPlainType = 72;
const errorMessage = 100;
const customMessage = 1_023;

/** 1.0.1, 1.1 and 2.0. */
const lastVersion = 3;

export interface LlrpFramer {
  /** Bytes in, whole messages out. Never throws. */
  push(bytes: Uint8Array): readonly Uint8Array[];
  /**
   * A header could not be one. The stream has no mark to begin again at, so nothing more is read: only a new
   * connection helps.
   */
  readonly broken: boolean;
}

/** Cuts what comes from an LLRP reader into messages by the length in their headers. */
export function createLlrpFramer(): LlrpFramer {
  let chunks: Uint8Array[] = [];
  let held = 0;
  /** Bytes that must be there before there is something to do. */
  let wanted = headerLength;
  let broken = false;

  return {
    get broken() {
      return broken;
    },
    push(bytes) {
      if (broken) return [];
      chunks.push(Uint8Array.from(bytes));
      held += bytes.length;
      if (held < wanted) return [];
      const all = chunks.length === 1 && chunks[0] !== undefined ? chunks[0] : Buffer.concat(chunks);
      const view = new DataView(all.buffer, all.byteOffset, all.length);
      const messages: Uint8Array[] = [];
      let from = 0;
      wanted = headerLength;
      while (all.length - from >= headerLength) {
        const length = possibleLength(view, from);
        if (length === null) {
          broken = true;
          chunks = [];
          return messages;
        }
        if (all.length - from < length) {
          wanted = length;
          break;
        }
        messages.push(all.subarray(from, from + length));
        from += length;
      }
      chunks = from < all.length ? [Uint8Array.from(all.subarray(from))] : [];
      held = all.length - from;
      return messages;
    },
  };
}

/** The length of the message whose header begins at `from`, or null when that is no header. */
function possibleLength(view: DataView, from: number): number | null {
  const first = view.getUint16(from);
  const reserved = first >> 13;
  const version = (first >> 10) & 0x07;
  const type = first & 0x03ff;
  const length = view.getUint32(from + 2);
  const isType = (type >= 1 && type <= lastPlainType) || type === errorMessage || type === customMessage;
  const isVersion = reserved === 0 && version >= 1 && version <= lastVersion;
  return isVersion && isType && length >= headerLength && length <= longestMessage ? length : null;
}
