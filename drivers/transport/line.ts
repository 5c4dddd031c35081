import type { Transport } from '../../contract/devices/config.ts';

/** An open line of bytes to a device, whatever carries it. */
export interface Line {
  /** Resolves when the operating system has taken all bytes; rejects when the line breaks first. */
  write(bytes: Uint8Array): Promise<void>;
  /** HID only: a feature report as the operating system hands it over. Rejects when there is none, or no device. */
  readonly getFeature?: (reportId: number, bytes: number) => Promise<Uint8Array>;
  close(): void;
  /** Only on lines that never answer. */
  readonly oneWay?: OneWay;
}

/** What a line knows that carries bytes one way only. */
interface OneWay {
  /** Nothing leaves before `endJob`: a job is handed over whole or not at all. */
  readonly wholeJobs: boolean;
  /** Whether the system still knows the device. Never rejects. */
  isThere(): Promise<boolean>;
  /** All bytes of a job were written. `refused`: nothing of it will come out. Never rejects. */
  endJob(): Promise<'taken' | 'refused' | 'unknown'>;
}

export interface LineHandlers {
  onData(bytes: Uint8Array): void;
  /** Called once, whether the other side, the cable or `close` ended the line. */
  onClose(): void;
}

/** Opens a line; rejects when the port is absent, busy or refused. */
export type OpenLine = (transport: Transport, handlers: LineHandlers) => Promise<Line>;
