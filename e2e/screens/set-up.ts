import { mkdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser } from '@playwright/test';
import { startStation, stopAll } from '../../scripts/start/processes.ts';
import { small, takeOf } from './take.ts';

/** The first page of a folder that is no station yet, filled in from the province's paper. */
export async function takeSetUp(browser: Browser): Promise<void> {
  // Its name is on the picture.
  const folder = join(tmpdir(), 'luu-thong-quay-moi');
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder);
  const starting = startStation(folder, 0);
  const started = await starting.started;
  if (!started.ok) throw new Error(started.sentence);
  const page = await browser.newPage({ viewport: small, locale: 'vi-VN', reducedMotion: 'reduce' });
  const take = takeOf(page);
  await page.goto(started.address);
  await page.getByTestId('set-up-province').fill('https://luuthong.tinh.example');
  await page.getByTestId('set-up-code').fill('K7MPA-4XCDE');
  await take('set-up-1366');
  /** The pointer does not stay on what it pressed. */
  const press = async (testId: string): Promise<void> => {
    await page.getByTestId(testId).click();
    await page.mouse.move(small.width / 2, small.height - 10);
  };
  await press('color-scheme');
  await take('set-up-dark-1366');
  await press('color-scheme');
  await press('language');
  await take('set-up-english-1366');
  await page.close();
  await stopAll([starting.process]);
  rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
}
