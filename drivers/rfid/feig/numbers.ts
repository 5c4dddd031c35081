/** Numbers of FEIG's ISO Host protocol (reference/devices.md §2.1, after FEIG's reader manuals listed there). */

export const feigCommand = {
  readBuffer: 0x22,
  bufferInfo: 0x31,
  clearBuffer: 0x32,
  initBuffer: 0x33,
  cpuReset: 0x63,
  systemReset: 0x64,
  softwareVersion: 0x65,
  readerInfo: 0x66,
  rfReset: 0x69,
  rfOnOff: 0x6a,
  readerDiagnostic: 0x6e,
  setOutputs: 0x72,
  getInputs: 0x74,
  readPeopleCounter: 0x77,
  setPeopleCounter: 0x78,
  readConfig: 0x80,
  writeConfig: 0x81,
  readAdvancedConfig: 0x8a,
  writeAdvancedConfig: 0x8b,
  iso15693: 0xb0,
  iso15693Custom: 0xb1,
  iso14443: 0xb2,
} as const;

/** First data byte of `iso15693`. */
export const isoCommand = {
  inventory: 0x01,
  stayQuiet: 0x02,
  readMultiple: 0x23,
  writeMultiple: 0x24,
  select: 0x25,
  resetToReady: 0x26,
  writeAfi: 0x27,
  lockAfi: 0x28,
  systemInfo: 0x2b,
  lockMultiple: 0x22,
  writeDsfid: 0x29,
} as const;

/** `iso15693Custom`: manufacturer NXP, and its EAS commands. */
export const nxp = {
  manufacturer: 0x04,
  setEas: 0xa2,
  resetEas: 0xa3,
  lockEas: 0xa4,
  easAlarm: 0xa5,
} as const;

export const feigStatus = {
  ok: 0x00,
  noTransponder: 0x01,
  dataFalse: 0x02,
  writeError: 0x03,
  addressError: 0x04,
  wrongTransponderType: 0x05,
  readError: 0x06,
  parameter: 0x11,
  commandNotAvailable: 0x80,
  protocolLength: 0x81,
  rfError: 0x83,
  rfWarning: 0x84,
  rfWarningToo: 0x85,
  noData: 0x92,
  bufferOverflow: 0x93,
  moreData: 0x94,
  isoError: 0x95,
} as const;

const commands: ReadonlySet<number> = new Set(Object.values(feigCommand));

/** Whether a beginning with this command byte is worth waiting for. A whole frame needs only its checksum. */
export function isFeigCommand(byte: number): boolean {
  return commands.has(byte);
}

/** TR-TYPE of an ISO 15693 tag in an inventory and in a buffer record. */
export const iso15693Type = 0x03;

/** Status bytes that the manuals list: tag errors, reader errors 10–19, protocol 80–85, buffer and ISO 90–95. */
export function isFeigStatus(byte: number): boolean {
  return (
    byte <= 0x06 ||
    (byte >= 0x10 && byte <= 0x19) ||
    (byte >= 0x80 && byte <= 0x85) ||
    (byte >= 0x90 && byte <= 0x95)
  );
}
