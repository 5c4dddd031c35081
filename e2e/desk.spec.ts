import { formatDay } from '../contract/locales/format.ts';
import { expect, test } from './fixtures.ts';
import { deskPage, deskReady } from './desk-page.ts';
import { renewableLoan } from './renewable-loan.ts';
import { expectNothingSerious } from './serious.ts';

test.describe('a book is lent', () => {
  test('from scanner bytes to the slip, the province and a second station', async ({
    desk,
    code,
    network,
    station,
  }) => {
    const second = await network.startStation(2);
    const other = deskPage(await station.context.newPage());
    await other.page.goto(second.address);
    await deskReady(other);
    const papers = await desk.slips();
    const card = code('ordinary');
    const copy = code('available', 0);

    await other.scan(card);
    await desk.scan(card);
    await expect(desk.patron).toContainText(card);
    await desk.scan(copy);
    await desk.expectNewest(copy, 'done');
    await expect(desk.newest.getByTestId('row-due')).toContainText(/hạn trả \d\d\/\d\d\/\d{4}/i);
    // The other desk has the same reader open and learns of it without anyone asking.
    await expect(other.loans.filter({ hasText: copy })).toBeVisible({ timeout: 1_000 });
    await expect(desk.loans.filter({ hasText: copy })).toBeVisible();

    await desk.page.keyboard.press('F12');
    await desk.expectSlips(papers + 1);
    const slip = desk.papers.first().locator('img');
    expect(await slip.evaluate((image: HTMLImageElement) => image.naturalWidth)).toBe(576);

    const overview = await station.context.newPage();
    await overview.goto(network.provinceUrl);
    await expect(overview.locator('body')).toContainText(copy);
    await expect(overview.locator('body')).not.toContainText(card);
    await overview.close();

    await desk.scan(copy);
    await desk.expectNewest(copy, 'done');
    await expect(desk.newest).toHaveAttribute('data-act', 'return');
    await expect(other.loans.filter({ hasText: copy })).toHaveCount(0);
    await other.page.close();
    await network.stopStation(second.process);
  });

  test('a pile of books goes through in order', async ({ desk, code }) => {
    const pile = [0, 1].map((index) => code('available', index));
    await desk.scan(code('ordinary'), ...pile);
    await expect(desk.loans).toHaveCount(2);
    await desk.clear();
    await desk.scan(...pile);
    for (const [index, copy] of pile.toReversed().entries()) {
      await expect(desk.rows.nth(index)).toContainText(copy);
      await expect(desk.rows.nth(index)).toHaveAttribute('data-act', 'return');
    }
  });

  test('is renewed by a key, to a later day', async ({ desk, training }) => {
    const { card, loan, due } = renewableLoan(training);
    await desk.scan(card);
    const shown = desk.loans.getByTestId('loan-due');
    await expect(shown).toContainText(formatDay(loan.due));
    await desk.page.keyboard.press('Control+F2');
    await expect(desk.newest).toHaveAttribute('data-act', 'renewal');
    await expect(desk.newest).toHaveAttribute('data-state', 'done');
    expect(due > loan.due).toBe(true);
    await expect(shown).toContainText(formatDay(due));
  });
});

test.describe('refusals say why', () => {
  test('over the limit, with the rule that won', async ({ desk, code }) => {
    await desk.scan(code('at-limit'), code('available', 3));
    await desk.expectNewest(/đang mượn \d+ tài liệu.*tối đa \d+/, 'question');
    await desk.newest.getByTestId('row-why').click();
    await expect(desk.page.getByTestId('why-panel')).toBeVisible();
    await expect(desk.page.getByTestId('why-panel')).toContainText(/quy tắc/i);
  });

  test('expired card, and a copy that another reader has', async ({ desk, code }) => {
    await desk.scan(code('expired'));
    await expect(desk.page.getByTestId('patron-block')).toContainText('hết hạn');
    await desk.scan(code('available', 3));
    await desk.expectNewest(/hết hạn ngày \d\d\/\d\d\/\d{4}/, 'question');
    // No is an answer: the row stays, and says that nothing was lent.
    await desk.page.keyboard.press('Shift+F7');
    await expect(desk.newest).toHaveAttribute('data-state', 'refused');
    await desk.scan(code('ordinary'), code('on-loan'));
    await desk.expectNewest('đang do bạn đọc khác mượn', 'question');
  });

  test('an unknown code asks once, the same copy twice is done once', async ({ desk, code }) => {
    await desk.scan(code('unknown'));
    await desk.expectNewest('Quét lại để xác nhận', 'question');
    await desk.scan(code('unknown'));
    await expect(desk.newest).toHaveAttribute('data-state', 'refused');
    const copy = code('available', 4);
    await desk.scan(code('ordinary'), copy);
    await desk.expectNewest(copy, 'done');
    await desk.scan(copy);
    await expect(desk.newest).toHaveAttribute('data-state', 'noted');
    await expect(desk.loans.filter({ hasText: copy })).toHaveCount(1);
    await desk.clear();
    await desk.scan(copy);
  });
});

