import type { Page } from '@playwright/test';
import { expect, test } from './fixtures.ts';
import { errorOf } from './forms.ts';
import { pressByKeys, tabTo } from './keyboard.ts';
import { expectNothingSerious } from './serious.ts';
import { timersSetUntouched } from './untouched.ts';

// Axe looks at several screens a test, and takes seconds at each on a busy machine.
test.describe.configure({ timeout: 120_000 });

type Office = 'policy' | 'calendar' | 'slips';

/** Goes to a screen of the office by keys alone. */
async function goTo(page: Page, place: Office): Promise<void> {
  // Backwards: behind the scan box come the rows of the whole day.
  await pressByKeys(page, 'admin-menu', 'Shift+Tab');
  await pressByKeys(page, `admin-${place}`, 'ArrowDown');
  await expect(page.getByTestId('office')).toBeVisible();
}

/** Back at the desk, whose scan box has the focus again. */
async function goToDesk(page: Page): Promise<void> {
  await page.getByTestId('office-back').click();
  await expect(page.getByTestId('office')).toBeHidden();
}

test('a policy is drafted, never with a blank, tried out, and saved as a new version', async ({ desk }) => {
  const { page } = desk;
  await goTo(page, 'policy');
  await expectNothingSerious(page);
  await pressByKeys(page, 'policy-draft');
  const version = await page.getByTestId('policy-new-version').inputValue();
  await page.getByTestId('policy-tab-loan').click();
  await page.locator('[data-testid="policy-item"][data-policy="muon-nguoi-lon"]').click();
  const length = page.locator('[data-field="renewalLength"] input');
  const save = page.getByTestId('policy-save');
  const impact = page.getByTestId('policy-impact');
  await expect(impact).toHaveAttribute('data-changed', '0');
  for (const text of ['', 'mười', '-1', '1000000000000']) {
    await length.fill(text);
    await expect(page.getByTestId('policy-faults')).toBeVisible();
    await expect(save).toBeDisabled();
  }
  // Each fault leads to its place.
  await page.getByTestId('policy-tab-fees').click();
  await page.getByTestId('policy-faults').click();
  await expectNothingSerious(page);
  await page.getByTestId('policy-fault-line').first().click();
  await expect(page.getByTestId('policy-form')).toHaveAttribute('data-policy', 'muon-nguoi-lon');
  await page.locator('[data-field="renewalLength"] input').fill('12');
  await expect(page.getByTestId('policy-faults')).toHaveCount(0);

  await expect(impact).not.toHaveAttribute('data-changed', /^0?$/u);
  await pressByKeys(page, 'policy-impact-show');
  await expect(page.getByTestId('impact-row').first()).toContainText('12');
  await expectNothingSerious(page);
  await page.getByTestId('policy-impact-show').click();
  await page.getByTestId('policy-tab-whatIf').click();
  await expect(page.getByTestId('whatif-count')).toBeVisible();
  await page.getByTestId('whatif-only-changed').check();
  await expect(page.getByTestId('office')).toContainText('12 ngày');
  expect(await timersSetUntouched(page)).toBeLessThan(3);
  await expectNothingSerious(page);

  // Unsaved work is there when staff come back from the desk.
  await goToDesk(page);
  await goTo(page, 'policy');
  await expect(page.getByTestId('policy-new-version')).toHaveValue(version);
  // A version that is there already is refused.
  const [, taken = ''] = await page
    .getByTestId('policy-version')
    .evaluate((select: HTMLSelectElement) => [...select.options].map((option) => option.value));
  await page.getByTestId('policy-new-version').fill(taken);
  await expect(save).toBeDisabled();
  await page.getByTestId('policy-new-version').fill(version);
  await expect(save).toBeEnabled();
  await save.click();
  await expect(page.getByTestId('act-answer').filter({ visible: true })).toContainText(version);
  await expect(page.getByTestId('policy-version')).toHaveValue(version);
  await goToDesk(page);
});

