import { readFileSync } from 'node:fs';
import type { Locator, Page } from '@playwright/test';
import { z } from 'zod';
import { expect, test } from './fixtures.ts';
import { errorOf } from './forms.ts';
import { pressByKeys } from './keyboard.ts';
import { expectNothingSerious } from './serious.ts';

// Axe looks at several states of the screen, and a line that nobody answers on is asked for seconds.
test.describe.configure({ timeout: 180_000 });

/** A port on which nobody listens: it belongs to a service of 1983. */
const closedPort = '9';

async function openDevices(page: Page): Promise<void> {
  await pressByKeys(page, 'admin-menu', 'Shift+Tab');
  await pressByKeys(page, 'admin-devices', 'ArrowDown');
  await expect(page.getByTestId('device-line').first()).toBeVisible();
}

async function goToDesk(page: Page): Promise<void> {
  await page.getByTestId('office-back').click();
  await expect(page.getByTestId('office')).toBeHidden();
}

function lineNamed(page: Page, name: string): Locator {
  return page.getByTestId('device-line').filter({ hasText: name });
}

function field(page: Page, path: string): Locator {
  return page.getByTestId(`device-field-${path}`);
}

/** Where a virtual device is reached: a path, or an address and a port. */
async function virtualLine(page: Page, kind: 'scanner' | 'printer'): Promise<string> {
  const line = await page.getByTestId(`training-${kind}`).locator('h3 [title]').getAttribute('title');
  return line ?? '';
}

test('a light leads to the list, where virtual devices can be looked at and not changed', async ({
  desk,
}) => {
  const { page } = desk;
  await page.getByTestId('device-rfid').getByRole('link').click();
  const pad = page.locator('[data-testid="device-line"][data-device-id="virtual-rfid"]');
  await expect(pad).toContainText('ảo');
  await expect(pad.getByTestId('device-health')).toHaveAttribute('data-health', 'ready');
  await expect(pad.getByTestId('device-edit')).toHaveCount(0);
  await expectNothingSerious(page);

  // The reader is asked all the time: its bytes go by, both ways, until somebody holds them.
  await pad.getByTestId('device-bytes').click();
  const bytes = page.getByTestId('device-byte-row');
  await expect(bytes.and(page.locator('[data-direction="in"]')).first()).toBeVisible();
  await expect(bytes.and(page.locator('[data-direction="out"]')).first()).toContainText('02 00');
  await page.getByTestId('device-bytes-pause').click();
  await expectNothingSerious(page);
  const held = await bytes.first().textContent();
  await page.getByTestId('device-bytes-pause').click();
  await expect(bytes.first()).not.toHaveText(held ?? '');
  await page.getByTestId('device-close').click();
  await goToDesk(page);
});

test('what is plugged in is searched for; a printer on the network is asked, tried and answers', async ({
  desk,
}) => {
  const { page } = desk;
  const papers = await desk.slips();
  const printer = await virtualLine(page, 'printer');
  const [host = '', port = ''] = printer.split(':');
  await openDevices(page);
  await page.getByTestId('device-find').click();
  await expect(page.getByTestId('device-detected')).toBeVisible();
  await expectNothingSerious(page);

  const ask = page.getByTestId('device-network-ask');
  await page.getByTestId('device-network-port').fill('70000');
  await ask.click();
  await expect(errorOf(page.getByTestId('device-network-host'))).toBeVisible();
  await expect(errorOf(page.getByTestId('device-network-port'))).toContainText('65535');
  await page.getByTestId('device-network-host').fill(host);
  await page.getByTestId('device-network-port').fill(closedPort);
  await ask.click();
  await expect(page.getByTestId('device-network')).toContainText('Không ai trả lời', { timeout: 30_000 });
  await page.getByTestId('device-network-port').fill(port);
  await ask.click();
  await page.getByTestId('device-probed-add').click({ timeout: 30_000 });

  await field(page, 'name').fill('Máy in thử');
  await page.getByTestId('device-form-try').click();
  const trial = page.getByTestId('device-trial');
  await expect(trial.getByTestId('device-health')).toHaveAttribute('data-health', 'ready');
  await page.getByTestId('device-drawer').click();
  await expect(trial.getByTestId('device-notice')).toHaveAttribute('data-state', 'done');
  await page.getByTestId('device-self-test').click();
  await desk.expectSlips(papers + 1);
  await expectNothingSerious(page);
  await page.getByTestId('device-close').click();
  await goToDesk(page);
});

