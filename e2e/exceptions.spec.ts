import type { DeskPage } from './desk-page.ts';
import { deskPage, deskReady } from './desk-page.ts';
import { expect, test } from './fixtures.ts';
import { expectNothingSerious } from './serious.ts';

/** The open disagreement about a copy, in the list of a desk. */
function exceptionOf({ page }: DeskPage, barcode: string) {
  return page.getByTestId('exception').filter({ hasText: barcode });
}

/** Sends and fetches now: after an outage a station waits for longer and longer. */
async function syncNow({ page, pill }: DeskPage): Promise<void> {
  await page.keyboard.press('Escape');
  await expect(page.getByTestId('exceptions-drawer')).toHaveCount(0);
  await pill.click();
  await page.getByTestId('sync-now').click();
  await page.keyboard.press('Escape');
  await expect(pill).toHaveAttribute('data-state', 'online');
  await expect(pill).toHaveAttribute('data-unsent', '0');
}

async function sees(desk: DeskPage, barcode: string): Promise<void> {
  await desk.page.keyboard.press('Shift+F4');
  await expect(exceptionOf(desk, barcode)).toHaveAttribute('data-rule', 'double-loan');
}

test('two desks lend one copy apart: both are told, one says offline who has it, the other sees that', async ({
  desk,
  network,
  code,
  browserOfSuite,
}) => {
  test.setTimeout(120_000);
  const started = await network.startStation(2);
  const context = await browserOfSuite.newContext({
    viewport: { width: 1366, height: 768 },
    locale: 'vi-VN',
  });
  const other = deskPage(await context.newPage());
  await other.page.goto(started.address);
  await deskReady(other);
  // No other test lends this one.
  const copy = code('available', 3);

  await test.step('neither knows of the other', async () => {
    await network.stopProvince();
    await desk.type(code('ordinary'));
    await desk.type(copy);
    await desk.expectNewest(copy, 'done');
    await other.type(code('hold-ready'));
    await other.type(copy);
    await other.expectNewest(copy, 'done');
  });

  await test.step('the province finds it, and both desks see both sides', async () => {
    await network.startProvince();
    await syncNow(desk);
    await syncNow(other);
    await expect(desk.page.getByTestId('exceptions-count')).toBeVisible();
    await desk.pill.click();
    await desk.page.getByTestId('story-exceptions-see').click();
    const card = exceptionOf(desk, copy);
    await expect(card).toHaveAttribute('data-rule', 'double-loan');
    await expect(card.getByTestId('exception-fact')).toHaveCount(2);
    await expect(card.locator('[data-here="true"]')).toContainText('Quầy 1');
    await expect(card.locator('[data-here="true"]')).toContainText('Thủ thư (luyện tập)');
    await expect(card.locator('[data-here="false"]')).not.toContainText('demo');
    await expectNothingSerious(desk.page);
    await sees(other, copy);
  });

  await test.step('one desk looked, with the cable out', async () => {
    await network.stopProvince();
    const card = exceptionOf(desk, copy);
    await card.getByTestId('exception-resolve').click();
    await expect(card.getByRole('radio', { checked: true })).toHaveValue('last-has-it');
    await card.getByTestId('exception-note').fill('Đã gọi hai bạn đọc');
    await expectNothingSerious(desk.page);
    // A list longer than the drawer leaves the switch above it as tall as it is.
    const views = desk.page.getByTestId('exceptions-view');
    const tall = (await views.boundingBox())?.height;
    await desk.page.setViewportSize({ width: 1366, height: 480 });
    expect((await views.boundingBox())?.height).toBe(tall);
    await desk.page.setViewportSize({ width: 1366, height: 768 });
    await card.getByTestId('exception-save').click();
    await expect(card).toHaveCount(0);
    await desk.page.getByTestId('exceptions-view').getByText('Đã xử lý').click();
    await expect(exceptionOf(desk, copy)).toContainText('chờ gửi');
    await expect(exceptionOf(other, copy)).toHaveAttribute('data-resolved', 'false');
  });

  await test.step('and it closes at the other after the sync', async () => {
    await network.startProvince();
    await syncNow(desk);
    await syncNow(other);
    await expect(other.page.getByTestId('exceptions-count')).toHaveCount(0);
    for (const each of [other, desk]) {
      await each.page.keyboard.press('Shift+F4');
      await each.page.getByTestId('exceptions-view').getByText('Đã xử lý').click();
      const done = exceptionOf(each, copy).getByTestId('exception-done');
      await expect(done).toContainText('Đã gọi hai bạn đọc');
      await expect(done).not.toContainText('chờ gửi');
    }
    await desk.page.keyboard.press('Escape');
  });

  // As it was found.
  await desk.clear();
  await desk.type(copy);
  await desk.expectNewest(copy, 'done');
  await expect(desk.newest).toHaveAttribute('data-act', 'return');
  await context.close();
  await network.stopStation(started.process);
});
