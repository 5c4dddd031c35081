import type { Page } from '@playwright/test';
import type { Take } from './take.ts';

/** The screens of the office: the rules, a policy being changed, the year, a closing, a slip, the devices. */
export async function takeOffice(page: Page, take: Take): Promise<void> {
  const press = (testId: string): Promise<void> => page.getByTestId(testId).click();
  await press('admin-menu');
  await press('admin-policy');
  await page.getByTestId('policy-rule-row').first().waitFor();
  await take('policy-rules-1366');
  await press('policy-draft');
  await press('policy-tab-loan');
  await page.locator('[data-field="renewalLength"] input').fill('12');
  await press('policy-impact-show');
  await page.getByTestId('impact-row').first().waitFor();
  await take('policy-draft-1366');
  await press('policy-drop');
  await press('policy-drop-sure');
  await press('office-calendar');
  await page.getByTestId('calendar-day').first().waitFor();
  await take('calendar-1366');
  await press('close-today');
  await page.getByTestId('closing-preview').waitFor();
  await take('calendar-closing-1366');
  await press('office-slips');
  await page.getByTestId('template-preview').waitFor();
  await take('slips-1366');
  await takeDevices(page, take);
  await press('office-back');
}

/** A reader being added, and the bytes of the one there is. */
async function takeDevices(page: Page, take: Take): Promise<void> {
  await page.getByTestId('office-devices').click();
  await page.getByTestId('device-add').click();
  await page.getByTestId('device-field-kind').selectOption('rfid');
  await take('devices-1366');
  const pad = page.locator('[data-testid="device-line"][data-device-id="virtual-rfid"]');
  await pad.getByTestId('device-bytes').click();
  await page.getByTestId('device-byte-row').first().waitFor();
  await page.getByTestId('device-bytes-pause').click();
  await take('devices-bytes-1366');
}
