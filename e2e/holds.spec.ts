import { formatDay } from '../contract/locales/format.ts';
import type { DeskPage } from './desk-page.ts';
import { expect, test } from './fixtures.ts';
import { errorOf } from './forms.ts';
import { pressByKeys, tabTo } from './keyboard.ts';
import { expectNothingSerious } from './serious.ts';

// Axe looks at several screens a test, and takes seconds at each on a busy machine.
test.describe.configure({ timeout: 120_000 });

/** A year from now, when no hold of the demonstration ends. */
const nextYear = new Date().getFullYear() + 1;

/** Opens the title of the newest row. */
async function openTitle({ newest, page }: DeskPage): Promise<void> {
  await newest.getByTestId('row-title').click();
  await expect(page.getByTestId('title-drawer')).toBeVisible();
}

test('a hold on a title: dates that are none are refused, suspended and resumed, then cancelled', async ({
  desk,
  code,
}) => {
  const { page } = desk;
  const held = page.getByTestId('hold-row');
  await desk.scan(code('ends-soon'), code('on-loan'));
  await desk.expectNewest('đang do bạn đọc khác mượn', 'question');
  await page.keyboard.press('Shift+F7');
  await openTitle(desk);
  const place = page.getByTestId('place-hold');
  await expectNothingSerious(page);
  const starts = place.getByTestId('hold-starts');
  await starts.fill('31/02/2027');
  await expect(errorOf(starts)).toContainText('Không có ngày này');
  await expect(place.getByTestId('hold-save')).toBeDisabled();
  await starts.fill('');
  // Until a day that is past: the core says why not, and nothing is placed.
  await place.getByTestId('hold-expires').fill('01/01/2020');
  await place.getByTestId('hold-save').click();
  await expect(place.getByTestId('act-answer')).toHaveAttribute('data-state', 'refused');
  await expect(place.locator('[data-code="LT-1609"]')).toBeVisible();
  await place.getByTestId('hold-expires').fill('');
  await pressByKeys(page, 'hold-save');
  await expect(place.getByTestId('act-answer')).toHaveAttribute('data-state', 'done');
  // The same title again is asked about or refused, never quietly there twice.
  await pressByKeys(page, 'hold-save');
  await expect(place.locator('[data-code="LT-1603"]')).toBeVisible();
  await page.keyboard.press('Escape');

  await tabTo(page, '[data-testid="tab-loans"]');
  await page.keyboard.press('ArrowRight');
  await expect(held).toHaveCount(1);
  await expectNothingSerious(page);
  await pressByKeys(page, 'hold-suspend');
  await held.getByTestId('hold-suspend-until').fill(`15/03/${nextYear}`);
  await pressByKeys(page, 'hold-suspend-yes');
  await expect(held).toContainText(`Tạm ngưng đến ${formatDay(`${nextYear}-03-15`)}`);
  await held.getByTestId('hold-resume').click();
  await expect(held).toContainText('Chờ');
  await held.getByTestId('hold-cancel').click();
  // The way back is the one with the focus.
  await page.keyboard.press('Enter');
  await expect(held).toHaveCount(1);
  await pressByKeys(page, 'hold-cancel');
  await held.getByTestId('hold-cancel-yes').click();
  await expect(held).toHaveCount(0);
});

test('a hold on one copy is trapped when it comes back, and taken off the shelf', async ({ desk, code }) => {
  const { page, newest } = desk;
  const copy = code('available', 6);
  await desk.scan(code('ends-soon'), copy);
  await desk.expectNewest(copy, 'done');
  await desk.clear();
  await desk.scan(code('ordinary'), copy);
  await desk.expectNewest('đang do bạn đọc khác mượn', 'question');
  await page.keyboard.press('Shift+F7');
  await openTitle(desk);
  const place = page.getByTestId('place-hold');
  await place.getByTestId('hold-level').selectOption({ label: `Chỉ bản ${copy}` });
  await place.getByTestId('hold-save').click();
  await expect(place.getByTestId('act-answer')).toHaveAttribute('data-state', 'done');
  await expect(page.getByTestId('queue-row').filter({ hasText: code('ordinary') })).toContainText(
    'chỉ một bản',
  );
  await page.keyboard.press('Escape');
  await desk.clear();

  const papers = await desk.slips();
  await desk.put(copy);
  await desk.expectNewest('GIỮ CHO', 'routed');
  await expect(newest).toContainText(copy);
  await desk.expectSlips(papers + 1);
  await page.keyboard.press('F10');
  await expect(newest).toHaveAttribute('data-holds', 'false');

  await page.keyboard.press('Shift+F2');
  const find = page.getByTestId('shelf-find');
  await expect(find).toBeFocused();
  await expectNothingSerious(page);
  await page.keyboard.type(copy);
  const line = page.getByTestId('shelf-line');
  await expect(line).toHaveCount(1);
  await expect(line).toContainText(code('ordinary'));
  await expect(line).toHaveAttribute('data-lapsed', 'false');
  await pressByKeys(page, 'shelf-end');
  // Escape gives up the form, not the drawer.
  await page.keyboard.press('Escape');
  await expect(line.getByTestId('shelf-why')).toHaveCount(0);
  await expect(line.getByTestId('shelf-end')).toBeFocused();
  await pressByKeys(page, 'shelf-end');
  await line.getByTestId('shelf-why').selectOption('cancelled-by-staff');
  await page.keyboard.press('Control+Enter');
  await expect(line).toHaveCount(0);
  await page.keyboard.press('Escape');
  await expect(page.getByTestId('shelf-drawer')).toHaveCount(0);
});

test('what stands on the shelf is lent to whom it waits for, and to nobody else without a yes', async ({
  desk,
  code,
}) => {
  const { page, newest } = desk;
  await desk.scan(code('ordinary'), code('waiting-copy'));
  await expect(newest).toHaveAttribute('data-state', 'question');
  await expect(newest).toContainText(/giữ/i);
  await page.keyboard.press('Shift+F7');
  await expect(newest).toHaveAttribute('data-state', 'refused');
  await desk.clear();
  await desk.scan(code('hold-ready'));
  await page.getByTestId('tab-holds').click();
  const ready = page.locator('[data-testid="hold-row"][data-status="waiting"]').first();
  await expect(ready).toBeVisible();
});

test('what has waited too long, and what is overdue too long, are lists to work through', async ({
  desk,
}) => {
  const { page } = desk;
  await page.keyboard.press('Shift+F2');
  await expect(page.getByTestId('shelf-counts')).toBeVisible();
  // What has lapsed comes first.
  const lines = await page
    .getByTestId('shelf-line')
    .evaluateAll((all) => all.map((line) => line.getAttribute('data-lapsed')));
  expect(lines.lastIndexOf('true')).toBeLessThan(lines.includes('false') ? lines.indexOf('false') : Infinity);
  await tabTo(page, '[data-testid="shelf-view"] input');
  await page.keyboard.press('ArrowRight');
  const overdue = page.getByTestId('long-overdue');
  await expect(overdue.first().or(page.getByText('Không có lượt mượn nào').first())).toBeVisible();
  await expectNothingSerious(page);
  await page.keyboard.press('Escape');
  await expect(page.getByTestId('shelf-drawer')).toHaveCount(0);
});
