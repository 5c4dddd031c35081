import { chromium } from 'playwright';
import { findBrowser } from '../scripts/start/browser.ts';

/** A page of the station in Chromium, watched for painted rows. */
export interface BenchPage {
  /** Runs `act` and gives the moment (ms since the Unix epoch) at which the next new row had been painted. */
  rowAfter(act: () => void): Promise<number>;
  /** Resolves when the page shows the scanner as ready. */
  deviceReady(): Promise<void>;
  close(): Promise<void>;
}

/** Opens the station's page, or any page that adds `[data-testid="desk-row"]` elements. */
export async function openBenchPage(address: string): Promise<BenchPage> {
  const executablePath = findBrowser();
  if (executablePath === null) throw new Error('The bench needs Chromium, Chrome or Edge.');
  const browser = await chromium.launch({
    executablePath,
    args: ['--no-sandbox', '--disable-background-networking'],
  });
  const page = await browser.newPage({ viewport: { width: 1366, height: 768 } });
  await page.goto(address);
  await page.waitForSelector('[data-bench-ready], [data-testid="desk-rows"]');
  return {
    rowAfter: async (act) => {
      // A string: this runs in the page, where none of our modules exist.
      const painted = page.evaluate(`new Promise((resolve) => {
        const seen = new Set([...document.querySelectorAll('[data-row-id]')].map((row) => row.dataset.rowId));
        const observer = new MutationObserver(() => {
          const fresh = [...document.querySelectorAll('[data-row-id]')].some(
            (row) => !seen.has(row.dataset.rowId) && row.dataset.state !== 'pending');
          if (!fresh) return;
          observer.disconnect();
          requestAnimationFrame(() => {
            const channel = new MessageChannel();
            channel.port1.onmessage = () => resolve(performance.timeOrigin + performance.now());
            channel.port2.postMessage(0);
          });
        });
        observer.observe(document.body, { subtree: true, childList: true, attributes: true });
        window.benchWatching = true;
      })`);
      await page.waitForFunction('window.benchWatching === true');
      await page.evaluate('window.benchWatching = false');
      act();
      return Number(await painted);
    },
    deviceReady: async () => void (await page.waitForSelector('[data-health="ready"]')),
    close: () => browser.close(),
  };
}
