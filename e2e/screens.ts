/**
 * `npm run screens`: takes the pictures under `docs/screens/` from a running demonstration. `npm run screens -- set-up`
 * takes one part of them.
 */
import { mkdirSync } from 'node:fs';
import type { Browser } from '@playwright/test';
import { chromium } from '@playwright/test';
import { demoSamples } from '../domain/demo/samples.ts';
import { readConfig } from '../main/config.ts';
import { findBrowser } from '../scripts/start/browser.ts';
import { buildPage } from '../scripts/start/page.ts';
import type { DemoNetwork } from './demo-network.ts';
import { demoNetwork } from './demo-network.ts';
import { takeDesk } from './screens/desk.ts';
import { takeExceptions } from './screens/exceptions.ts';
import { takeSetUp } from './screens/set-up.ts';
import type { SampleCode } from './screens/take.ts';
import { pictureFolder } from './screens/take.ts';

/** Takes a part over a demonstration of its own, so that it looks the same with and without the others. */
function overDemo(part: (browser: Browser, network: DemoNetwork, code: SampleCode) => Promise<void>) {
  return async (browser: Browser): Promise<void> => {
    const network = await demoNetwork();
    const read = readConfig(await network.stationFolder(1));
    if (!read.ok || !read.config?.training) throw new Error('The demonstration station is not in training.');
    const samples = demoSamples(read.config.training);
    await part(
      browser,
      network,
      (trait, index = 0) => samples.filter((sample) => sample.trait === trait)[index]?.code ?? '',
    );
    await network.close();
  };
}

const parts = { desk: overDemo(takeDesk), exceptions: overDemo(takeExceptions), 'set-up': takeSetUp };
const asked = process.argv.slice(2);
const unknown = asked.find((name) => !Object.hasOwn(parts, name));
if (unknown !== undefined)
  throw new Error(`No part “${unknown}”. The parts: ${Object.keys(parts).join(', ')}.`);

mkdirSync(pictureFolder, { recursive: true });
buildPage();
const executablePath = findBrowser();
if (executablePath === null) throw new Error('No Chromium, Chrome or Edge is installed.');
const browser = await chromium.launch({
  executablePath,
  args: ['--no-sandbox', '--disable-background-networking'],
});
for (const [name, part] of Object.entries(parts))
  if (asked.length === 0 || asked.includes(name)) await part(browser);

await browser.close();
