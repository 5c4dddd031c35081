import { once } from 'node:events';
import { createServer } from 'node:http';
import { connect, createServer as createLine } from 'node:net';
import { WebSocketServer } from 'ws';
import type { Bench } from '../measure.ts';
import { figure, quantile } from '../measure.ts';
import { makeStation } from '../made-station.ts';
import { openBenchPage } from '../page.ts';
import { openBenchScanner } from '../scanner.ts';
import { startStationProcess } from '../station-process.ts';

const titles = 2_000;
const scans = 100;
const p95 = 0.95;

/**
 * 95th percentile of the time from bytes on the scanner's line, through the decision and its fact on the disk, to
 * the row painted in Chromium: copies that are taken back, one after the other. The baseline is a page that
 * paints a line as soon as a socket delivers it: the same browser with nothing in between.
 */
export const scanToVisible: Bench = {
  name: 'scan-to-visible',
  run: async () => {
    const baseline = await bareSocketToPaint();
    const scanner = await openBenchScanner();
    const made = makeStation(titles, [scanner.device]);
    const station = await startStationProcess(made.folder);
    const page = await openBenchPage(station.address);
    await page.deviceReady('scanner');
    const times: number[] = [];
    for (const barcode of made.barcodes.slice(0, scans)) {
      let sent = 0;
      const painted = await page.rowAfter(() => {
        sent = scanner.send(barcode);
      });
      times.push(painted - sent);
    }
    await page.close();
    await station.stop();
    scanner.close();
    const recorded = made.facts();
    made.remove();
    if (recorded !== scans) throw new Error(`${scans} copies were scanned, ${recorded} returns recorded.`);
    return figure({
      name: 'scan-to-visible',
      value: quantile(times, p95),
      unit: 'ms',
      baseline,
      against: 'bare socket to painted line, same browser',
      target: '50 or less',
    });
  },
};

const barePage = `<!doctype html><body data-bench-ready><script>
  let rows = 0;
  new WebSocket('ws://' + location.host).onmessage = ({ data }) => {
    const row = document.createElement('p');
    row.dataset.rowId = rows += 1;
    row.textContent = data;
    document.body.prepend(row);
  };
</script>`;

async function bareSocketToPaint(): Promise<number> {
  const server = createServer(
    (_request, response) => void response.setHeader('content-type', 'text/html').end(barePage),
  );
  const sockets = new WebSocketServer({ server });
  const line = createLine((socket) =>
    socket.on('data', (data) => sockets.clients.forEach((page) => page.send(data))),
  );
  server.listen(0, '127.0.0.1');
  line.listen(0, '127.0.0.1');
  await Promise.all([once(server, 'listening'), once(line, 'listening')]);
  const joined = once(sockets, 'connection');
  const page = await openBenchPage(`http://127.0.0.1:${portOf(server.address())}/`);
  await joined;
  const scanner = connect(portOf(line.address()), '127.0.0.1');
  scanner.setNoDelay(true);
  await once(scanner, 'connect');
  const times: number[] = [];
  for (let scan = 0; scan < scans; scan += 1) {
    let sent = 0;
    const painted = await page.rowAfter(() => {
      sent = performance.timeOrigin + performance.now();
      scanner.write(`KHONG-CO-${scan}\r`);
    });
    times.push(painted - sent);
  }
  await page.close();
  scanner.destroy();
  sockets.close();
  server.close();
  line.close();
  return quantile(times, p95);
}

function portOf(address: ReturnType<ReturnType<typeof createServer>['address']>): number {
  if (address === null || typeof address === 'string') throw new Error('The server has no port.');
  return address.port;
}
