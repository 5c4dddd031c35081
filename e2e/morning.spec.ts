import { formatAmount } from '../domain/money/amount-text.ts';
import { readVietQr } from '../domain/money/vietqr.ts';
import { expect, test } from './fixtures.ts';
import { pressByKeys, tabTo } from './keyboard.ts';
import { expectNothingSerious } from './serious.ts';

/** From the first scan of a citizen card to a reader who can borrow. */
const registrationMs = 20_000;

test('a morning at the desk, by scanner and keyboard alone', async ({ desk, code }) => {
  test.setTimeout(180_000);
  const { page, newest } = desk;
  const key = (name: string): Promise<void> => page.keyboard.press(name);
  const cardFee = 10_000;

  await test.step('a reader registers from the QR of a citizen card, in under 20 seconds', async () => {
    const [number = ''] = code('citizen-card').split('|');
    const started = performance.now();
    await desk.put(code('citizen-card'));
    await desk.expectNewest(/chưa đăng ký/i, 'question');
    // Whose number it is stands nowhere on the screen.
    await expect(page.locator('body')).not.toContainText(number);
    await key('F7');
    const drawer = page.getByTestId('register-drawer');
    await expect(drawer.getByTestId('field-name')).toHaveValue('Nguyễn Văn Thử');
    await expectNothingSerious(page);
    await key('Control+Shift+Enter');
    await expect(desk.patron).toContainText('Nguyễn Văn Thử');
    expect(performance.now() - started).toBeLessThan(registrationMs);
  });

  await test.step('and pays the fee by VietQR', async () => {
    await expect(page.getByTestId('pay-owed')).toContainText(formatAmount(cardFee));
    await tabTo(page, '[data-testid="pay-method"] input');
    await key('ArrowRight');
    await pressByKeys(page, 'pay-qr-make');
    const drawn = page.getByTestId('pay-qr-code');
    const reading = readVietQr((await drawn.getAttribute('data-payload')) ?? '');
    expect(reading).toMatchObject({ ok: true, qr: { amount: String(cardFee) } });
    await expectNothingSerious(page);
    await pressByKeys(page, 'pay-reported');
    await expect(page.getByTestId('payment').first()).toHaveAttribute('data-status', 'reported');
    await key('Escape');
    await expect(page.getByTestId('pay-drawer')).toHaveCount(0);
  });

  await test.step('borrows five: one is kept for who asked before, two over the limit with permission', async () => {
    const lend = async (copy: string): Promise<void> => {
      await desk.scan(copy);
      await desk.expectNewest(copy, 'done');
    };
    await lend(code('available', 0));
    await lend(code('available', 1));
    await desk.scan(code('held-copy'));
    await desk.expectNewest('đã đặt mượn trước', 'question');
    await key('Shift+F7');
    await expect(newest).toHaveAttribute('data-state', 'refused');
    await lend(code('available', 2));
    for (const index of [3, 4]) {
      await desk.scan(code('available', index));
      await desk.expectNewest(/tối đa \d+/, 'question');
      await key('F7');
      await expect(newest).toHaveAttribute('data-state', 'done');
    }
    await expect(desk.loans).toHaveCount(5);
    await expect(desk.patron).toContainText('5/3');
    await expectNothingSerious(page);
    const papers = await desk.slips();
    await key('F12');
    await desk.expectSlips(papers + 1);
    await expect(page.getByTestId('patron-empty')).toBeVisible();
  });

  await test.step('a return is wanted by somebody: the desk waits, the hold slip comes out', async () => {
    const papers = await desk.slips();
    await desk.scan(code('returns-trapped'));
    await desk.expectNewest('GIỮ CHO', 'routed');
    await desk.expectSlips(papers + 1);
    // A pile goes on under it, and waits.
    await desk.put(code('available', 0));
    await expect(newest).toContainText('Chờ');
    await key('F10');
    await desk.expectNewest(code('available', 0), 'done');
    await expect(newest).toHaveAttribute('data-act', 'return');
  });

  await test.step('the last act is undone, and harms nothing', async () => {
    await key('Control+F10');
    await expect(newest).toHaveAttribute('data-act', 'undo');
    await desk.scan('BN-900311');
    await expect(desk.loans).toHaveCount(5);
    await expect(desk.loans.filter({ hasText: code('available', 0) })).toBeVisible();
    await desk.clear();
  });

  await test.step('the library closes today: what falls due today moves', async () => {
    await pressByKeys(page, 'admin-menu');
    await pressByKeys(page, 'admin-calendar', 'ArrowDown');
    await pressByKeys(page, 'close-today');
    const preview = page.getByTestId('closing-preview');
    const moved = Number(await preview.getAttribute('data-count'));
    expect(moved).toBeGreaterThan(0);
    await expectNothingSerious(page);
    await pressByKeys(page, 'closing-confirm');
    await expect(page.getByTestId('closing-done')).toBeVisible();
    await key('Escape');
    await desk.expectNewest(`dời hạn trả của ${moved} lượt mượn`, 'done');
  });
});
