import type { Locator, Page } from '@playwright/test';
import { expect } from '@playwright/test';

/** The error under a field. */
export function errorOf(field: Locator): Locator {
  const wrapper = field.locator('xpath=ancestor::*[contains(@class, "mantine-InputWrapper-root")][1]');
  return wrapper.getByTestId('field-error');
}

/** Opens the data of the reader at the desk, by its key. */
export async function openReaderDrawer(page: Page): Promise<Locator> {
  await page.keyboard.press('Control+F1');
  const drawer = page.getByTestId('reader-drawer');
  await expect(drawer).toBeVisible();
  return drawer;
}
