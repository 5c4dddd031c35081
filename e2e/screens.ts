/** `npm run screens`: takes the pictures under `docs/screens/` from a running demonstration. */
import { mkdirSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { Page } from '@playwright/test';
import { chromium } from '@playwright/test';
import { PNG } from 'pngjs';
import { demoSamples } from '../domain/demo/samples.ts';
import { readConfig } from '../main/config.ts';
import { findBrowser } from '../scripts/start/browser.ts';
import { buildPage } from '../scripts/start/page.ts';
import { demoNetwork } from './demo-network.ts';
import { deskPage, deskReady } from './desk-page.ts';
import { takeBeside } from './screens/beside.ts';
import { takeOffice } from './screens/office.ts';
import type { SampleCode } from './screens/take.ts';

const folder = resolve(import.meta.dirname, '../docs/screens');
const small = { width: 1366, height: 768 };
const large = { width: 1920, height: 1080 };

mkdirSync(folder, { recursive: true });
buildPage();
const network = await demoNetwork();
const executablePath = findBrowser();
if (executablePath === null) throw new Error('No Chromium, Chrome or Edge is installed.');
const browser = await chromium.launch({
  executablePath,
  args: ['--no-sandbox', '--disable-background-networking'],
});
const started = await network.startStation(1);
const read = readConfig(await network.stationFolder(1));
if (!read.ok || !read.config?.training) throw new Error('The demonstration station is not in training.');
const samples = demoSamples(read.config.training);
const code: SampleCode = (trait, index = 0) =>
  samples.filter((sample) => sample.trait === trait)[index]?.code ?? '';

const page = await browser.newPage({ viewport: small, locale: 'vi-VN', reducedMotion: 'reduce' });
const desk = deskPage(page);
await page.goto(started.address);
await deskReady(desk);

/** A fifth smaller than Chromium writes them: flat colours compress best without a filter, and nothing is see-through. */
const smallest = { filterType: 0, deflateLevel: 9, deflateStrategy: 0, colorType: 2 } as const;

/** One picture, after everything on the page has come to rest. */
async function take(name: string, of: Page = page): Promise<void> {
  await of.evaluate('document.fonts.ready');
  await of.waitForFunction(() =>
    document.getAnimations().every((animation) => animation.playState !== 'running'),
  );
  const picture = PNG.sync.read(await of.screenshot());
  writeFileSync(join(folder, `${name}.png`), PNG.sync.write(picture, smallest));
  process.stdout.write(`docs/screens/${name}.png\n`);
}

async function press(testId: string): Promise<void> {
  await page.getByTestId(testId).click();
}

await page.getByTestId('training-sample').first().waitFor();
await take('desk-empty-1366');
await desk.scan(
  code('ordinary'),
  code('available', 0),
  code('available', 1),
  code('on-loan'),
  code('not-for-loan'),
);
await take('desk-lending-1366');
await press('training-toggle');
await desk.newest.getByTestId('row-why').click();
await take('desk-why-1366');
await page.setViewportSize(large);
await take('desk-why-1920');
await press('color-scheme');
await take('desk-why-dark-1920');
await press('color-scheme');
await press('language');
await page.setViewportSize(small);
await take('desk-english-1366');
await press('language');
await press('training-toggle');
await page.keyboard.press('F12');
await desk.papers.first().waitFor();
await take('training-slip-1366');
await desk.scan(code('at-limit'), code('available', 3));
await press('training-toggle');
await take('desk-question-1366');
await page.keyboard.press('Shift+F7');
await desk.clear();
await takeBeside(desk, code, take);
await takeOffice(page, take);
await press('training-toggle');
await network.stopProvince();
await page.locator('[data-testid="sync-pill"][data-state="offline"]').waitFor();
await desk.scan(code('available', 0), code('available', 1));
await press('sync-pill');
await page.getByTestId('sync-story').waitFor();
await take('desk-offline-1366');
await page.keyboard.press('Escape');
await network.startProvince();
await page.locator('[data-testid="sync-pill"][data-state="online"]').waitFor({ timeout: 60_000 });
const overview = await browser.newPage({ viewport: small, locale: 'vi-VN' });
await overview.goto(network.provinceUrl);
await take('province-1366', overview);

await browser.close();
await network.close();
