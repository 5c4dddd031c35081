import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import type { Logger } from 'pino';
import type { Channel } from '../contract/devices/channel.ts';
import type { DeviceConfig } from '../contract/devices/config.ts';
import type {
  DeviceState,
  FromDrivers,
  FromVirtual,
  ToDrivers,
  ToVirtual,
} from '../contract/devices/drivers.ts';
import type { Reason } from '../domain/outcome.ts';
import { reason } from '../domain/outcome.ts';
import type { StationConfig } from './config.ts';
import { readConfig, writeConfig } from './config.ts';
import { deviceHost } from './devices/device-host.ts';
import type { CoreRouter } from './router.ts';
import { coreRouter } from './router.ts';
import { rfidPad } from './services/devices/rfid-pad.ts';
import { tagField } from './services/devices/tag-field.ts';
import { tagKeeper } from './services/devices/tag-security.ts';
import { refusedRow } from './services/circulation/row-content.ts';
import { deviceSettings } from './services/devices/device-settings.ts';
import { openDesk } from './services/circulation/desk.ts';
import { stationEvents } from './services/events.ts';
import { printQueue } from './services/printing/print-queue.ts';
import { previewTemplate } from './services/printing/preview-template.ts';
import { stationClock } from './services/station-clock.ts';
import { trainingOver } from './services/training/training.ts';
import type { FolderLock } from './store/folder-lock.ts';
import { lockFolder } from './store/folder-lock.ts';
import type { Keystore } from './sync/key-file.ts';
import { exposedKey, keyFile, openKeyFile } from './sync/key-file.ts';
import { rescueParts } from './sync/rescue-parts.ts';
import { startSync } from './sync/start.ts';
import { tellSoon } from './sync/tell-soon.ts';
import { appVersion } from './version.ts';
import type { Databases } from './workers/start.ts';
import { startDatabases } from './workers/start.ts';

export interface CoreOptions {
  /** The station's data folder. */
  readonly dataDir: string;
  readonly host: 'electron' | 'web';
  readonly launchDrivers: () => Channel<FromDrivers, ToDrivers>;
  /** Starts the virtual devices with their folder for paper; null where there is no training. */
  readonly launchVirtual: ((paperFolder: string) => Channel<FromVirtual, ToVirtual>) | null;
  /** Called when the core cannot go on (a database worker died): its process should end and be started again. */
  readonly onFatal: () => void;
  /** The keystore of the operating system, for the station's key. */
  readonly keystore: Keystore;
  readonly logger: Logger;
}

/** A running core: every host serves `router` to its pages. */
interface Core {
  readonly router: CoreRouter;
  /** What to tell whoever closes the program (LT-4118): facts that the province does not have yet; null for none. */
  unsent(): Promise<Reason | null>;
  /** Somebody waits for the facts to be sent: the next attempt is now. */
  sendNow(): void;
  close(): Promise<void>;
}

export type StartedCore =
  | { readonly ok: true; readonly core: Core }
  | { readonly ok: false; readonly reason: Reason };

/**
 * Starts a station: databases, desk, devices, printing and sync. Ready to scan when it resolves; it never
 * waits for the province or for a device. Refuses, with a reason to show, a folder without a usable configuration
 * (LT-3106, LT-3107) or that another core has open (LT-3101), and a journal it must not write to (LT-3105, LT-3108).
 */
export async function startCore(options: CoreOptions): Promise<StartedCore> {
  // Read before anything is made in the folder: its path may be mistyped.
  const read = readConfig(options.dataDir);
  if (!read.ok) return read;
  if (!read.config) return { ok: false, reason: reason('LT-3107', { path: options.dataDir }) };
  const lock = lockFolder(options.dataDir);
  if (!lock) return { ok: false, reason: reason('LT-3101', { path: options.dataDir }) };
  try {
    const started = await startLocked(options, read.config, lock);
    if (!started.ok) lock.release();
    return started;
  } catch (error) {
    lock.release();
    throw error;
  }
}

