import { chromium } from 'playwright';
import { findBrowser } from '../scripts/start/browser.ts';
import { within } from './within.ts';

/** A row takes milliseconds; nothing that takes this long is going to come. */
const mostMs = 30_000;

/** A page of the station in Chromium, watched for painted rows. */
export interface BenchPage {
  /**
   * Runs `act` and gives the moment (ms since the Unix epoch) at which the next new row had been painted. Throws when
   * none comes.
   */
  rowAfter(act: () => void): Promise<number>;
  /** The same for the reader with `card`, with the first rows of the loans when `withLoans`. */
  patronAfter(card: string, withLoans: boolean, act: () => void): Promise<number>;
  /** What the newest row says, and as what it was decided: `done`, `question`, `refused`… */
  newestRow(): Promise<{ readonly text: string; readonly state: string }>;
  /** Resolves when the newest row that is decided shows `text`. */
  rowShown(text: string): Promise<void>;
  /** Resolves when the page shows the device as ready. */
  deviceReady(kind: 'scanner' | 'printer'): Promise<void>;
  /** Ends the desk's session with its slip, as the key does. */
  finish(): Promise<void>;
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
  await page.waitForSelector('[data-bench-ready], [data-testid="scan-box"]', { state: 'attached' });
  const newestRow = async (): Promise<{ readonly text: string; readonly state: string }> => {
    const [newest] = await page
      .locator('[data-row-id]')
      .evaluateAll((rows) => rows.map((row) => [row.textContent, row.getAttribute('data-state')] as const));
    return { text: newest?.[0] ?? '', state: newest?.[1] ?? '' };
  };
  return {
    newestRow,
    rowAfter: async (act) => {
      const painted = page.evaluate(
        () =>
          new Promise<number>((resolve) => {
            const rowIds = (): (string | undefined)[] =>
              [...document.querySelectorAll<HTMLElement>('[data-row-id]:not([data-state="pending"])')].map(
                (row) => row.dataset['rowId'],
              );
            const seen = new Set(rowIds());
            const observer = new MutationObserver(() => {
              if (rowIds().every((id) => seen.has(id))) return;
              observer.disconnect();
              // The frame callback runs before the frame is drawn; a message posted from it arrives after.
              requestAnimationFrame(() => {
                const channel = new MessageChannel();
                channel.port1.addEventListener('message', () =>
                  resolve(performance.timeOrigin + performance.now()),
                );
                channel.port1.start();
                channel.port2.postMessage(0);
              });
            });
            observer.observe(document.body, { subtree: true, childList: true, attributes: true });
            document.body.dataset['benchWatching'] = 'yes';
          }),
      );
      await page.waitForSelector('[data-bench-watching]', { state: 'attached' });
      await page.evaluate(() => delete document.body.dataset['benchWatching']);
      act();
      return within(mostMs, painted, async () => {
        const { state, text } = await newestRow();
        return `No new row in ${mostMs} ms; the newest (${state}) says: ${text}`;
      });
    },
    patronAfter: async (card, withLoans, act) => {
      const painted = page.evaluate(
        ([wanted, loans]) =>
          new Promise<number>((resolve) => {
            const isThere = (): boolean =>
              (document.querySelector('[data-testid="patron-card"]')?.textContent ?? '').includes(wanted) &&
              (document.querySelector('[data-testid="loan-row"]') !== null) === loans;
            const observer = new MutationObserver(() => {
              if (!isThere()) return;
              observer.disconnect();
              requestAnimationFrame(() => {
                const channel = new MessageChannel();
                channel.port1.addEventListener('message', () =>
                  resolve(performance.timeOrigin + performance.now()),
                );
                channel.port1.start();
                channel.port2.postMessage(0);
              });
            });
            observer.observe(document.body, { subtree: true, childList: true, characterData: true });
            document.body.dataset['benchWatching'] = 'yes';
          }),
        [card, withLoans] as const,
      );
      await page.waitForSelector('[data-bench-watching]', { state: 'attached' });
      await page.evaluate(() => delete document.body.dataset['benchWatching']);
      act();
      return within(mostMs, painted, () => `The reader ${card} was not shown in ${mostMs} ms.`);
    },
    rowShown: async (text) =>
      void (await page.waitForSelector(
        `[data-testid="desk-row"]:not([data-state="pending"]):has-text("${text}")`,
      )),
    deviceReady: async (kind) =>
      void (await page.waitForSelector(`[data-testid="device-${kind}"][data-health="ready"]`)),
    finish: () => page.keyboard.press('F12'),
    close: () => browser.close(),
  };
}
