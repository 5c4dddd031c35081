import { expect } from '@playwright/test';
import type { DeskPage } from '../desk-page.ts';
import type { SampleCode, Take } from './take.ts';

/** The drawers beside the desk, with a reader at it; the desk is empty before and after. */
export async function takeBeside(desk: DeskPage, code: SampleCode, take: Take): Promise<void> {
  const { page, newest } = desk;
  /** Typed, because the virtual scanner is out of sight: pictures show what a library sees. */
  const scan = async (...codes: readonly string[]): Promise<void> => {
    for (const one of codes) {
      await desk.type(one);
      await expect(newest).toContainText(one);
      await expect(newest).not.toHaveAttribute('data-state', 'pending');
    }
  };
  const key = (name: string): Promise<void> => page.keyboard.press(name);
  const shown = async (testId: string, name: string): Promise<void> => {
    await page.getByTestId(testId).waitFor();
    await take(name);
  };
  const away = async (testId: string): Promise<void> => {
    await key('Escape');
    await page.getByTestId(testId).waitFor({ state: 'detached' });
  };

  await scan(code('owes'));
  await key('F8');
  await page.getByTestId('pay-method').getByText('Chuyển khoản').click();
  await page.getByTestId('pay-qr-make').click();
  await shown('pay-qr-code', 'pay-1366');
  await away('pay-drawer');
  await key('Control+F8');
  await page.getByTestId('till-float').fill('500.000');
  await page.getByTestId('till-open').click();
  await shown('till-expected', 'till-1366');
  await away('till-drawer');
  await desk.clear();

  await scan(code('child-with-guardian'));
  await key('Control+F1');
  await shown('consent-change-contact', 'reader-1366');
  await away('reader-drawer');
  await scan(code('held-copy'));
  await newest.getByTestId('row-title').click();
  await shown('place-hold', 'title-1366');
  await away('title-drawer');
  await key('Shift+F7');
  await desk.clear();

  await desk.type(code('citizen-card'));
  await desk.expectNewest(/chưa đăng ký/i, 'question');
  await key('F7');
  await shown('card-fee', 'register-1366');
  await away('register-drawer');
  await key('Shift+F2');
  await shown('shelf-counts', 'shelf-1366');
  await away('shelf-drawer');

  await scan(code('ordinary'));
  await key('Shift+F3');
  await page
    .getByTestId('batch-codes')
    .fill([code('available', 2), code('available', 3), code('available', 4)].join('\n'));
  await take('batch-1366');
  await away('batch-drawer');
  await scan(code('unknown'));
  await key('F7');
  await page.getByTestId('fast-add-title').fill('Sách biếu thử');
  await shown('fast-add-drawer', 'fast-add-1366');
  await away('fast-add-drawer');
  await key('Shift+F7');
  await desk.clear();
}
