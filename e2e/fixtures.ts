import { test as base, chromium, _electron } from '@playwright/test';
import type { Browser, BrowserContext, Page } from '@playwright/test';
import { resolve } from 'node:path';
import type { DemoOptions } from '../domain/demo/options.ts';
import type { DemoSample } from '../domain/demo/samples.ts';
import { demoSamples } from '../domain/demo/samples.ts';
import { readConfig } from '../main/config.ts';
import { findBrowser } from '../scripts/start/browser.ts';
import { findElectron, prepareElectron } from '../scripts/start/electron.ts';
import type { DemoNetwork } from './demo-network.ts';
import { demoNetwork } from './demo-network.ts';
import type { DeskPage } from './desk-page.ts';
import { deskPage, deskReady } from './desk-page.ts';

/** Which host the suite drives: `LT_HOST=electron` needs Electron's binary, `web` (the default) any Chromium. */
const host = process.env['LT_HOST'] === 'electron' ? 'electron' : 'web';

/** Station 1, opened, with its process when the web host runs it. */
interface OpenStation {
  readonly context: BrowserContext;
  readonly page: Page;
  /** Kills the core as a power cut would, and starts it again as the supervisor does. */
  crash(): Promise<void>;
}

interface WorkerFixtures {
  readonly network: DemoNetwork;
  readonly browserOfSuite: Browser;
  readonly station: OpenStation;
  /** What the demonstration was made from. */
  readonly training: DemoOptions;
  readonly samples: readonly DemoSample[];
}

interface TestFixtures {
  readonly desk: DeskPage;
  /** Codes of the demonstration by why they are interesting. */
  readonly code: (trait: DemoSample['trait'], index?: number) => string;
}

export const test = base.extend<TestFixtures, WorkerFixtures>({
  network: [
    async ({}, use) => {
      const network = await demoNetwork();
      await use(network);
      await network.close();
    },
    { scope: 'worker', timeout: 180_000 },
  ],
  browserOfSuite: [
    async ({}, use) => {
      const executablePath = findBrowser();
      if (executablePath === null) throw new Error('No Chromium, Chrome or Edge is installed.');
      const args = [
        '--no-sandbox',
        '--disable-background-networking',
        '--autoplay-policy=no-user-gesture-required',
      ];
      const browser = await chromium.launch({ executablePath, args });
      await use(browser);
      await browser.close();
    },
    { scope: 'worker' },
  ],
  station: [
    async ({ network, browserOfSuite }, use) => {
      if (host === 'electron') return use(await electronStation(network));
      const started = await network.startStation(1);
      const context = await browserOfSuite.newContext({
        viewport: { width: 1366, height: 768 },
        locale: 'vi-VN',
      });
      const page = await context.newPage();
      await page.goto(started.address);
      let core = started.process;
      await use({
        context,
        page,
        crash: async () => {
          const ended = new Promise((done) => core.once('exit', done));
          core.kill('SIGKILL');
          await ended;
          core = await network.restartStation(1, started.port);
        },
      });
      await context.close();
    },
    { scope: 'worker', timeout: 180_000 },
  ],
  training: [
    async ({ network }, use) => {
      const read = readConfig(await network.stationFolder(1));
      if (!read.ok || !read.config?.training)
        throw new Error('The demonstration station is not in training.');
      await use(read.config.training);
    },
    { scope: 'worker' },
  ],
  samples: [async ({ training }, use) => use(demoSamples(training)), { scope: 'worker' }],
  code: async ({ samples }, use) => {
    await use((trait, index = 0) => {
      const sample = samples.filter((one) => one.trait === trait)[index];
      if (!sample) throw new Error(`The demonstration has no sample ${trait} ${index}.`);
      return sample.code;
    });
  },
  desk: async ({ station }, use) => {
    const desk = deskPage(station.page);
    await deskReady(desk);
    await desk.clear();
    await use(desk);
  },
});

/** The same desk in the Electron window. */
async function electronStation(network: DemoNetwork): Promise<OpenStation> {
  const executablePath = findElectron();
  if (executablePath === null) throw new Error('LT_HOST=electron, but the Electron binary is not installed.');
  await prepareElectron();
  const root = resolve(import.meta.dirname, '..');
  const app = await _electron.launch({
    executablePath,
    args: [root, '--data', await network.stationFolder(1)],
  });
  const page = await app.firstWindow();
  return {
    context: app.context(),
    page,
    crash: () =>
      Promise.reject(new Error('The Electron shell restarts its own core; this test drives the web host.')),
  };
}
export { expect } from '@playwright/test';
