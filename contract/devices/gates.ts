/** How gates, relays, turnstiles and card readers are set up; what each setting means is told once, here. */
import { z } from 'zod';

const byte = z.number().int().min(0).max(0xff);
const word = z.number().int().min(0).max(0xff_ff);
const milliseconds = z.number().int().min(0).max(3_600_000);
const wait = z.number().int().min(50).max(120_000);

const direction = z.enum(['in', 'out']);
export type GateDirection = z.infer<typeof direction>;

/** A number inside a frame's data: `offset` from the first byte after STATUS. */
const counterField = z.object({ offset: byte, bytes: z.union([z.literal(1), z.literal(2), z.literal(4)]) });

/**
 * `notification`: the gate calls this computer and sends its alarms (transport `listen`). `polled`: this computer asks
 * for them (transport `tcp` or `serial`).
 */
const gateMode = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('notification'),
    /** Address of the one gate that may call; null: whoever calls is the gate. */
    peer: z.string().max(255).nullable(),
    /** The gate is set to wait for acknowledgements (CFG49, ACK). */
    acknowledge: z.boolean(),
    /** After so much silence it is called silent; null where it is not set to send keep-alives. */
    keepAliveMs: milliseconds.nullable(),
  }),
  z.object({ kind: z.literal('polled'), pollMs: wait, timeoutMs: wait }),
]);

export const gateFields = {
  kind: z.literal('gate'),
  mode: gateMode,
  /** Bus address; 255 reaches any. */
  address: byte,
  /**
   * Which way is which, as the gate was mounted. `record`: the numbers of the direction byte in its records, where it
   * sends one; `antennas`: by antenna otherwise. Empty: no direction is told.
   */
  directions: z.object({
    record: z.object({ in: byte, out: byte }).nullable(),
    antennas: z
      .array(z.object({ antenna: byte, direction }))
      .max(16)
      .readonly(),
  }),
  /** A tag that was seen again within this time is still the same alarm. */
  quietMs: z.number().int().min(5_000).max(600_000),
  /**
   * Where people counters stand. FEIG publishes no layout (reference/devices.md §2.1, §10): only a site that found out
   * its own sets this, and without it nothing is counted. `ask`: how often a polled gate is asked, with this request
   * data in hex; null: it tells by itself.
   */
  counters: z
    .object({
      command: byte,
      in: counterField,
      out: counterField,
      lowByteFirst: z.boolean(),
      ask: z.object({ everyMs: wait, data: z.string().regex(/^([0-9A-Fa-f]{2}){0,64}$/) }).nullable(),
    })
    .nullable(),
};

const carriage = z.enum(['rtu', 'tcp']);
const unit = z.number().int().min(0).max(255);

const relayDrive = z.discriminatedUnion('kind', [
  /** On a `hid` transport. `serial`: the five characters of its own number, or null when any will do. */
  z.object({
    kind: z.literal('usb-hid'),
    variant: z.enum(['usbrelay', 'ucreate']),
    serial: z.string().max(5).nullable(),
  }),
  /** On a `serial` transport, 9600 baud as delivered. */
  z.object({ kind: z.literal('lcus') }),
  /** `firstCoil` is the address in the frame (from 0) of channel 1; the others follow. */
  z.object({ kind: z.literal('modbus'), carriage, unit, firstCoil: word, timeoutMs: wait }),
]);

const channel = z.number().int().min(1).max(16);

export const relayFields = {
  kind: z.literal('relay'),
  drive: relayDrive,
  /** How many it has. */
  channels: channel,
  /**
   * Every channel is put off whenever the board is found: a program that crashed while it pulsed left one on. Off only
   * where somebody else switches the same board.
   */
  offAtStart: z.boolean(),
};

/**
 * Where a Modbus turnstile tells that somebody passed. `set`: the value becomes other than 0 · `counts`: it becomes
 * another one than before it was opened.
 */
const confirmation = z.object({
  source: z.enum(['coil', 'discrete-input', 'holding-register', 'input-register']),
  /** As in the frame, from 0. */
  address: word,
  when: z.enum(['set', 'counts']),
});

/** One direction of a Modbus turnstile. No register map of any model was found: the site's installer knows it. */
const passage = z.object({
  coil: word,
  /** `pulse`: on for `pulseMs`, as a button is pressed · `hold`: on until somebody passed or the time is up. */
  opens: z.enum(['pulse', 'hold']),
  pulseMs: wait,
  confirmation: confirmation.nullable(),
});

const turnstileMethod = z.discriminatedUnion('kind', [
  /** `inward`: the side that leads in. `passTimeoutMs` is longer than the turnstile's own time. */
  z.object({ kind: z.literal('one-tech'), inward: z.enum(['A', 'B']), passTimeoutMs: wait }),
  /** A relay on its "open" contact; nothing tells who passed. A direction without a channel is null. */
  z.object({
    kind: z.literal('relay'),
    drive: relayDrive,
    channels: z.object({ in: channel.nullable(), out: channel.nullable() }),
    pulseMs: wait,
  }),
  z.object({
    kind: z.literal('modbus'),
    carriage,
    unit,
    timeoutMs: wait,
    in: passage.nullable(),
    out: passage.nullable(),
    pollMs: wait,
    passTimeoutMs: wait,
  }),
]);

export const turnstileFields = { kind: z.literal('turnstile'), method: turnstileMethod };

/** `reversed`: the last byte first. */
const uidOrder = z.enum(['as-read', 'reversed']);

/**
 * How a UID becomes a card number. Readers that type the number themselves differ, and none can be told from the
 * number (reference/devices.md §10): it is set to what the library's cards already are, never guessed.
 */
const uidFormat = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('hex'), order: uidOrder, letters: z.enum(['upper', 'lower']) }),
  /** One number, padded with zeros to `digits`: 10 for 4 bytes. A longer number is not cut. */
  z.object({ kind: z.literal('decimal'), order: uidOrder, digits: z.number().int().min(0).max(20) }),
]);

const cardContent = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('uid'), format: uidFormat }),
  /** The first text or address of its NDEF message (NTAG, Ultralight). */
  z.object({ kind: z.literal('ndef') }),
  /** So many bytes from a page on, as characters up to the first 00, or in hex. */
  z.object({
    kind: z.literal('pages'),
    firstPage: byte,
    bytes: z.number().int().min(1).max(256),
    as: z.enum(['text', 'hex']),
  }),
]);

export const cardReaderFields = { kind: z.literal('card-reader'), content: cardContent };
