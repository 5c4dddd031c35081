import type { Page } from '@playwright/test';

/**
 * How many timers the page sets in a second and a half in which nobody touches it. A part of the page that draws
 * itself again without an end sets one each time, and old computers never come to rest.
 */
export function timersSetUntouched(page: Page): Promise<number> {
  return page.evaluate(async (ms) => {
    const { setTimeout: set } = window;
    let count = 0;
    const counting = (...args: readonly unknown[]): unknown => {
      count += 1;
      return Reflect.apply(set, window, args);
    };
    Object.assign(window, { setTimeout: counting });
    await new Promise((done) => set(done, ms));
    Object.assign(window, { setTimeout: set });
    return count;
  }, 1_500);
}
