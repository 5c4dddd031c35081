import type { Page } from '@playwright/test';

/** More stops than any page of ours has between two things, a whole day's rows and the virtual devices included. */
const mostStops = 250;

/** Stops between two looks at where the focus is: a look takes as long as several keys. */
const stopsPerLook = 8;

/**
 * Moves the focus with one key alone until `matches` has it, a CSS selector; fails when nobody can get there by it.
 * Tab, or an arrow in a menu.
 */
export async function tabTo(page: Page, matches: string, key = 'Tab'): Promise<void> {
  const isThere = (): Promise<boolean> =>
    page.evaluate((selector) => document.activeElement?.matches(selector) === true, matches);
  if (await isThere()) return;
  const passed = await watchFocus(page, matches);
  const perLook = key === 'Tab' ? stopsPerLook : 1;
  for (let stop = 0; stop < mostStops; stop += perLook) {
    for (let press = 0; press < perLook; press += 1) await page.keyboard.press(key);
    if (await isThere()) return;
    if (!(await passed())) continue;
    // It had the focus a few stops ago.
    for (let back = 0; back < perLook; back += 1) {
      await page.keyboard.press(`Shift+${key}`);
      if (await isThere()) return;
    }
  }
  throw new Error(`No way by ${key} to ${matches}.`);
}

/** @returns whether something that matches has had the focus since the last question */
async function watchFocus(page: Page, matches: string): Promise<() => Promise<boolean>> {
  const seen = await page.evaluateHandle((selector) => {
    const found = { had: false };
    document.addEventListener('focusin', ({ target }) => {
      if (target instanceof Element && target.matches(selector)) found.had = true;
    });
    return found;
  }, matches);
  return () =>
    seen.evaluate((found) => {
      const { had } = found;
      found.had = false;
      return had;
    });
}

/** Goes there and presses it. */
export async function pressByKeys(page: Page, testId: string, key?: string): Promise<void> {
  await tabTo(page, `[data-testid="${testId}"]`, key);
  await page.keyboard.press('Enter');
}
