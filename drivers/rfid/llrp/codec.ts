/** An LLRP message. `data` in the JSON form of llrpjs: parameters by name, a list where one comes several times. */
export interface LlrpMessage {
  /** `RO_ACCESS_REPORT` … */
  readonly type: string;
  readonly id: number;
  readonly data: unknown;
}

/** LLRP 1.0.1 to and from bytes. Neither function throws. */
export interface LlrpCodec {
  /** Null when `data` does not fit the message. */
  encode(type: string, id: number, data: object): Uint8Array | null;
  /** Null when these bytes are no message of LLRP 1.0.1, or hold a parameter it does not know. */
  decode(bytes: Uint8Array): LlrpMessage | null;
}

/** What is used of llrpjs 1.0.1. All of it throws, by exceptions of many kinds. */
interface LibraryMessage {
  encode(): LibraryMessage;
  decode(): LibraryMessage;
  getBuffer(): Uint8Array;
  toLLRPData(): LlrpMessage;
}

type LibraryMessageClass = new (from: Uint8Array | LlrpMessage) => LibraryMessage;

/** Loads llrpjs, which only a station with such a reader needs. Null where it cannot be loaded. */
export async function loadLlrpCodec(): Promise<LlrpCodec | null> {
  const Message = await libraryMessage();
  if (Message === null) return null;
  return {
    encode: (type, id, data) => orNull(() => new Message({ type, id, data }).encode().getBuffer()),
    decode: (bytes) => orNull(() => new Message(Buffer.from(bytes)).decode().toLLRPData()),
  };
}

async function libraryMessage(): Promise<LibraryMessageClass | null> {
  try {
    // Its types are its sources, which compile neither strictly nor under TypeScript 7: the built file is named instead.
    // @ts-expect-error -- it has no types
    const library: unknown = await import('llrpjs/dist/src/index.js');
    if (typeof library !== 'object' || library === null) return null;
    const found: unknown = Reflect.get(library, 'LLRPMessage');
    return isMessageClass(found) ? found : null;
  } catch {
    return null;
  }
}

function isMessageClass(value: unknown): value is LibraryMessageClass {
  return typeof value === 'function';
}

function orNull<Value>(attempt: () => Value): Value | null {
  try {
    return attempt();
  } catch {
    return null;
  }
}
