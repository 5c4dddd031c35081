import type { Browser } from '@playwright/test';
import { expect } from '@playwright/test';
import type { DemoNetwork } from '../demo-network.ts';
import type { DeskPage } from '../desk-page.ts';
import { deskPage, deskReady } from '../desk-page.ts';
import type { SampleCode } from './take.ts';
import { small, takeOf } from './take.ts';

/** Opens the cash drawer and takes what a reader owes. */
async function takeMoney(desk: DeskPage, reader: string): Promise<void> {
  const { page } = desk;
  const away = async (testId: string): Promise<void> => {
    await page.keyboard.press('Escape');
    await page.getByTestId(testId).waitFor({ state: 'detached' });
  };
  await page.keyboard.press('Control+F8');
  await page.getByTestId('till-float').fill('500.000');
  await page.getByTestId('till-open').click();
  await page.getByTestId('till-expected').waitFor();
  await away('till-drawer');
  await desk.type(reader);
  await desk.expectNewest(reader, 'done');
  await page.keyboard.press('F8');
  await page.getByTestId('pay-cash').click();
  await page.getByTestId('pay-nothing').waitFor();
  await away('pay-drawer');
  await desk.clear();
}

/** What two desks that knew nothing of each other disagree about, at the first of them. */
export async function takeExceptions(
  browser: Browser,
  network: DemoNetwork,
  code: SampleCode,
): Promise<void> {
  const open = async (station: number): Promise<DeskPage> => {
    const { address } = await network.startStation(station);
    const context = await browser.newContext({ viewport: small, locale: 'vi-VN', reducedMotion: 'reduce' });
    const desk = deskPage(await context.newPage());
    await desk.page.goto(address);
    await deskReady(desk);
    await desk.page.getByTestId('training-toggle').click();
    return desk;
  };
  const desk = await open(1);
  const other = await open(2);
  const lend = async (at: DeskPage, reader: string, copy: string): Promise<void> => {
    await at.type(reader);
    await at.expectNewest(reader, 'done');
    await at.type(copy);
    await at.expectNewest(copy, 'done');
  };

  await network.stopProvince();
  const lentTwice = code('available', 5);
  await takeMoney(desk, code('owes'));
  await takeMoney(other, code('owes'));
  await lend(desk, code('ordinary'), lentTwice);
  await lend(other, code('hold-ready'), lentTwice);
  await network.startProvince();
  for (const { page, pill } of [other, desk]) {
    await pill.click();
    await page.getByTestId('sync-now').click();
    await page.keyboard.press('Escape');
    await expect(pill).toHaveAttribute('data-state', 'online', { timeout: 60_000 });
    await expect(pill).toHaveAttribute('data-unsent', '0', { timeout: 60_000 });
  }

  const { page } = desk;
  const take = takeOf(page);
  const takeList = async (name: string): Promise<void> => {
    await page.keyboard.press('Shift+F4');
    await page.getByTestId('exception-fact').nth(3).waitFor();
    await take(name);
    await page.keyboard.press('Escape');
    await page.getByTestId('exceptions-drawer').waitFor({ state: 'detached' });
  };
  await takeList('exceptions-1366');
  await page.getByTestId('color-scheme').click();
  await takeList('exceptions-dark-1366');
  await page.getByTestId('color-scheme').click();
  await page.getByTestId('language').click();
  await takeList('exceptions-english-1366');
}
