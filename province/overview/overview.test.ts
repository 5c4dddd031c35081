import { createHash } from 'node:crypto';
import { expect, it } from 'vitest';
import { publishRows } from '../catalogue/publish.ts';
import type { FactDraft } from '../../domain/facts/fact.ts';
import { endHold, lend, mark, pay, placeHold, renew, settle, takeBack, trap } from '../testing/drafts.ts';
import { describeProvince } from '../testing/province.ts';
import { biblio, item, library, patron } from '../testing/rows.ts';
import { rowsOf } from '../testing/stored.ts';

const hostile = `<script>alert("1")</script><img src=x onerror='x'>&amp;`;

describeProvince('overview', (province) => {
  const page = async (url = '/'): Promise<string> => {
    const answer = await province().app.inject(url);
    expect(answer.statusCode).toBe(200);
    expect(answer.headers['content-type']).toBe('text/html; charset=utf-8');
    return answer.body;
  };

  it('shows an empty province', async () => {
    const body = await page();
    for (const words of ['Chưa có thư viện nào', 'Chưa có trạm nào', 'Chưa có lượt mượn nào'])
      expect(body).toContain(words);
    expect(text(body)).toContain('15:00:00, Chủ Nhật 22/11/2026');
  });

  it('shows loans with title, ĐKCB, library, station, due date and return, newest first', async () => {
    await publishRows(province().db, [library('lib-1'), biblio('b1'), item('i1'), item('i2')]);
    const station = await province().station('ST-1');
    const first = station.record(lend('i1', 'patron-1', '2026-11-21'));
    const second = station.record(lend('i2'));
    station.record(renew('i2', second));
    const uncatalogued = lend('i3');
    station.record({ ...uncatalogued, body: { ...uncatalogued.body, biblio: 'b-unknown' } });
    await station.push();
    const body = await page();
    const [, loans = ''] = body.split('Lượt mượn mới nhất');
    const rows = loans.split('</section>')[0]?.split('<tr>').slice(2).map(text);
    expect(rows).toEqual([
      'Chưa có trong mục lục VV.i3 Thư viện tỉnh ST-1 08:00 22/11 06/12/2026 Đang mượn',
      'Dế Mèn phiêu lưu ký VV.i2 Thư viện tỉnh ST-1 08:00 22/11 20/12/2026 Đang mượn gia hạn 1 lần',
      expect.stringContaining('VV.i1 Thư viện tỉnh ST-1 08:00 22/11 21/11/2026 Quá hạn'),
    ]);
    station.record(takeBack('i1', first, '2026-11-22T08:30:00.000+07:00'));
    station.record(mark('i2', 'lost', second));
    await station.push();
    expect(text(await page())).toContain('21/11/2026 Đã trả 08:30 22/11');
    expect(text(await page())).toContain('20/12/2026 Đã báo mất');
  });

  it('tells hour loans by their hour', async () => {
    const station = await province().station('ST-1');
    station.record(lend('i1', 'patron-1', '2026-11-22T14:59:00.000+07:00'));
    station.record(lend('i2', 'patron-1', '2026-11-22T15:01:00.000+07:00'));
    await station.push();
    const body = text(await page());
    expect(body).toContain('14:59 22/11 Quá hạn');
    expect(body).toContain('15:01 22/11 Đang mượn');
  });

  it('counts holds, copies on the hold shelf and transfers that nobody has found in the bank yet', async () => {
    const station = await province().station('ST-1');
    const waiting = station.record(placeHold('patron-1'));
    station.record(trap(waiting, 'i1'));
    station.record(placeHold('patron-2'));
    station.record(endHold(station.record(placeHold('patron-3')), null));
    const transfer = (): FactDraft => {
      const { kind, body } = pay('c1', 20_000);
      return { kind, body: { ...body, method: 'vietqr', tendered: null, bill: 'PT1' } };
    };
    station.record(settle(station.record(transfer()), 'c1', 20_000, 'received'));
    station.record(transfer());
    station.record(pay('c1', 20_000));
    await station.push();
    expect(text(await page())).toContain('Đang đặt mượn 2 Chờ bạn đọc nhận 1 Chuyển khoản chờ đối chiếu 1');
  });

  it('counts the loans of today and those open, by library', async () => {
    await publishRows(province().db, [library('lib-1'), library('lib-2', 'Thư viện huyện cũ')]);
    const station = await province().station('ST-1');
    station.record(lend('i0'), { at: '2026-11-21T23:59:59.000+07:00' });
    const today = station.record(lend('i1'), { at: '2026-11-22T00:00:00.000+07:00' });
    station.record(takeBack('i1', today));
    station.record(lend('i2'));
    await station.push();
    const body = text(await page());
    expect(body).toContain('Lượt mượn hôm nay 2 Đang mượn 2');
    expect(body).toContain('Thư viện tỉnh Thư viện công cộng 2 2');
    expect(body).toContain('Thư viện huyện cũ Thư viện công cộng 0 0');
  });

  it('shows when a station was last heard and how much of its journal is here', async () => {
    const station = await province().station('ST-1');
    await province().station('ST-2');
    station.record(lend('i1'));
    await station.push();
    province().setClock('2026-11-22T15:00:30.000+07:00');
    expect(text(await page())).toContain('ST-1 Quầy 1 lib-1 30 giây trước Đang làm việc 1');
    province().setClock('2026-11-22T18:00:00.000+07:00');
    const later = text(await page());
    expect(later).toContain('3 giờ trước Không liên lạc 1');
    expect(later).toContain('ST-2 Quầy 1 lib-1 chưa lần nào Không liên lạc 0');
  });

  it('shows what a station has said it has and does not send', async () => {
    const station = await province().station('ST-1');
    station.record(lend('i1'));
    await station.push();
    station.record(lend('i2'));
    station.record(lend('i3'));
    await station.hello();
    province().setClock('2026-11-23T14:00:00.000+07:00');
    expect(text(await page())).not.toContain('chưa gửi');
    province().setClock('2026-11-23T16:00:00.000+07:00');
    expect(text(await page())).toContain('Không liên lạc 1 còn 2 lượt chưa gửi');
    const metrics = await province().app.inject('/metrics');
    expect(metrics.body).toMatch(/^luu_thong_stations_silent 1$/m);
    await station.push();
    expect(text(await page())).not.toContain('chưa gửi');
  });

  it('shows disagreements in words, with the stations', async () => {
    const one = await province().station('ST-1');
    const two = await province().station('ST-2');
    one.record(lend('i1'));
    two.record(lend('i1'));
    await one.push();
    await two.push();
    const body = text(await page());
    expect(body).toContain('Việc cần xem 1');
    expect(body).toContain('Một bản được cho mượn hai lần khi lần trước chưa trả');
    expect(body).toContain('ST-1, ST-2');
    const [open] = await rowsOf(province().db, 'exception');
    if (!open) throw new Error('nothing waits');
    two.record({
      kind: 'exception.resolved',
      body: {
        exception: open.id,
        stream: open.stream,
        library: 'lib-1',
        resolution: 'last-has-it',
        note: '',
      },
    });
    await two.push();
    const after = text(await page());
    expect(after).toContain('Việc cần xem 0');
    expect(after).not.toContain('ST-1, ST-2');
  });

  it('never names a reader', async () => {
    await publishRows(province().db, [
      library('lib-1'),
      biblio('b1'),
      item('i1'),
      patron('patron-1', 'Nguyễn Thị Hiền'),
    ]);
    const station = await province().station('ST-1');
    station.record(lend('i1', 'patron-1'));
    station.record(lend('i1', 'patron-1'));
    station.record(trap(station.record(placeHold('patron-1')), 'i2'));
    station.record(pay('c1', 20_000));
    await station.push();
    const body = await page();
    expect(body).toContain('VV.i1');
    expect(body).not.toMatch(/Hiền|patron-1/);
  });

  it('shows what people and desks wrote as text, wherever it stands', async () => {
    await publishRows(province().db, [library('lib-1', hostile), biblio('b1', hostile), item('i1')]);
    const station = await province().station('ST-<i>');
    station.record(lend('i1'));
    station.record(lend('i1'));
    station.record(lend('<b>"copy"</b>'));
    await station.push();
    const body = await page();
    expect(body).not.toMatch(/<script|<img|<b>"copy|ST-<i>/);
    expect(body).toContain(
      '&lt;script&gt;alert(&quot;1&quot;)&lt;/script&gt;&lt;img src=x onerror=&#39;x&#39;&gt;&amp;amp;',
    );
    expect(body).toContain('ST-&lt;i&gt;');
  });

  it('allows itself one style sheet and nothing else', async () => {
    const answer = await province().app.inject('/');
    const style = /<style>([^<]*)<\/style>/.exec(answer.body)?.[1] ?? '';
    const hash = createHash('sha256').update(style).digest('base64');
    const policy = String(answer.headers['content-security-policy']);
    expect(policy).toContain(`style-src 'sha256-${hash}'`);
    expect(policy).toContain("default-src 'none'");
    expect(policy).toContain("frame-ancestors 'none'");
    expect(answer.body).not.toMatch(/<script|style=|onload|https?:/);
    expect(answer.headers['cache-control']).toBe('no-store');
  });

  it('renews itself unless it is held still', async () => {
    expect(await page('/')).toContain('http-equiv="refresh"');
    expect(await page('/?live=0')).not.toContain('http-equiv="refresh"');
  });
});

/** The words of a piece of HTML, with single spaces. */
function text(html: string): string {
  return html
    .replaceAll(/<style>[^<]*<\/style>/g, '')
    .replaceAll(/<[^>]*>/g, ' ')
    .replaceAll(/\s+/g, ' ')
    .trim();
}