async function startLocked(
  options: CoreOptions,
  config: StationConfig,
  lock: FolderLock,
): Promise<StartedCore> {
  const { dataDir, logger } = options;
  const opened = await startDatabases({
    folder: dataDir,
    station: config.station,
    library: config.library.id,
    desk: config.desk,
    actor: config.staff.id,
    actorName: config.staff.name,
    permissions: config.staff.permissions,
    timeZone: config.timeZone,
    codes: config.codes,
  });
  if (!opened.ok) return { ok: false, reason: reason(opened.code, opened.params) };
  const { databases } = opened;
  void endWith(databases, options);
  for (const notice of databases.notices) logger.warn({ notice }, 'the databases were mended');

  const events = stationEvents(randomUUID());
  const clock = stationClock(config.timeZone);
  const onFailure = (error: unknown): void => logger.error({ err: error }, 'unexpected failure');

  const field = tagField(() => performance.now());
  const devices = deviceHost({
    launch: options.launchDrivers,
    onScan: (frame) => void (frame.ok ? desk.scan(frame.text) : desk.unreadable(frame)),
    onTag: (device, tag) => {
      pad.tag(device, tag);
      if (tag.kind === 'item' && tag.code !== null)
        databases.writer.rememberTag(tag.address, tag.code).catch(onFailure);
    },
    onGate: (_device, event) => {
      if (event.kind === 'alarm')
        for (const item of event.items) void desk.tell(() => databases.writer.gateAlarm(item));
      else if (event.kind === 'missed')
        void desk.tell(() => Promise.resolve(refusedRow('gate', reason('LT-2125'))));
    },
    onTrial: (event) => events.publish({ type: 'trial', event }),
    onTagsLeft: (device, addresses, why) => pad.left(device, addresses, why),
    onScansLost: (device, count) => logger.warn({ device, count }, 'scans did not arrive'),
    onStates: (states) => {
      events.publish({ type: 'devices', devices: states });
      if (states.some(mayPrint)) printing.run();
    },
  });
  const printing = printQueue({
    writer: databases.writer,
    printDocument: devices.print,
    onChange: () => events.publish({ type: 'slips' }),
    onFailure,
  });
  const key = openKeyFile(dataDir, options.keystore);
  const keyExposed = async (): Promise<boolean> => {
    const kept = await key.catch(() => null);
    return kept?.exposed === true && config.training === null;
  };
  void keyExposed().then((exposed) => exposed && logger.warn({ file: keyFile }, exposedKey));
  const sync = startSync({
    config,
    databases,
    openSecret: async () => (await key)?.secret ?? null,
    app: appVersion,
    clock,
    onStatus: (status) => events.publish({ type: 'sync', status }),
    onRows: () => {
      for (const type of ['desk', 'settings', 'money', 'exceptions'] as const) events.publish({ type });
    },
    onFailure,
  });
  const counting = tellSoon(
    async () => events.publish({ type: 'sync', status: await sync.status() }),
    onFailure,
  );
  const tags = tagKeeper({
    field,
    secure: devices.secure,
    tasks: databases.writer,
    onChange: () => events.publish({ type: 'tags' }),
  });
  const desk = await openDesk({
    databases,
    events,
    clock,
    tags,
    onSlipReady: () => printing.run(),
    onReprint: async () => {
      const [last] = await printing.list();
      if (last) await printing.print(last.id);
    },
    onFact: () => {
      sync.wake();
      counting.soon();
    },
    onFailure,
  });
  for (const notice of databases.notices)
    void desk.tell(() => Promise.resolve(refusedRow('unknown', notice)));
  const pad = rfidPad({
    field,
    onField: (codes) => void databases.writer.setTagField(codes).catch(onFailure),
    scan: (code) => void desk.scan(code),
    trouble: (why) => void desk.tell(() => Promise.resolve(refusedRow('tag', why))),
  });
  let virtual: readonly DeviceConfig[] = [];
  const settings = deviceSettings(
    config.devices,
    (next) => writeConfig(dataDir, { ...config, devices: [...next] }),
    () => {
      configure();
      events.publish({ type: 'device-settings' });
    },
  );
  const configure = (): void => devices.configure([...settings.all(), ...virtual]);
  const paperFolder = join(dataDir, 'paper');
  const { launchVirtual } = options;
  const training =
    config.training &&
    launchVirtual &&
    trainingOver({
      launch: () => launchVirtual(paperFolder),
      paperFolder,
      onDevices: (started) => {
        virtual = started;
        configure();
      },
      onChange: () => events.publish({ type: 'training' }),
    });
  configure();

  return {
    ok: true,
    core: {
      router: coreRouter({
        config,
        host: options.host,
        desk,
        printing,
        devices,
        sync,
        events,
        databases,
        training,
        tags,
        settings,
        rescue: () => rescueParts({ folder: dataDir, all: false, now: clock.now(), app: appVersion }),
        keyExposed,
        previewTemplate: (template) => previewTemplate(devices, template),
        logger,
      }),
      unsent: async () => {
        const { unsent, oldestUnsentAt } = await sync.status();
        return unsent > 0 ? reason('LT-4118', { count: unsent, since: oldestUnsentAt ?? '?' }) : null;
      },
      sendNow: () => sync.wake(),
      close: async () => {
        training?.close();
        counting.stop();
        pad.close();
        devices.close();
        await sync.stop();
        await databases.close();
        lock.release();
      },
    },
  };
}

async function endWith({ ended }: Databases, { logger, onFatal }: CoreOptions): Promise<void> {
  logger.fatal({ err: await ended }, 'the databases are gone');
  onFatal();
}

/** A printer whose paper is near its end still prints. */
function mayPrint({ kind, health, problem }: DeviceState): boolean {
  return kind === 'printer' && (health === 'ready' || problem === 'LT-2207');
}
