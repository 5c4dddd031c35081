import type { Locator, Page } from '@playwright/test';
import { expect } from '@playwright/test';

/** The desk as a librarian sees it: what can be pressed, and what must be seen. */
export interface DeskPage {
  readonly page: Page;
  readonly rows: Locator;
  /** The newest row. */
  readonly newest: Locator;
  readonly patron: Locator;
  readonly pill: Locator;
  readonly loans: Locator;
  /** The newest slips that came out of the virtual printer. */
  readonly papers: Locator;
  /** How many slips have come out, those that no longer lie on the table included. */
  slips(): Promise<number>;
  expectSlips(count: number): Promise<void>;
  /** Types a code into the scan box and presses Enter. */
  type(code: string): Promise<void>;
  /** Puts one code under the virtual scanner and waits for nothing: its row may say something else, or wait. */
  put(code: string): Promise<void>;
  /** Puts codes under the virtual scanner, one by one: real bytes on a real line. Each must be answered. */
  scan(...codes: readonly string[]): Promise<void>;
  /** Waits until the newest row is about `text`, decided as `state`. */
  expectNewest(text: string | RegExp, state: string): Promise<void>;
  /** Ends the session without a slip, so that the next test finds an empty desk. */
  clear(): Promise<void>;
}

export function deskPage(page: Page): DeskPage {
  const byId = (id: string): Locator => page.getByTestId(id);
  const rows = byId('desk-row');
  const newest = rows.first();
  const desk: DeskPage = {
    page,
    rows,
    newest,
    patron: byId('patron-panel'),
    pill: byId('sync-pill'),
    loans: byId('loan-row'),
    papers: byId('training-paper-slip'),
    slips: async () => Number(await byId('training-printer').getAttribute('data-slips')),
    expectSlips: (count) => expect(byId('training-printer')).toHaveAttribute('data-slips', `${count}`),
    type: async (code) => {
      await byId('scan-box').fill(code);
      await byId('scan-box').press('Enter');
    },
    put: async (code) => {
      await byId('training-free-code').fill(code);
      // Not by the pointer: a drawer may lie over the panel.
      await byId('training-free-code-scan').dispatchEvent('click');
    },
    scan: async (...codes) => {
      for (const code of codes) {
        const [before] = await rows.evaluateAll(([first]) => [first?.getAttribute('data-row-id')]);
        await desk.put(code);
        // A row about the same code may be there from before.
        if (before) await expect(newest).not.toHaveAttribute('data-row-id', before);
        await expect(newest).toContainText(code);
        await expect(newest).not.toHaveAttribute('data-state', 'pending');
      }
    },
    expectNewest: async (text, state) => {
      await expect(newest).toContainText(text);
      await expect(newest).toHaveAttribute('data-state', state);
    },
    clear: async () => {
      await page.keyboard.press('Shift+F12');
      await expect(byId('patron-empty')).toBeVisible();
    },
  };
  return desk;
}

/** Resolves when both virtual devices are ready and the catalogue is there. */
export async function deskReady(desk: DeskPage): Promise<void> {
  await expect(desk.page.getByTestId('device-scanner')).toHaveAttribute('data-health', 'ready');
  await expect(desk.page.getByTestId('device-printer')).toHaveAttribute('data-health', 'ready');
  await expect(desk.pill).toHaveAttribute('data-state', 'online', { timeout: 60_000 });
}
