import type { AirFailure } from '../air.ts';
import type { FeigFrame } from './codec.ts';
import { feigStatus } from './numbers.ts';

const byStatus: Readonly<Record<number, AirFailure>> = {
  [feigStatus.noTransponder]: 'no-tag',
  [feigStatus.dataFalse]: 'weak',
  [feigStatus.writeError]: 'weak',
  [feigStatus.readError]: 'weak',
  [feigStatus.wrongTransponderType]: 'unsupported',
  [feigStatus.commandNotAvailable]: 'unsupported',
  [feigStatus.rfError]: 'weak',
  [feigStatus.rfWarning]: 'weak',
  [feigStatus.rfWarningToo]: 'weak',
};

/** Error codes of ISO 15693-3 §7.4.2, table 8. 10 (no such block) is a wrong request and stays `refused`. */
const byIsoError: Readonly<Record<number, AirFailure>> = {
  0x01: 'unsupported',
  0x0f: 'weak',
  0x11: 'locked',
  0x12: 'locked',
  0x13: 'weak',
  0x14: 'weak',
};

/** What an answer that is not "ok" comes to; `detail` is STATUS and, where the tag itself refused, its ISO error. */
export function feigFailure({ status, data }: FeigFrame): {
  readonly failure: AirFailure;
  readonly detail: string;
} {
  const isoError = status === feigStatus.isoError ? data[0] : undefined;
  if (isoError === undefined) return { failure: byStatus[status] ?? 'refused', detail: hex(status) };
  return { failure: byIsoError[isoError] ?? 'refused', detail: `${hex(status)} ${hex(isoError)}` };
}

function hex(byte: number): string {
  return byte.toString(16).toUpperCase().padStart(2, '0');
}
