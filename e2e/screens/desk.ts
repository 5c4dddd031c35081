import type { Browser } from '@playwright/test';
import type { DemoNetwork } from '../demo-network.ts';
import { deskPage, deskReady } from '../desk-page.ts';
import { takeBeside } from './beside.ts';
import { takeOffice } from './office.ts';
import type { SampleCode } from './take.ts';
import { large, small, takeOf } from './take.ts';

/** A day at one desk, what is beside it, its office, and the province's page. */
export async function takeDesk(browser: Browser, network: DemoNetwork, code: SampleCode): Promise<void> {
  const started = await network.startStation(1);
  const page = await browser.newPage({ viewport: small, locale: 'vi-VN', reducedMotion: 'reduce' });
  const desk = deskPage(page);
  const take = takeOf(page);
  const press = (testId: string): Promise<void> => page.getByTestId(testId).click();
  await page.goto(started.address);
  await deskReady(desk);

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
  await takeOf(overview)('province-1366');
}
