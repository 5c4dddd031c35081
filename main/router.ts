import { implement, ORPCError } from '@orpc/server';
import type { Logger } from 'pino';
import type { TemplatePreview } from '../contract/workstation/admin.ts';
import { workstation } from '../contract/workstation/contract.ts';
import type { RescuePart } from '../contract/workstation/set-up.ts';
import type { StationInfo } from '../contract/workstation/station.ts';
import { demoSamples } from '../domain/demo/samples.ts';
import { defaultTemplates } from '../domain/printing/default-templates.ts';
import type { SlipTemplate } from '../domain/printing/template.ts';
import type { StationConfig } from './config.ts';
import { transferQr } from './services/money/transfer-qr.ts';
import { transferSlip } from './services/money/transfer-slip.ts';
import type { DeviceHost } from './devices/device-host.ts';
import type { Desk } from './services/circulation/desk-door.ts';
import type { DeviceSettings } from './services/devices/device-settings.ts';
import type { TagKeeper } from './services/devices/tag-security.ts';
import type { StationEvents } from './services/events.ts';
import type { PrintQueue } from './services/printing/print-queue.ts';
import type { Training } from './services/training/training.ts';
import type { StationSync } from './sync/start.ts';
import { appVersion } from './version.ts';
import type { Databases } from './workers/start.ts';

/** Who is on the other end of a port. A kiosk's port will not be able to call a staff verb. */
export interface PageContext {
  readonly role: 'staff';
}

export interface RouterParts {
  readonly config: StationConfig;
  readonly host: StationInfo['host'];
  readonly desk: Desk;
  readonly printing: PrintQueue;
  readonly devices: DeviceHost;
  readonly sync: StationSync;
  readonly events: StationEvents;
  readonly databases: Databases;
  readonly training: Training | null;
  readonly tags: TagKeeper;
  readonly settings: DeviceSettings;
  /** The unsent facts as a file, in pieces. */
  readonly rescue: () => AsyncGenerator<RescuePart, void, void>;
  /** Whether the station's key lies open; asked when a page comes. */
  readonly keyExposed: () => Promise<boolean>;
  readonly previewTemplate: (template: SlipTemplate) => Promise<TemplatePreview>;
  readonly logger: Logger;
}

