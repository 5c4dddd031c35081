import { expect, it } from 'vitest';
import { testStation } from '../../testing/station.ts';

it('tells where the copies of a title are, who waits for it, and what is written about each', async () => {
  const station = await testStation();
  for (const code of ['THE-1', 'VV.1']) await station.desk.scan(code);
  const copy = (await station.rows())[0]?.item;
  const biblio = copy?.biblio ?? '';
  const about = { kind: 'item', item: copy?.id ?? '' } as const;
  await station.desk.act({ do: 'add-message', about, text: 'Xem lại gáy sách', until: null });
  await station.desk.act({ do: 'add-message', about, text: 'Đã qua', until: '2026-11-01' });
  const title = await station.databases.reader.title(biblio);
  expect(title).toMatchObject({
    id: biblio,
    copies: [{ item: { barcode: 'VV.1' }, status: 'on-loan', messages: [{ text: 'Xem lại gáy sách' }] }],
    holds: [],
  });
  const [message] = title?.copies[0]?.messages ?? [];
  await station.desk.act({ do: 'end-message', message: message?.id ?? '' });
  expect((await station.databases.reader.title(biblio))?.copies[0]?.messages).toStrictEqual([]);
  expect(await station.databases.reader.title('biblio-KHONG-CO')).toBeNull();
});
