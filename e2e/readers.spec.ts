import type { DeskPage } from './desk-page.ts';
import { expect, test } from './fixtures.ts';
import { errorOf, openReaderDrawer } from './forms.ts';
import { pressByKeys, tabTo } from './keyboard.ts';
import { expectNothingSerious } from './serious.ts';

/** Registers an invented grown-up by keys alone, who is then at the desk; gives the card's number. */
async function register({ page, patron }: DeskPage, name: string): Promise<string> {
  await page.keyboard.press('Shift+F1');
  await expect(page.getByTestId('field-name')).toBeFocused();
  await page.keyboard.type(name);
  await page.keyboard.press('Enter');
  await page.keyboard.type('01021990');
  await expect(page.getByTestId('field-category')).toHaveValue('nguoi-lon');
  const card = await page.getByTestId('field-card').inputValue();
  await page.keyboard.press('Control+Enter');
  await expect(page.getByTestId('register-drawer')).toHaveCount(0);
  await expect(patron).toContainText(name);
  await expect(patron).toContainText(card);
  return card;
}

test.describe('what a reader has', () => {
  test('a renewal that gains nothing says why; a due date is set by hand, never to a day that is none', async ({
    desk,
    code,
  }) => {
    const { page, newest } = desk;
    const copy = code('available', 5);
    await desk.scan(code('ordinary'), copy);
    await desk.expectNewest(copy, 'done');
    const loan = desk.loans.filter({ hasText: copy });
    // Fifteen days from today are more than the ten a renewal would give from today.
    await pressByKeys(page, 'loan-renew');
    await expect(newest).toHaveAttribute('data-act', 'renewal');
    await expect(newest).toContainText(/hạn trả/i);
    await expect(newest).not.toHaveAttribute('data-state', 'done');
    await newest.getByTestId('row-why').click();
    await expect(page.getByTestId('why-panel')).toContainText(/quy tắc/i);

    await loan.getByTestId('loan-more').focus();
    await page.keyboard.press('Enter');
    await pressByKeys(page, 'loan-change-due', 'ArrowDown');
    const due = loan.getByTestId('loan-new-due');
    await expect(due).toBeFocused();
    for (const [text, says] of [
      ['31/02/2027', 'Không có ngày này'],
      ['01/01/2020', 'Đã qua'],
    ] as const) {
      await due.fill(text);
      await expect(loan).toContainText(says);
      await expect(loan.getByTestId('loan-save-due')).toBeDisabled();
    }
    const later = `15/01/${new Date().getFullYear() + 1}`;
    await due.fill(later);
    await pressByKeys(page, 'loan-save-due');
    await expect(loan.getByTestId('loan-due')).toContainText(later);
    await desk.clear();
    await desk.scan(copy);
    await expect(newest).toHaveAttribute('data-act', 'return');
  });

  test('holds and charges are a key away', async ({ desk, code }) => {
    const { page } = desk;
    await desk.scan(code('hold-ready'));
    await tabTo(page, '[data-testid="tab-loans"]');
    await page.keyboard.press('ArrowRight');
    await expect(page.getByTestId('hold-row').first()).toContainText('Sẵn sàng ở giá giữ');
    await expect(page.getByTestId('hold-row').first()).toHaveAttribute('data-status', 'waiting');
    await expectNothingSerious(page);
    await desk.clear();
    await desk.scan(code('owes'));
    await page.getByTestId('tab-charges').click();
    const charge = page.getByTestId('charge-row').first();
    await expect(charge).toBeVisible();
    expect(Number(await charge.getAttribute('data-outstanding'))).toBeGreaterThan(0);
    await expectNothingSerious(page);
    await page.getByTestId('charges-pay').click();
    await expect(page.getByTestId('pay-drawer')).toBeVisible();
    await page.keyboard.press('Escape');
    await expect(page.getByTestId('pay-drawer')).toHaveCount(0);
  });

  test('a message is left, is there the next time, and is taken away', async ({ desk, code }) => {
    const { page } = desk;
    const message = page.getByTestId('patron-message').filter({ hasText: 'Nhắn thử' });
    await desk.scan(code('ordinary'));
    await page.keyboard.press('Control+F9');
    await expect(page.getByTestId('message-text')).toBeFocused();
    await page.keyboard.type('Nhắn thử: quên ô ở phòng đọc');
    const until = page.getByTestId('message-until');
    await until.fill('31/02/2027');
    await expect(errorOf(until)).toContainText('Không có ngày này');
    await expect(page.getByTestId('message-save')).toBeDisabled();
    await until.fill('');
    await pressByKeys(page, 'message-save');
    await expect(message).toBeVisible();
    await desk.clear();
    await desk.scan(code('ordinary'));
    await expect(message).toBeVisible();
    await message.getByTestId('patron-message-done').click();
    await expect(message).toHaveCount(0);

    const drawer = await openReaderDrawer(page);
    await drawer.getByTestId('message-add').click();
    await page.keyboard.type('Nhắn thử từ hồ sơ');
    await page.keyboard.press('Control+Enter');
    const line = drawer.getByTestId('message-line').filter({ hasText: 'Nhắn thử từ hồ sơ' });
    await expect(line).toBeVisible();
    await line.getByRole('button').click();
    await expect(line).toHaveCount(0);
  });
});

