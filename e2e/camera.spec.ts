import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium } from '@playwright/test';
import { findBrowser } from '../scripts/start/browser.ts';
import { deskPage, deskReady } from './desk-page.ts';
import { expect, test } from './fixtures.ts';
import { labelFilm } from './label-film.ts';
import { expectNothingSerious } from './serious.ts';

test('codes are read by the camera: a card opens its reader, a copy is lent', async ({ network, code }) => {
  const folder = mkdtempSync(join(tmpdir(), 'luu-thong-camera-'));
  const film = join(folder, 'labels.y4m');
  const card = code('ordinary');
  const copy = code('available', 7);
  writeFileSync(
    film,
    await labelFilm([
      { symbology: 'code128', text: card },
      { symbology: 'qrcode', text: copy },
    ]),
  );
  const executablePath = findBrowser();
  if (executablePath === null) throw new Error('No Chromium, Chrome or Edge is installed.');
  const browser = await chromium.launch({
    executablePath,
    args: [
      '--no-sandbox',
      '--disable-background-networking',
      '--use-fake-device-for-media-stream',
      `--use-file-for-fake-video-capture=${film}`,
    ],
  });
  const context = await browser.newContext({ viewport: { width: 1366, height: 768 }, locale: 'vi-VN' });
  const { address, process } = await network.startStation(2);
  const desk = deskPage(await context.newPage());
  await desk.page.goto(address);
  await deskReady(desk);
  const problems: string[] = [];
  desk.page.on('console', (message) => {
    if (message.type() === 'error') problems.push(message.text());
  });

  // Nobody has allowed it yet: the desk says so, and what to do.
  await desk.page.keyboard.press('Shift+F6');
  await expect(desk.page.getByTestId('camera-problem')).toHaveAttribute('data-code', 'LT-1118');
  await context.grantPermissions(['camera']);
  await desk.page.getByTestId('camera-retry').click();

  await expect(desk.patron).toContainText(card);
  await expect(desk.rows.filter({ hasText: copy }).first()).toHaveAttribute('data-state', 'done');
  await expect(desk.loans.filter({ hasText: copy })).toBeVisible();
  // The film goes round: what was read stays read.
  await desk.page.waitForFunction(
    () => (document.querySelector<HTMLVideoElement>('[data-testid="camera-video"]')?.currentTime ?? 0) > 9,
  );
  await expect(desk.rows.filter({ hasText: copy })).toHaveCount(1);
  await expectNothingSerious(desk.page);

  await desk.page.keyboard.press('Escape');
  await expect(desk.page.getByTestId('camera-drawer')).toHaveCount(0);
  await desk.clear();
  await desk.type(copy);
  await expect(desk.newest).toHaveAttribute('data-act', 'return');
  expect(problems).toEqual([]);
  await browser.close();
  // Other specs open this station too.
  await network.stopStation(process);
  rmSync(folder, { recursive: true });
});