test.describe('when something is away', () => {
  test('the province: lending goes on, the pill counts, and everything arrives by itself', async ({
    desk,
    code,
    network,
  }) => {
    await network.stopProvince();
    await expect(desk.pill).toHaveAttribute('data-state', 'offline');
    const copy = code('available', 5);
    await desk.scan(code('ordinary'), copy);
    await desk.expectNewest(copy, 'done');
    await expect(desk.pill).toContainText('1');
    await network.startProvince();
    await expect(desk.pill).toHaveAttribute('data-state', 'online', { timeout: 40_000 });
    await desk.clear();
    await desk.scan(copy);
  });

  test('the paper: the loan stays, the slip waits and comes out by itself', async ({ desk, code }) => {
    const papers = await desk.slips();
    const paper = desk.page.getByTestId('training-paper');
    await paper.click({ force: true });
    const copy = code('available', 6);
    await desk.scan(code('ordinary'), copy);
    await desk.page.keyboard.press('F12');
    await expect(desk.page.getByTestId('unprinted-bar')).toBeVisible();
    await paper.click({ force: true });
    await desk.expectSlips(papers + 1);
    await expect(desk.page.getByTestId('unprinted-bar')).toHaveCount(0);
    await desk.scan(copy);
    await expect(desk.newest).toHaveAttribute('data-act', 'return');
  });

  test('the scanner: the light says so, and it comes back', async ({ desk, code }) => {
    const plug = desk.page.getByTestId('training-plug-scanner');
    await plug.click({ force: true });
    await expect(desk.page.getByTestId('device-scanner')).toHaveAttribute('data-health', 'lost');
    await plug.click({ force: true });
    await expect(desk.page.getByTestId('device-scanner')).toHaveAttribute('data-health', 'ready');
    await desk.scan(code('ordinary'));
    await expect(desk.patron).toContainText(code('ordinary'));
  });

  test('the core: the page says it reconnects, and what was done is there', async ({
    desk,
    code,
    station,
  }) => {
    const copy = code('available', 7);
    await desk.scan(code('ordinary'), copy);
    await desk.expectNewest(copy, 'done');
    const crash = station.crash();
    await expect(desk.page.getByTestId('reconnecting')).toBeVisible();
    await crash;
    await expect(desk.page.getByTestId('reconnecting')).toHaveCount(0);
    await expect(desk.rows.filter({ hasText: copy }).first()).toHaveAttribute('data-state', 'done');
    await expect(desk.page.getByTestId('unprinted-bar')).toBeVisible();
    await desk.page.getByTestId('unprinted-skip').click();
    await deskReady(desk);
    // The reader is at the desk still; a copy is taken back when nobody is.
    await expect(desk.patron).toContainText(code('ordinary'));
    await desk.clear();
    await desk.scan(copy);
    await expect(desk.newest).toHaveAttribute('data-act', 'return');
  });
});

test.describe('the page itself', () => {
  test('shows a new scan even when the list was scrolled down', async ({ desk, code }) => {
    const list = desk.page.getByTestId('desk-rows');
    await desk.scan(code('expired'), code('blocked'), code('card-lost'), code('at-limit'), code('unknown'));
    await list.evaluate((element) => element.scrollTo({ top: element.scrollHeight }));
    await desk.scan(code('ordinary'));
    await expect(desk.newest).toBeInViewport();
    // A card that lends nothing must not look or sound like one that does.
    const lost = desk.rows.filter({ hasText: code('card-lost') }).first();
    await expect(lost).toHaveAttribute('data-state', 'routed');
  });

  test('opens a reader from the search by Enter, typed without marks or scanned', async ({ desk, code }) => {
    await desk.page.keyboard.press('F3');
    await desk.page.getByTestId('search-box').fill(code('ordinary').toLowerCase());
    await desk.page.keyboard.press('Enter');
    await expect(desk.page.getByTestId('search-drawer')).toHaveCount(0);
    await expect(desk.patron).toContainText(code('ordinary'));
  });

  test('gives the focus back when a drawer closes', async ({ desk }) => {
    await desk.page.getByTestId('slips-open').focus();
    await desk.page.keyboard.press('Enter');
    await expect(desk.page.getByTestId('slips-drawer').getByRole('dialog')).toBeVisible();
    await desk.page.keyboard.press('Escape');
    await expect(desk.page.getByTestId('slips-open')).toBeFocused();
  });

  test('takes a keyboard-wedge scanner without focus anywhere', async ({ desk, code }) => {
    await desk.page.evaluate('document.activeElement?.blur()');
    await desk.page.keyboard.type(code('ordinary'), { delay: 2 });
    await desk.page.keyboard.press('Enter');
    await expect(desk.patron).toContainText(code('ordinary'));
  });

  test('speaks English when asked, and has nothing serious for axe in both languages and schemes', async ({
    desk,
    code,
  }) => {
    await desk.scan(code('at-limit'), code('available', 3));
    for (const act of ['language', 'color-scheme', 'language', 'color-scheme']) {
      await expectNothingSerious(desk.page);
      await desk.page.getByTestId(act).click();
    }
    await desk.page.getByTestId('language').click();
    await expect(desk.newest).toContainText('Not lent');
    await desk.page.getByTestId('language').click();
    await expect(desk.newest).toContainText('Chưa ghi mượn');
  });
});