test('a closing shows what it moves before it is done, and moves just that', async ({ desk, code }) => {
  const { page } = desk;
  const copy = code('available', 7);
  await desk.scan(code('ends-soon'), copy);
  await desk.expectNewest(copy, 'done');
  const promised = (await desk.newest.getByTestId('row-due').textContent()) ?? '';
  const [day = ''] = /\d\d\/\d\d\/\d{4}/u.exec(promised) ?? [];
  await goTo(page, 'calendar');
  await expectNothingSerious(page);

  // The days are walked by arrow keys; a day that was changed and not saved keeps the door open.
  await tabTo(page, '[data-testid="calendar-day"]');
  const start = await page.locator('[data-testid="calendar-day"]:focus').getAttribute('data-date');
  await page.keyboard.press('ArrowDown');
  await expect(page.locator('[data-testid="calendar-day"]:focus')).not.toHaveAttribute(
    'data-date',
    start ?? '',
  );
  await page.getByTestId('day-name').fill('Nghỉ thử');
  await page.getByTestId('day-close').or(page.getByTestId('day-open')).click();
  await expect(page.getByTestId('calendar-changed')).toContainText('1 ngày');
  await page.getByTestId('close-today').click();
  await expect(page.getByTestId('closing')).toContainText('Lịch có sửa đổi chưa lưu');
  await expect(page.getByTestId('closing-confirm')).toBeDisabled();
  await page.getByTestId('calendar-drop').click();

  const from = page.getByTestId('closing-from');
  const until = page.getByTestId('closing-to');
  const confirm = page.getByTestId('closing-confirm');
  await from.fill('31/02/2027');
  await expect(errorOf(from)).toContainText('Không có ngày này');
  await expect(confirm).toBeDisabled();
  await from.fill(day);
  await until.fill('01/01/2020');
  await expect(page.getByTestId('closing').getByTestId('act-answer')).toHaveAttribute(
    'data-state',
    'refused',
  );
  await expect(confirm).toBeDisabled();
  await until.fill(day);
  await page.getByTestId('closing-name').fill('');
  await expect(confirm).toBeDisabled();
  await page.getByTestId('closing-name').fill('Nghỉ thử');
  const moved = page.getByTestId('closing-moved').filter({ hasText: code('ends-soon') });
  await expect(moved).toContainText(day);
  await expect(confirm).toBeEnabled();
  await expectNothingSerious(page);
  const after = (await moved.locator('ins').textContent()) ?? '';
  await tabTo(page, '[data-testid="closing-confirm"]');
  await page.keyboard.press('Enter');
  await expect(page.getByTestId('closing-done')).toBeVisible();
  await goToDesk(page);
  await expect(desk.loans.filter({ hasText: copy }).getByTestId('loan-due')).toContainText(after);
  await desk.clear();
  await desk.scan(copy);
  await expect(desk.newest).toHaveAttribute('data-act', 'return');
});

test('a slip says what the library writes, drawn as it will be printed; a bad wording is never saved', async ({
  desk,
  code,
}) => {
  const { page } = desk;
  await goTo(page, 'slips');
  const text = page.getByTestId('template-text');
  const fault = page.getByTestId('template-fault');
  const save = page.getByTestId('template-save');
  const paper = page.getByTestId('template-preview');
  await expect(paper).toBeVisible();
  await expectNothingSerious(page);
  const standard = await text.inputValue();
  const before = await paper.getAttribute('src');
  for (const wrong of ['{{khongCo}}', '{{#items}}', '{{reader']) {
    await text.fill(`${standard}\n${wrong}`);
    await expect(fault).toContainText('Dòng');
    await expect(save).toBeDisabled();
  }
  await expect(paper).toHaveAttribute('src', before ?? '');
  await text.fill(`= Lời chào thử\n${standard}`);
  await expect(fault).toBeEmpty();
  await expect(paper).not.toHaveAttribute('src', before ?? '');
  await pressByKeys(page, 'template-save');
  await expect(page.getByTestId('act-answer').filter({ visible: true })).toHaveAttribute(
    'data-state',
    'done',
  );
  await expect(page.getByTestId('template-loan')).toContainText('mẫu riêng');

  await goToDesk(page);
  const papers = await desk.slips();
  await desk.scan(code('ends-soon'), code('available', 7));
  await desk.expectNewest(code('available', 7), 'done');
  await page.keyboard.press('F12');
  await desk.expectSlips(papers + 1);
  await desk.scan(code('available', 7));

  await goTo(page, 'slips');
  await pressByKeys(page, 'template-restore');
  await expect(text).toHaveValue(standard);
  await pressByKeys(page, 'template-save');
  await expect(page.getByTestId('template-loan')).toContainText('mẫu chung');
  await goToDesk(page);
});
