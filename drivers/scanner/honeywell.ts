/**
 * Bytes for Honeywell scanners, and Youjie ones of the same family, on their HID interface. Each is one whole report,
 * report id first. Source: `reference/devices.md` §5 (github HenkVanAsselt/python_hon_usbhid; the feature report:
 * @point-of-sale/webhid-barcode-scanner).
 */
const featureReport = 0xfe;
const commandReport = 0xfd;
/** Second byte of beep and trigger. The source calls its meaning unclear; here it equals the bytes that follow. */
const shortCommand = 0x03;
/** Second byte of every menu command in the source, whatever the length of the command. */
const menuCommand = 0x0f;
const synchronousIdle = 0x16;
const carriageReturn = 0x0d;
/** What is left of a 64-byte report behind its id, the second byte and `SYN M CR`. */
const longestMenuCommand = 59;

export const honeywell = {
  /** Feature report 254 = 01: the scanner sends codes as HID POS reports instead of typing them. */
  leaveKeyboardMode: (): Uint8Array => Uint8Array.of(featureReport, 0x01),
  /** Not answered. */
  beep: (): Uint8Array => Uint8Array.of(commandReport, shortCommand, synchronousIdle, 0x07, carriageReturn),
  /** Pulls the trigger, and lets it go. Not answered; a code that is read comes as any other. */
  trigger: (): Uint8Array =>
    Uint8Array.of(commandReport, shortCommand, synchronousIdle, 0x54, carriageReturn),
  release: (): Uint8Array =>
    Uint8Array.of(commandReport, shortCommand, synchronousIdle, 0x55, carriageReturn),
  /**
   * A menu command of the manual, for example `REVINF.`, answered with `]X0` values and a `]Z6` acknowledgement. Null
   * for text that is none: empty, too long for one report, or with other characters than printable ASCII.
   */
  menu: (text: string): Uint8Array | null =>
    /^[\x21-\x7e]+$/u.test(text) && text.length <= longestMenuCommand
      ? Uint8Array.of(
          commandReport,
          menuCommand,
          synchronousIdle,
          0x4d,
          carriageReturn,
          ...Buffer.from(text, 'latin1'),
        )
      : null,
} as const;