/** The workstation's API over the running services. Thin: every verb is one call. */
export function coreRouter(parts: RouterParts) {
  const { config, desk, printing, devices, sync, events, databases } = parts;
  const os = implement(workstation).$context<PageContext>();
  const training = (): Training => {
    if (!parts.training) throw new ORPCError('NOT_FOUND', { message: 'This station is not in training.' });
    return parts.training;
  };
  const info: Omit<StationInfo, 'keyExposed'> = {
    station: config.station,
    desk: config.desk,
    library: config.library,
    staff: config.staff.name,
    permissions: config.staff.permissions,
    version: appVersion,
    training: config.training !== null,
    host: parts.host,
  };
  return os.router({
    station: {
      info: os.station.info.handler(async () => ({ ...info, keyExposed: await parts.keyExposed() })),
      events: os.station.events.handler(({ signal }) => events.subscribe(signal)),
    },
    desk: {
      state: os.desk.state.handler(() => desk.state()),
      mode: os.desk.mode.handler(() => desk.mode()),
      scan: os.desk.scan.handler(({ input }) => desk.scan(input.text)),
      renew: os.desk.renew.handler(({ input }) => desk.renew(input.loans)),
      act: os.desk.act.handler(({ input }) => desk.act(input)),
      answer: os.desk.answer.handler(({ input: { row, ...answer } }) => desk.answer(row, answer)),
      decline: os.desk.decline.handler(({ input }) => desk.decline(input.row)),
      acknowledge: os.desk.acknowledge.handler(({ input }) => desk.acknowledge(input.row)),
      undo: os.desk.undo.handler(({ input }) => desk.undo(input.act)),
      setMode: os.desk.setMode.handler(({ input }) => desk.setMode(input)),
      finish: os.desk.finish.handler(({ input }) => desk.finish(input.print)),
      patron: os.desk.patron.handler(async () => (await desk.state()).patron),
    },
    catalogue: {
      search: os.catalogue.search.handler(({ input }) => databases.reader.searchTitles(input.text)),
      title: os.catalogue.title.handler(({ input }) => databases.reader.title(input.biblio)),
    },
    loans: {
      longOverdue: os.loans.longOverdue.handler(() => databases.reader.longOverdue()),
    },
    exceptions: {
      list: os.exceptions.list.handler(() => databases.reader.exceptions()),
    },
    holds: {
      shelf: os.holds.shelf.handler(() => databases.reader.holdShelf()),
    },
    patrons: {
      search: os.patrons.search.handler(({ input }) => databases.reader.searchPatrons(input.text)),
      readPaper: os.patrons.readPaper.handler(({ input }) => {
        const text = 'row' in input ? desk.paper(input.row) : input.text;
        return databases.writer.readPaper(text ?? '');
      }),
      freeCard: os.patrons.freeCard.handler(() => databases.reader.freeCard()),
      register: os.patrons.register.handler(({ input }) => desk.register(input)),
      amendContact: os.patrons.amendContact.handler(({ input }) => desk.amendContact(input)),
      contact: os.patrons.contact.handler(({ input }) => {
        // The law asks for a record of who looked (Decree 13/2023 art. 38); the journal will hold it with the log-in.
        parts.logger.info(
          { patron: input.patron, whole: input.whole, staff: config.staff.id },
          'contact read',
        );
        return databases.writer.contact(input.patron, input.whole);
      }),
    },
    money: {
      drawer: os.money.drawer.handler(() => databases.reader.drawer()),
      transferQr: os.money.transferQr.handler(({ input }) => transferQr(config, input)),
      printQr: os.money.printQr.handler(async ({ input }) => {
        const slip = transferSlip(config, input.payload);
        if (!slip) throw new ORPCError('BAD_REQUEST', { message: 'Not a transfer to this library.' });
        const printed = await devices.print(slip);
        return printed.ok ? null : printed.code;
      }),
      reported: os.money.reported.handler(() => databases.reader.reportedTransfers()),
    },
    policy: {
      overview: os.policy.overview.handler(() => databases.reader.policyOverview()),
      preview: os.policy.preview.handler(({ input }) => databases.reader.policyPreview(input.set)),
      whatIf: os.policy.whatIf.handler(({ input }) => databases.reader.whatIf(input.set, input.space)),
    },
    calendar: {
      get: os.calendar.get.handler(() => databases.reader.calendar()),
      closing: os.calendar.closing.handler(({ input }) => databases.reader.closingPreview(input)),
    },
    templates: {
      overview: os.templates.overview.handler(async () => ({
        templates: await databases.reader.templates(),
        defaults: defaultTemplates,
      })),
      preview: os.templates.preview.handler(({ input }) => parts.previewTemplate(input.template)),
    },
    printing: {
      slips: os.printing.slips.handler(() => printing.list()),
      print: os.printing.print.handler(({ input }) => printing.print(input.slip)),
      dismiss: os.printing.dismiss.handler(({ input }) => printing.dismiss(input.slip)),
    },
    devices: {
      list: os.devices.list.handler(() => devices.states()),
      settings: os.devices.settings.handler(() => parts.settings.all()),
      saveSettings: os.devices.saveSettings.handler(({ input }) => parts.settings.save(input.devices)),
      exportSettings: os.devices.exportSettings.handler(() => parts.settings.exported()),
      importSettings: os.devices.importSettings.handler(({ input }) => parts.settings.import(input.text)),
      detect: os.devices.detect.handler(() => devices.detect()),
      probe: os.devices.probe.handler(({ input }) => devices.probe(input.transport)),
      trial: os.devices.trial.handler(({ input }) => devices.trial(input.device)),
      bytes: os.devices.bytes.handler(({ input }) => devices.bytes(input.device, input.after)),
      testPrint: os.devices.testPrint.handler(async ({ input: { device, what } }) => {
        const printed = await devices.printing(
          what === 'drawer' ? { type: 'drawer', device, pin: 2 } : { type: 'self-test', device },
        );
        return printed.ok ? null : printed.code;
      }),
      openTurnstile: os.devices.openTurnstile.handler(({ input }) =>
        devices.openTurnstile(input.device, input.direction),
      ),
      pulse: os.devices.pulse.handler(({ input }) => devices.pulse(input.device, input.channel, input.forMs)),
      unwrittenTags: os.devices.unwrittenTags.handler(() => parts.tags.failed()),
      retryTag: os.devices.retryTag.handler(({ input }) => parts.tags.retry(input.item)),
      dismissTag: os.devices.dismissTag.handler(({ input }) => parts.tags.dismiss(input.item)),
    },
    sync: {
      status: os.sync.status.handler(() => sync.status()),
      now: os.sync.now.handler(() => sync.wake()),
      rescue: os.sync.rescue.handler(() => parts.rescue()),
    },
    training: {
      state: os.training.state.handler(() => training().state()),
      samples: os.training.samples.handler(() => (config.training ? demoSamples(config.training) : [])),
      present: os.training.present.handler(({ input }) => training().present(input.device, input.codes)),
      unplug: os.training.unplug.handler(({ input }) => training().unplug(input.device)),
      plug: os.training.plug.handler(({ input }) => training().plug(input.device)),
      paper: os.training.paper.handler(({ input }) => training().paper(input.device, input.state)),
      walk: os.training.walk.handler(({ input }) => training().walk(input.device, input.codes)),
      lay: os.training.lay.handler(({ input }) => training().lay(input.device, input.codes)),
      lift: os.training.lift.handler(({ input }) => training().lift(input.device, input.codes)),
      tagFault: os.training.tagFault.handler(({ input }) =>
        training().tagFault(input.device, input.code, input.fault),
      ),
      slipImage: os.training.slipImage.handler(async ({ input }) => {
        const image = await training().slipImage(input.slip);
        if (image === null) throw new ORPCError('NOT_FOUND', { message: 'No such slip.' });
        return image;
      }),
    },
  });
}

export type CoreRouter = ReturnType<typeof coreRouter>;
