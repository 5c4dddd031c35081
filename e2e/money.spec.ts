import type { Locator } from '@playwright/test';
import { formatAmount } from '../domain/money/amount-text.ts';
import type { DeskPage } from './desk-page.ts';
import { expect, test } from './fixtures.ts';
import { pressByKeys, tabTo } from './keyboard.ts';
import { expectNothingSerious } from './serious.ts';

/** What no amount field may take, with what each says of it. */
const noAmounts = [
  ['1.000.00', 'Dấu ngăn cách đặt sai'],
  ['-5', 'không được âm'],
  ['99999999999999999', 'quá lớn'],
] as const;
const noMoney = [...noAmounts, ['0', 'phải lớn hơn 0']] as const;

/** What is in the drawer at the beginning, in đồng. */
const float = 500_000;

/** Types each text into a field and expects its error there, and nothing to press. */
async function expectNoAmount(
  field: Locator,
  confirm: Locator,
  texts: readonly (readonly [string, string])[],
): Promise<void> {
  const wrapper = field.page().locator('.mantine-InputWrapper-root').filter({ has: field });
  for (const [text, says] of texts) {
    await field.fill(text);
    await expect(wrapper.getByTestId('field-error')).toContainText(says);
    await expect(confirm).toBeDisabled();
  }
}

async function openTill({ page }: DeskPage): Promise<void> {
  await page.keyboard.press('Control+F8');
  await expect(page.getByTestId('till-float')).toBeFocused();
  await page.keyboard.type('500.000');
  await pressByKeys(page, 'till-open');
  await expect(page.getByTestId('till-expected')).toHaveAttribute('data-amount', String(float));
  await page.keyboard.press('Escape');
  await expect(page.getByTestId('till-drawer')).toHaveCount(0);
}

/** Closes the drawer with exactly what should be in it. */
async function closeTill({ page }: DeskPage): Promise<void> {
  await page.keyboard.press('Shift+F12');
  await page.keyboard.press('Control+F8');
  const expected = await page.getByTestId('till-expected').getAttribute('data-amount');
  await page.getByTestId('till-close-begin').click();
  await page.getByTestId('till-counted').fill(String(expected));
  await page.getByTestId('till-close').click();
  await expect(page.getByTestId('no-drawer')).toBeVisible();
  await page.keyboard.press('Escape');
}

/** Opens the reader's money and charges for a service. */
async function charge({ page }: DeskPage, title: string, amount: string): Promise<void> {
  await page.keyboard.press('F8');
  await pressByKeys(page, 'service-begin');
  await page.getByTestId('service-title').fill(title);
  await page.getByTestId('service-amount').fill(amount);
  await page.keyboard.press('Control+Enter');
  await expect(page.getByTestId('pay-charge').filter({ hasText: title })).toBeVisible();
}

/** Forgives the only charge there is. */
async function waiveAll({ page }: DeskPage): Promise<void> {
  await page.getByTestId('charge-waive').click();
  await page.getByTestId('waive-ground').selectOption('error-correction');
  await page.getByTestId('waive-confirm').click();
  await expect(page.getByTestId('pay-nothing')).toBeVisible();
}

