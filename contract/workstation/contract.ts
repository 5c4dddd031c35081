/** The workstation's API between the page and the core: oRPC over a MessagePort or a WebSocket. */
import { eventIterator, oc, type } from '@orpc/contract';
import { z } from 'zod';
import type { DeviceState } from '../devices/drivers.ts';
import type { DeskPatron, DeskState } from './desk.ts';
import { renewInputSchema, scanInputSchema } from './desk.ts';
import type {
  SlipSummary,
  StationEvent,
  StationInfo,
  SyncStatus,
  TrainingSample,
  TrainingState,
} from './station.ts';

/** A title found by search, with what is on the shelf. */
export interface CatalogueHit {
  readonly id: string;
  readonly title: string;
  readonly author: string;
  readonly ddc: string;
  readonly year: number | null;
  readonly copies: number;
  readonly available: number;
}

export interface PatronHit {
  readonly id: string;
  readonly card: string;
  readonly name: string;
}

const slipId = z.object({ slip: z.string().max(64) });
const device = z.object({ device: z.string().max(64) });
const query = z.object({ text: z.string().max(200) });

export const workstation = {
  station: {
    info: oc.output(type<StationInfo>()),
    /** Everything that happens, from now on; the first event is `hello`. */
    events: oc.output(eventIterator(type<StationEvent>())),
  },
  desk: {
    state: oc.output(type<DeskState>()),
    /** Answers when the scan is decided and durable; the row comes by `station.events`. */
    scan: oc.input(scanInputSchema).output(type<void>()),
    /** One row per loan comes by `station.events`. */
    renew: oc.input(renewInputSchema).output(type<void>()),
    /** Closes the reader and prints the slip of the session, if anything was lent or returned. */
    finish: oc.input(z.object({ print: z.boolean() })).output(type<void>()),
    patron: oc.output(type<DeskPatron | null>()),
  },
  catalogue: {
    search: oc.input(query).output(type<readonly CatalogueHit[]>()),
  },
  patrons: {
    search: oc.input(query).output(type<readonly PatronHit[]>()),
  },
  printing: {
    slips: oc.output(type<readonly SlipSummary[]>()),
    /** Prints a slip that waits or failed, or prints one again. */
    print: oc.input(slipId).output(type<void>()),
    dismiss: oc.input(slipId).output(type<void>()),
  },
  devices: {
    list: oc.output(type<readonly DeviceState[]>()),
  },
  sync: {
    status: oc.output(type<SyncStatus>()),
    now: oc.output(type<void>()),
  },
  /** Virtual devices; every verb answers NOT_FOUND outside training. */
  training: {
    state: oc.output(type<TrainingState>()),
    samples: oc.output(type<readonly TrainingSample[]>()),
    present: oc
      .input(z.object({ device: z.string().max(64), codes: z.array(z.string().max(512)).min(1).max(200) }))
      .output(type<void>()),
    unplug: oc.input(device).output(type<void>()),
    plug: oc.input(device).output(type<void>()),
    paper: oc.input(device.extend({ state: z.enum(['ok', 'out']) })).output(type<void>()),
    /** The PNG of a slip that came out, base64. */
    slipImage: oc.input(slipId).output(type<string>()),
  },
};

export type Workstation = typeof workstation;
