import type { ScanFrame } from '../../../contract/devices/drivers.ts';
import type { DeskMode, DeskModeState, DeskRow, DeskState } from '../../../contract/workstation/desk.ts';
import type {
  ContactAmendment,
  ContactAnswer,
  Registration,
  RegistrationAnswer,
} from '../../../contract/workstation/patrons.ts';
import type { Command } from '../../../domain/commands.ts';
import type { Answer } from './asked-questions.ts';
import type { RowContent } from './row-content.ts';

/** One desk: its reader, its rows and its session. Scans are handled one at a time, in the order they came. */
export interface Desk {
  /** A code from a device, the wedge or the keyboard. Resolves when it is decided and durable. */
  scan(text: string): Promise<void>;
  /** Bytes a device could not make a code of. */
  unreadable(frame: ScanFrame & { ok: false }): Promise<void>;
  /** A row about something that happened at the desk without a scan: a tag, a gate. */
  tell(content: () => Promise<RowContent>): Promise<void>;
  renew(loans: readonly string[]): Promise<void>;
  /** Anything else; gives the row. */
  act(command: Command): Promise<DeskRow>;
  register(form: Registration): Promise<RegistrationAnswer>;
  amendContact(amendment: ContactAmendment): Promise<ContactAnswer>;
  /** A yes on a row that asks. */
  answer(row: string, answer: Answer): Promise<void>;
  decline(row: string): Promise<void>;
  /** The hand-over of a row is done: waiting scans go on. */
  acknowledge(row: string): void;
  undo(act: string | null): Promise<void>;
  setMode(mode: DeskMode): Promise<void>;
  /** The text of a person's paper that a row came from, while it is remembered; never shown. */
  paper(row: string): string | null;
  /** Closes the reader and queues the slip of the session; printed by itself when `print`. */
  finish(print: boolean): Promise<void>;
  state(): Promise<DeskState>;
  /** What is switched on, and the day. */
  mode(): DeskModeState;
}