test('a scanner is tried on the very line of the desk: its codes are shown and go nowhere', async ({
  desk,
  code,
}) => {
  const { page } = desk;
  const line = await virtualLine(page, 'scanner');
  await openDevices(page);
  await page.getByTestId('device-add').click();
  await field(page, 'name').fill('Máy quét thử');
  if (line.startsWith('/')) await field(page, 'transport.path').fill(line);
  else {
    const [host = '', port = ''] = line.split(':');
    await field(page, 'transport.kind').selectOption('tcp');
    await field(page, 'transport.host').fill(host);
    await field(page, 'transport.port').fill(port);
  }
  await page.getByTestId('device-form-try').click();
  const trial = page.getByTestId('device-trial');
  await expect(trial.getByTestId('device-health')).toHaveAttribute('data-health', 'ready');
  const newest = (): Promise<string | null> =>
    desk.rows.evaluateAll(([row]) => row?.getAttribute('data-row-id') ?? null);
  const before = await newest();
  // The training panel is at the desk, out of sight: not by the pointer.
  await page
    .locator(`[data-testid="training-sample"][data-code="${code('ordinary')}"]`)
    .dispatchEvent('click');
  await expect(page.getByTestId('device-trial-event').first()).toContainText(code('ordinary'));
  await expect(page.getByTestId('device-trial-event').first()).toContainText('thẻ bạn đọc');
  await trial.locator('summary').click();
  await expect(trial.getByTestId('device-byte-row').first()).toContainText(code('ordinary'));
  expect(await newest()).toBe(before);
  await expect(page.getByTestId('patron-empty')).toBeAttached();
  await expectNothingSerious(page);

  // What is changed is not what is tried.
  await field(page, 'framing.suffix').fill('\\n');
  await expect(trial).toHaveCount(0);
  await page.getByTestId('device-close').click();
  await goToDesk(page);
  await expect(page.getByTestId('device-scanner')).toHaveAttribute('data-health', 'ready');
  await desk.scan(code('ordinary'));
  await expect(desk.patron).toContainText(code('ordinary'));
});

test('a printer is added, never half, changed, carried to a file and back, and removed', async ({ desk }) => {
  const { page } = desk;
  await openDevices(page);
  const settings = page.getByTestId('device-line').filter({ has: page.getByTestId('device-edit') });
  await expect(settings).toHaveCount(0);
  await page.getByTestId('device-add').click();
  await field(page, 'kind').selectOption('printer');
  await page.getByTestId('device-save').click();
  await expect(field(page, 'name')).toBeFocused();
  await expect(errorOf(field(page, 'name'))).toContainText('Chưa nhập');
  await expect(errorOf(field(page, 'transport.host'))).toContainText('Chưa nhập');
  await expectNothingSerious(page);
  await field(page, 'name').fill('Máy in tầng 2');
  await field(page, 'transport.host').fill('127.0.0.1');
  for (const wrong of ['70000', '0', '', 'cổng']) {
    await field(page, 'transport.port').fill(wrong);
    await page.getByTestId('device-save').click();
    await expect(errorOf(field(page, 'transport.port'))).toBeVisible();
  }
  await expect(settings).toHaveCount(0);
  await field(page, 'transport.port').fill(closedPort);
  await page.keyboard.press('Control+Enter');
  const added = lineNamed(page, 'Máy in tầng 2');
  await expect(added).toContainText('127.0.0.1');
  await expect(added.getByTestId('device-problem')).toContainText('LT-2201');
  await expectNothingSerious(page);

  const before = await exported(page);
  await added.getByTestId('device-edit').click();
  await field(page, 'name').fill('Máy in tầng 3');
  await field(page, 'text.mode').selectOption('code-page');
  await field(page, 'text.model').selectOption('rongta');
  await page.getByTestId('device-save').click();
  await expect(lineNamed(page, 'Máy in tầng 3')).toBeVisible();
  const after = await exported(page);
  expect(fileSchema.parse(JSON.parse(after)).devices).toMatchObject([
    { name: 'Máy in tầng 3', text: { mode: 'code-page', model: 'rongta' } },
  ]);

  const picker = page.getByTestId('device-import-file');
  await picker.setInputFiles(fileOf('sai.json', before.replace('"port": 9', '"port": 90000')));
  await expect(page.getByTestId('device-notice')).toContainText('Chưa đổi gì');
  await expect(page.getByTestId('device-notice')).toContainText('devices.0.transport.port');
  await picker.setInputFiles(fileOf('cu.json', before));
  await expect(page.getByTestId('device-import-change')).toContainText('Sửa');
  await expectNothingSerious(page);
  await page.getByTestId('device-import-confirm').click();
  await expect(lineNamed(page, 'Máy in tầng 2')).toBeVisible();
  expect(await exported(page)).toBe(before);

  const restored = lineNamed(page, 'Máy in tầng 2');
  await restored.getByTestId('device-remove').click();
  await restored.getByTestId('device-remove-sure').click();
  await expect(settings).toHaveCount(0);
  await goToDesk(page);
});

const fileSchema = z.object({ devices: z.array(z.looseObject({ name: z.string() })) });

/** The text of the file that the screen gives. */
async function exported(page: Page): Promise<string> {
  const downloading = page.waitForEvent('download');
  await page.getByTestId('device-export').click();
  return readFileSync(await (await downloading).path(), 'utf8');
}

function fileOf(name: string, text: string): { name: string; mimeType: string; buffer: Buffer } {
  return { name, mimeType: 'application/json', buffer: Buffer.from(text) };
}
