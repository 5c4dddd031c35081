/** The workstation's API between the page and the core: oRPC over a MessagePort or a WebSocket. */
import { eventIterator, oc, type } from '@orpc/contract';
import { z } from 'zod';
import type { DeviceConfig } from '../devices/config.ts';
import { deviceSchema, transportSchema } from '../devices/config.ts';
import type { Detected, LineBytes, Probed } from '../devices/detection.ts';
import type { DeviceState, PassOutcome } from '../devices/drivers.ts';
import type { OutcomeCode } from '../../domain/outcome.ts';
import type { Calendar } from '../../domain/calendar/calendar.ts';
import { id } from '../sync/shapes.ts';
import type {
  ClosingPreview,
  DrawerState,
  LongOverdue,
  PolicyOverview,
  PolicyPreview,
  ReportedTransfer,
  ShelvedHold,
  TemplateOverview,
  TemplatePreview,
  TransferQr,
  WhatIfAnswer,
} from './admin.ts';
import {
  billSchema,
  closingSchema,
  policyDraftSchema,
  templatePreviewSchema,
  whatIfSchema,
} from './admin.ts';
import { commandSchema } from './commands.ts';
import type { DeviceSettingsProblem } from './devices.ts';
import { mostDevices } from './devices.ts';
import type { DeskModeState, DeskPatron, DeskRow, DeskState, TitleDetail } from './desk.ts';
import { answerInputSchema, deskModeSchema, renewInputSchema, scanInputSchema } from './desk.ts';
import type { ExceptionWork } from './exceptions.ts';
import type { ContactAnswer, PaperReading, PatronContact, RegistrationAnswer } from './patrons.ts';
import { contactAmendmentSchema, registrationSchema } from './patrons.ts';
import type { RescuePart } from './set-up.ts';
import type {
  SlipSummary,
  StationEvent,
  StationInfo,
  SyncStatus,
  TrainingSample,
  TrainingState,
  UnwrittenTag,
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
const codes = z.array(z.string().max(512)).min(1).max(200);
const row = z.object({ row: id });
const item = z.object({ item: id });
const query = z.object({ text: z.string().max(200) });

export const workstation = {
  station: {
    info: oc.output(type<StationInfo>()),
    /** Everything that happens, from now on; the first event is `hello`. */
    events: oc.output(eventIterator(type<StationEvent>())),
  },
  desk: {
    state: oc.output(type<DeskState>()),
    mode: oc.output(type<DeskModeState>()),
    /** Answers when the scan is decided and durable; the row comes by `station.events`. */
    scan: oc.input(scanInputSchema).output(type<void>()),
    /** One row per loan comes by `station.events`. */
    renew: oc.input(renewInputSchema).output(type<void>()),
    /** Closes the reader and prints the slip of the session, if anything was lent or returned. */
    finish: oc.input(z.object({ print: z.boolean() })).output(type<void>()),
    patron: oc.output(type<DeskPatron | null>()),
    /** Anything else a desk does. The row comes by `station.events` too; it is answered for forms that wait. */
    act: oc.input(commandSchema).output(type<DeskRow>()),
    /** A yes on a row that asks. */
    answer: oc.input(answerInputSchema).output(type<void>()),
    /** A no on a row that asks: nothing is done. */
    decline: oc.input(row).output(type<void>()),
    /** The hand-over of a row is done: scans that waited go on. */
    acknowledge: oc.input(row).output(type<void>()),
    /** Takes an act back; null: the newest that can be. */
    undo: oc.input(z.object({ act: id.nullable() })).output(type<void>()),
    setMode: oc.input(deskModeSchema).output(type<void>()),
  },
  catalogue: {
    search: oc.input(query).output(type<readonly CatalogueHit[]>()),
    title: oc.input(z.object({ biblio: id })).output(type<TitleDetail | null>()),
  },
  loans: {
    /** What is overdue for so long that its policy counts it as lost. */
    longOverdue: oc.output(type<readonly LongOverdue[]>()),
  },
  exceptions: {
    /** What facts disagree about at this library: what waits first, then what was dealt with lately. */
    list: oc.output(type<readonly ExceptionWork[]>()),
  },
  holds: {
    /** What stands on the hold shelf of this library, the longest waiting first. */
    shelf: oc.output(type<readonly ShelvedHold[]>()),
  },
  patrons: {
    search: oc.input(query).output(type<readonly PatronHit[]>()),
    /** Reads a scanned citizen or health card for the registration form: a text, or the one a row came from. */
    readPaper: oc
      .input(z.union([z.object({ text: z.string().max(4096) }), row]))
      .output(type<PaperReading>()),
    /** A card number of this library that nobody has. */
    freeCard: oc.output(type<string>()),
    register: oc.input(registrationSchema).output(type<RegistrationAnswer>()),
    contact: oc.input(z.object({ patron: id, whole: z.boolean() })).output(type<PatronContact | null>()),
    amendContact: oc.input(contactAmendmentSchema).output(type<ContactAnswer>()),
  },
  money: {
    drawer: oc.output(type<DrawerState>()),
    transferQr: oc.input(billSchema).output(type<TransferQr>()),
    /** Prints the QR of a transfer for the reader to scan; the outcome of printing, null when it is out. */
    printQr: oc.input(z.object({ payload: z.string().max(512) })).output(type<OutcomeCode | null>()),
    reported: oc.output(type<readonly ReportedTransfer[]>()),
  },
  policy: {
    overview: oc.output(type<PolicyOverview>()),
    preview: oc.input(policyDraftSchema).output(type<PolicyPreview>()),
    whatIf: oc.input(whatIfSchema).output(type<WhatIfAnswer>()),
  },
  calendar: {
    get: oc.output(type<Calendar>()),
    closing: oc.input(closingSchema).output(type<ClosingPreview>()),
  },
  templates: {
    overview: oc.output(type<TemplateOverview>()),
    preview: oc.input(templatePreviewSchema).output(type<TemplatePreview>()),
  },
  printing: {
    slips: oc.output(type<readonly SlipSummary[]>()),
    /** Prints a slip that waits or failed, or prints one again. */
    print: oc.input(slipId).output(type<void>()),
    dismiss: oc.input(slipId).output(type<void>()),
  },
  devices: {
    list: oc.output(type<readonly DeviceState[]>()),
    /** How they are set up; virtual ones of a training station are not among them. */
    settings: oc.output(type<readonly DeviceConfig[]>()),
    /** Replaces them all; null when they are saved. */
    saveSettings: oc
      .input(z.object({ devices: z.array(deviceSchema).max(mostDevices) }))
      .output(type<DeviceSettingsProblem | null>()),
    exportSettings: oc.output(type<string>()),
    importSettings: oc
      .input(z.object({ text: z.string().max(1_000_000) }))
      .output(type<DeviceSettingsProblem | null>()),
    /** What is plugged into this computer; null when it could not be asked. */
    detect: oc.output(type<Detected | null>()),
    /** Asks a line who hangs on it; null: nobody that answered. Takes seconds. */
    probe: oc.input(z.object({ transport: transportSchema })).output(type<Probed | null>()),
    /** Runs a device for a trial in place of whatever is on its line; what it does comes by `station.events`. */
    trial: oc.input(z.object({ device: deviceSchema.nullable() })).output(type<void>()),
    /** What travelled on a device's line after this piece. */
    bytes: oc.input(device.extend({ after: z.number().int().min(0) })).output(type<readonly LineBytes[]>()),
    /** Prints a test on a printer: a line for every code page, or a slip as usual; null when it is out. */
    testPrint: oc
      .input(device.extend({ what: z.enum(['code-pages', 'drawer']) }))
      .output(type<OutcomeCode | null>()),
    openTurnstile: oc.input(device.extend({ direction: z.enum(['in', 'out']) })).output(type<PassOutcome>()),
    pulse: oc
      .input(
        device.extend({
          channel: z.number().int().min(1).max(16),
          forMs: z.number().int().min(50).max(60_000),
        }),
      )
      .output(type<boolean>()),
    /** Copies whose tags do not say what they should. */
    unwrittenTags: oc.output(type<readonly UnwrittenTag[]>()),
    /** Writes the tags of a copy again, which has to be in front of a reader. */
    retryTag: oc.input(item).output(type<void>()),
    /** A person has seen to it: off the list. */
    dismissTag: oc.input(item).output(type<void>()),
  },
  sync: {
    status: oc.output(type<SyncStatus>()),
    now: oc.output(type<void>()),
    /** The facts that were not sent, as a file for the province. */
    rescue: oc.output(eventIterator(type<RescuePart>())),
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
    /** Carries books out through a gate. */
    walk: oc.input(device.extend({ codes })).output(type<void>()),
    /** Puts tagged books on an RFID pad; takes them away, all when null; makes a tag misbehave. */
    lay: oc.input(device.extend({ codes })).output(type<void>()),
    lift: oc.input(device.extend({ codes: codes.nullable() })).output(type<void>()),
    tagFault: oc
      .input(device.extend({ code: z.string().max(512), fault: z.enum(['none', 'stuck', 'weak']) }))
      .output(type<void>()),
    /** The PNG of a slip that came out, base64. */
    slipImage: oc.input(slipId).output(type<string>()),
  },
};

export type Workstation = typeof workstation;