test.describe('with an open cash drawer', () => {
  test.beforeEach(async ({ desk, code }) => {
    await openTill(desk);
    await desk.scan(code('ordinary'));
  });
  test.afterEach(async ({ desk }) => closeTill(desk));

  test('cash is taken by keys alone, with the change in large figures and a receipt', async ({ desk }) => {
    const { page } = desk;
    await charge(desk, 'Sao chụp thử', '27.000');
    const papers = await desk.slips();
    await tabTo(page, '[data-testid="pay-tendered"]');
    await page.keyboard.type('50000');
    await expect(page.getByTestId('pay-change')).toHaveAttribute('data-amount', '23000');
    await page.keyboard.press('Control+Enter');
    await expect(page.getByTestId('paid-change')).toContainText(formatAmount(23_000));
    await expect(page.getByTestId('pay-nothing')).toBeVisible();
    await desk.expectSlips(papers + 1);
    // Pressed again it takes nothing: there is one payment, of what was owed.
    await page.keyboard.press('Control+Enter');
    await expect(page.getByTestId('payment').first()).toContainText('khách đưa 50.000 đ');
    await page.keyboard.press('Escape');
    await page.keyboard.press('Control+F8');
    await expect(page.getByTestId('till-payment')).toHaveCount(1);
    await expect(page.getByTestId('till-expected')).toHaveAttribute('data-amount', String(float + 27_000));
  });

  test('an amount that is none is said at its field, and nothing is taken', async ({ desk }) => {
    const { page } = desk;
    await charge(desk, 'In thử', '8.000');
    const take = page.getByTestId('pay-cash');
    const payments = await page.getByTestId('payment').count();
    await expectNoAmount(page.getByTestId('pay-amount'), take, [...noMoney, ['8.001', 'Chỉ còn 8.000 đ']]);
    await page.keyboard.press('Control+Enter');
    await page.getByTestId('pay-amount').fill('8.000');
    await expect(take).toBeEnabled();
    await expectNoAmount(page.getByTestId('pay-tendered'), take, [...noAmounts, ['7.999', 'Còn thiếu 1 đ']]);
    await page.getByTestId('charge-waive').click();
    await page.getByTestId('waive-ground').selectOption('library-decision');
    await expectNoAmount(page.getByTestId('waive-amount'), page.getByTestId('waive-confirm'), noMoney);
    await page.getByTestId('charge-waive').click();
    await expect(page.getByTestId('pay-owed')).toContainText('8.000 đ');
    await expect(page.getByTestId('payment')).toHaveCount(payments);
    await waiveAll(desk);
    await page.getByTestId('service-begin').click();
    await page.getByTestId('service-title').fill('Dịch vụ thử');
    await expectNoAmount(page.getByTestId('service-amount'), page.getByTestId('service-confirm'), noMoney);
  });

  test('a charge is waived in part, never without a ground of the law', async ({ desk }) => {
    const { page } = desk;
    await charge(desk, 'Đóng bìa thử', '20.000');
    await page.getByTestId('charge-waive').focus();
    await page.keyboard.press('Enter');
    await page.getByTestId('waive-amount').fill('15.000');
    await expect(page.getByTestId('waive-confirm')).toBeDisabled();
    await tabTo(page, '[data-testid="waive-ground"]');
    await page.keyboard.type('Hộ nghèo');
    await expect(page.getByText('Điều 44 khoản 5')).toBeVisible();
    await expectNothingSerious(page);
    // Escape gives up the form and not the drawer around it; Ctrl+Enter waives and takes no money beside it.
    await page.keyboard.press('Escape');
    await expect(page.getByTestId('waive-ground')).toHaveCount(0);
    await pressByKeys(page, 'charge-waive');
    await page.getByTestId('waive-amount').fill('15.000');
    await page.getByTestId('waive-ground').selectOption('poor-household');
    const payments = await page.getByTestId('payment').count();
    await page.keyboard.press('Control+Enter');
    await expect(page.getByTestId('pay-owed')).toContainText('5.000 đ');
    await expect(page.getByTestId('payment')).toHaveCount(payments);
    await expect(page.getByTestId('pay-charge')).toContainText('còn 5.000 đ trên 20.000 đ');
    await waiveAll(desk);
  });

  test('a payment is reversed with a reason, and its receipt printed again', async ({ desk }) => {
    const { page } = desk;
    await charge(desk, 'Tra cứu thử', '12.000');
    await page.getByTestId('pay-cash').click();
    await expect(page.getByTestId('pay-nothing')).toBeVisible();
    const payment = page.getByTestId('payment').first();
    const papers = await desk.slips();
    await payment.getByTestId('payment-reprint').click();
    await desk.expectSlips(papers + 1);
    await payment.getByTestId('payment-reverse').click();
    await expect(payment.getByTestId('payment-reverse-confirm')).toBeDisabled();
    await expect(payment).toContainText('Trả 12.000 đ tiền mặt');
    await payment.getByTestId('payment-reverse-note').fill('Thu nhầm người');
    await page.keyboard.press('Control+Enter');
    await expect(payment).toHaveAttribute('data-status', 'reversed');
    await expect(page.getByTestId('pay-owed')).toContainText('12.000 đ');
    await expect(payment.getByTestId('payment-reverse')).toHaveCount(0);
    await waiveAll(desk);
    await page.keyboard.press('Escape');
    await page.keyboard.press('Control+F8');
    await expect(page.getByTestId('till-expected')).toHaveAttribute('data-amount', String(float));
  });

  test('a deposit is taken and given back, never more than is free', async ({ desk }) => {
    const { page } = desk;
    await page.keyboard.press('Shift+F8');
    await expect(page.getByTestId('deposit-amount')).toBeFocused();
    await expectNoAmount(page.getByTestId('deposit-amount'), page.getByTestId('pay-cash'), noMoney);
    await page.getByTestId('deposit-amount').fill('');
    await page.keyboard.type('200000');
    await page.keyboard.press('Control+Enter');
    await expect(page.getByTestId('deposit-held')).toContainText('200.000 đ');
    await expectNothingSerious(page);
    await tabTo(page, '[data-testid="deposit-doing"] input');
    await page.keyboard.press('ArrowRight');
    const refund = page.getByTestId('deposit-refund');
    await expect(refund).toContainText('200.000 đ');
    await expectNoAmount(page.getByTestId('deposit-amount'), refund, [
      ['200.001', 'Chỉ trả lại được 200.000 đ'],
    ]);
    await page.getByTestId('deposit-amount').fill('200.000');
    await page.keyboard.press('Control+Enter');
    await expect(page.getByTestId('deposit-held')).toHaveText('0 đ');
  });
});

