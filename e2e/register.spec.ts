import type { Locator } from '@playwright/test';
import { expect, test } from './fixtures.ts';
import { errorOf, openReaderDrawer } from './forms.ts';
import { expectNothingSerious } from './serious.ts';

test.describe('registration', () => {
  test('says at each field what is wrong with it, and keeps nothing until all is right', async ({ desk }) => {
    const { page, patron } = desk;
    const field = (name: string): Locator => page.getByTestId(`field-${name}`);
    await page.keyboard.press('Shift+F1');
    await expect(field('name')).toBeFocused();
    const wrong = [
      ['name', 'Thử '.repeat(75), 'LT-1801'],
      ['phone', '12345', 'LT-1806'],
      ['email', 'khong-phai-thu', 'LT-1807'],
      ['citizenId', '12345', 'LT-1804'],
      ['card', '', 'LT-1814'],
    ] as const;
    for (const [name, text, code] of wrong) {
      await field(name).fill(text);
      await field(name).blur();
      await expect(errorOf(field(name))).toHaveAttribute('data-code', code);
    }
    await field('birthDate').fill('31/02/1990');
    await field('birthDate').blur();
    await expect(errorOf(field('birthDate'))).toBeVisible();
    await expectNothingSerious(page);
    await page.keyboard.press('Control+Enter');
    // The first field that is wrong has the focus, and the category is asked for in words.
    await expect(field('name')).toBeFocused();
    await expect(errorOf(field('category'))).toContainText('Chọn đối tượng bạn đọc');
    await expect(page.getByTestId('register-drawer')).toBeVisible();

    // All right but one: still nothing is kept.
    await field('name').fill('Bạn Đọc Thử Nửa Chừng');
    await field('birthDate').fill('01/02/1990');
    await field('email').fill('');
    await field('citizenId').fill('');
    await field('card').fill('THU-NUA-CHUNG');
    await page.keyboard.press('Control+Enter');
    await expect(field('phone')).toBeFocused();
    await page.keyboard.press('Escape');
    await expect(page.getByTestId('register-drawer')).toHaveCount(0);
    await desk.put('THU-NUA-CHUNG');
    await expect(desk.newest).toContainText('Quét lại để xác nhận');
    await expect(patron).not.toContainText('Thử');
    await page.keyboard.press('F3');
    await page.getByTestId('search-box').fill('nua chung');
    await expect(page.getByText('Không có bạn đọc nào khớp.')).toBeVisible();
    await page.keyboard.press('Escape');
    await expect(page.getByTestId('search-drawer')).toHaveCount(0);
  });

  test('a card number that another reader has is said at its field', async ({ desk, code }) => {
    const { page } = desk;
    await page.keyboard.press('Shift+F1');
    await page.getByTestId('field-name').fill('Bạn Đọc Thử Trùng Số');
    await page.getByTestId('field-birthDate').fill('01/02/1990');
    await page.getByTestId('field-card').fill(code('ordinary'));
    await page.keyboard.press('Control+Enter');
    await expect(errorOf(page.getByTestId('field-card'))).toHaveAttribute('data-code', 'LT-1803');
    await expect(page.getByTestId('field-card')).toBeFocused();
    await page.keyboard.press('Escape');
    await expect(page.getByTestId('patron-empty')).toBeVisible();
  });

  test('a child needs somebody who answers, and both agree to what is kept', async ({ desk, code }) => {
    const { page, patron } = desk;
    await page.keyboard.press('Shift+F1');
    await expect(page.getByTestId('field-name')).toBeFocused();
    await page.keyboard.type('Bạn Đọc Thử Nhỏ');
    await page.keyboard.press('Enter');
    await page.keyboard.type(`0102${new Date().getFullYear() - 9}`);
    await expect(page.getByTestId('field-category')).toHaveValue('thieu-nhi');
    await expect(page.getByTestId('register-guardian')).toBeVisible();
    await page.keyboard.press('Control+Enter');
    await expect(errorOf(page.getByTestId('field-guarantor'))).toHaveAttribute('data-code', 'LT-1805');
    // The reader who answers may simply scan the card.
    await desk.put(code('ordinary'));
    await page.getByTestId('register-use-guarantor').click();
    await expect(page.getByTestId('field-guarantor')).toHaveAttribute('data-card', code('ordinary'));
    await page.getByTestId('consent-contact-patron').check();
    await expect(page.getByTestId('consent-contact')).toContainText('Cần cả hai người đồng ý');
    await page.getByTestId('consent-contact-guardian').check();
    await expectNothingSerious(page);
    await page.keyboard.press('Control+Enter');
    await expect(patron).toContainText('Bạn Đọc Thử Nhỏ');
    await expect(page.getByTestId('patron-guarantor')).toContainText(code('ordinary'));
    const drawer = await openReaderDrawer(page);
    await expect(drawer.getByTestId('consent-line-contact')).toHaveAttribute('data-granted', 'true');
    await expect(drawer.getByTestId('consent-line-photo')).toHaveAttribute('data-granted', 'false');
  });
});