test.describe('the reader’s data', () => {
  test('what is sealed is opened for a look, changed field by field, and covered again', async ({ desk }) => {
    const { page } = desk;
    await register(desk, 'Bạn Đọc Thử Liên Hệ');
    const drawer = await openReaderDrawer(page);
    await expectNothingSerious(page);
    await drawer.getByTestId('contact-show').click();
    await drawer.getByTestId('contact-edit').click();
    const phone = drawer.getByTestId('contact-phone');
    await expect(phone).toBeFocused();
    await page.keyboard.type('0912');
    await drawer.getByTestId('contact-citizenId').fill('024090009999');
    await page.keyboard.press('Control+Enter');
    await expect(errorOf(phone)).toHaveAttribute('data-code', 'LT-1806');
    await expect(phone).toBeFocused();
    // Escape gives up the form and not the drawer; the number that was right is not kept either.
    await page.keyboard.press('Escape');
    await expect(drawer).toBeVisible();
    await expect(phone).toHaveCount(0);
    await expect(drawer).not.toContainText('999');

    await drawer.getByTestId('contact-edit').click();
    await page.keyboard.type('0912345678');
    await drawer.getByTestId('contact-citizenId').fill('024090009999');
    await page.keyboard.press('Control+Enter');
    await expect(drawer.getByTestId('contact-saved')).toBeVisible();
    await expect(drawer).not.toContainText('0912345678');
    await drawer.getByTestId('contact-show').click();
    await expect(drawer.getByTestId('contact-data')).toContainText('0912345678');
    await expect(drawer.getByTestId('contact-data')).not.toContainText('024090009999');
    await drawer.getByTestId('contact-whole').click();
    await expect(drawer.getByTestId('contact-data')).toContainText('024090009999');
    await expectNothingSerious(page);
  });

  test('a name is corrected, never to one that is none', async ({ desk }) => {
    const { page, patron } = desk;
    await register(desk, 'Bạn Đọc Thử Tên');
    const drawer = await openReaderDrawer(page);
    await drawer.getByTestId('profile-edit').click();
    await drawer.getByTestId('profile-name').fill('Thử '.repeat(75));
    await expect(errorOf(drawer.getByTestId('profile-name'))).toHaveAttribute('data-code', 'LT-1801');
    await expect(drawer.getByTestId('profile-save')).toBeDisabled();
    await page.keyboard.press('Control+Enter');
    await expect(patron).toContainText('Bạn Đọc Thử Tên');
    await drawer.getByTestId('profile-name').fill('Bạn Đọc Thử Tên Mới');
    await drawer.getByTestId('profile-birth-date').fill('31/02/1990');
    await expect(errorOf(drawer.getByTestId('profile-birth-date'))).toContainText('Không có ngày này');
    await expect(drawer.getByTestId('profile-save')).toBeDisabled();
    await drawer.getByTestId('profile-birth-date').fill('28/02/1990');
    await page.keyboard.press('Control+Enter');
    await expect(patron).toContainText('Bạn Đọc Thử Tên Mới');
  });

  test('the consent ledger only grows, and the newest line counts', async ({ desk }) => {
    const { page } = desk;
    await register(desk, 'Bạn Đọc Thử Đồng Ý');
    await page.getByTestId('tab-history').click();
    await expect(page.getByTestId('loans-panel')).toContainText('Không giữ lịch sử mượn của bạn đọc này.');
    const drawer = await openReaderDrawer(page);
    const history = drawer.getByTestId('consent-line-reading-history');
    await expect(history).toHaveAttribute('data-granted', 'false');
    await pressByKeys(page, 'consent-change-reading-history');
    await expect(history).toHaveAttribute('data-granted', 'true');
    await drawer.getByTestId('consent-change-reading-history').click();
    await expect(history).toHaveAttribute('data-granted', 'false');
    await expect(history).toContainText('rút lại');
    await drawer.getByRole('button', { name: 'Các dòng đã ghi' }).click();
    await expect(drawer.getByTestId('consent-ledger').locator('li')).toHaveCount(2);
    await expectNothingSerious(page);
  });

  test('a card is blocked with a reason, opened again, lost, and replaced; the old one finds its reader', async ({
    desk,
  }) => {
    const { page, patron } = desk;
    const old = await register(desk, 'Bạn Đọc Thử Thẻ');
    const drawer = await openReaderDrawer(page);
    await pressByKeys(page, 'block-begin');
    await expect(drawer.getByTestId('block-reason')).toBeFocused();
    await expect(drawer.getByTestId('block-block-confirm')).toBeDisabled();
    await page.keyboard.type('Thử khóa');
    await page.keyboard.press('Control+Enter');
    await expect(drawer.getByTestId('block-state')).toContainText('Thử khóa');
    await expect(patron).toContainText('Thẻ bị khóa');
    await pressByKeys(page, 'block-lift');
    await page.keyboard.press('Control+Enter');
    await expect(drawer.getByTestId('block-state')).toContainText('không bị khóa');

    await pressByKeys(page, 'card-lost');
    await drawer.getByTestId('card-lost-confirm').click();
    await expect(drawer.getByTestId('card-state')).toContainText('báo mất');
    await drawer.getByTestId('card-replace').click();
    const number = drawer.getByTestId('card-replace-number');
    await expect(number).not.toHaveValue('');
    const fresh = await number.inputValue();
    await drawer.getByTestId('card-replace-confirm').click();
    await expect(drawer.getByTestId('card-state')).toContainText(fresh);
    await expect(drawer.getByTestId('card-state')).not.toContainText('báo mất');
    await page.keyboard.press('Escape');
    await desk.clear();
    await desk.put(old);
    await expect(patron).toContainText(fresh);
    await expect(desk.newest).toContainText(/thẻ cũ/i);
  });
});