test('a transfer is shown, printed, reported, and found in the bank statement', async ({ desk, code }) => {
  const { page } = desk;
  await desk.scan(code('ordinary'));
  await charge(desk, 'Gửi bưu điện thử', '15.000');
  await tabTo(page, '[data-testid="pay-method"] input');
  await page.keyboard.press('ArrowRight');
  await pressByKeys(page, 'pay-qr-make');
  const bill = (await page.getByTestId('pay-bill').textContent()) ?? '';
  const papers = await desk.slips();
  await pressByKeys(page, 'pay-qr-print');
  await expect(page.getByTestId('pay-qr-printed')).toBeVisible();
  await desk.expectSlips(papers + 1);
  await page.getByTestId('pay-reported').click();
  const payment = page.getByTestId('payment').filter({ hasText: bill });
  await expect(payment).toHaveAttribute('data-status', 'reported');
  await page.keyboard.press('Escape');

  await page.keyboard.press('Control+F8');
  await tabTo(page, '[data-testid="till-view"] input');
  await page.keyboard.press('ArrowRight');
  const line = page.getByTestId('reported').filter({ hasText: bill });
  await expect(line).toContainText('15.000 đ');
  await expectNothingSerious(page);
  await line.getByTestId('reported-received').click();
  await expect(page.getByTestId('act-answer')).toHaveAttribute('data-state', 'done');
  await expect(line).toHaveCount(0);
  await page.keyboard.press('Escape');
  await page.keyboard.press('F8');
  await expect(payment).toHaveAttribute('data-status', 'received');
  await expect(page.getByTestId('pay-nothing')).toBeVisible();
});

test('a drawer that does not come out even is closed with a note, and kept among the closed', async ({
  desk,
}) => {
  const { page } = desk;
  await page.keyboard.press('Control+F8');
  await expectNoAmount(page.getByTestId('till-float'), page.getByTestId('till-open'), noAmounts);
  await expectNothingSerious(page);
  await page.keyboard.press('Escape');
  await openTill(desk);
  await page.keyboard.press('Control+F8');
  await pressByKeys(page, 'till-close-begin');
  const close = page.getByTestId('till-close');
  await expectNoAmount(page.getByTestId('till-counted'), close, noAmounts);
  // 4 notes of 100.000 and 9 of 10.000: a note of 10.000 is missing.
  await tabTo(page, '[data-testid="till-note-100000"]');
  await page.keyboard.type('4');
  await tabTo(page, '[data-testid="till-note-10000"]');
  await page.keyboard.type('9');
  await expect(page.getByTestId('till-difference')).toHaveAttribute('data-amount', '-10000');
  await expect(close).toBeDisabled();
  await expectNothingSerious(page);
  await tabTo(page, '[data-testid="till-note"]');
  const note = 'Thối nhầm một tờ 10.000 (ca thử)';
  await page.keyboard.type(note);
  await page.keyboard.press('Control+Enter');
  await expect(page.getByTestId('no-drawer')).toBeVisible();
  await page.getByTestId('till-view').getByText('Ca đã chốt').click();
  const closed = page.getByTestId('till-closed').filter({ hasText: note });
  await expect(closed).toContainText('thiếu 10.000 đ');
  await expectNothingSerious(page);
});
