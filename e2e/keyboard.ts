import type { Page } from '@playwright/test';

/** More stops than any page of ours has between two things, a whole day's rows and the virtual devices included. */
const mostStops = 250;

/**
 * Moves the focus with one key alone until `matches` has it, a CSS selector; fails when nobody can get there by it.
 * Tab, or an arrow in a menu.
 */
export async function tabTo(page: Page, matches: string, key = 'Tab'): Promise<void> {
  for (let stop = 0; stop < mostStops; stop += 1) {
    const isThere = await page.evaluate(
      (selector) => document.activeElement?.matches(selector) === true,
      matches,
    );
    if (isThere) return;
    await page.keyboard.press(key);
  }
  throw new Error(`No way by ${key} to ${matches}.`);
}

/** Goes there and presses it. */
export async function pressByKeys(page: Page, testId: string, key?: string): Promise<void> {
  await tabTo(page, `[data-testid="${testId}"]`, key);
  await page.keyboard.press('Enter');
}
