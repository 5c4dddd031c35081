import { join, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { readCommandLine } from './command-line.ts';

const appData = resolve('app-data');

describe('the command line', () => {
  it('puts everything below the user’s application folder when it says nothing', () => {
    expect(readCommandLine(['/opt/luu-thong/luu-thong'], appData)).toStrictEqual({
      browser: join(appData, 'luu-thong'),
      settings: { dataDir: join(appData, 'luu-thong', 'station') },
    });
  });

  it.each([[['--data', 'second']], [['--data=second']]])('takes a data folder: %j', (words) => {
    expect(readCommandLine(['electron', '.', ...words], appData)).toStrictEqual({
      browser: join(resolve('second'), 'browser'),
      settings: { dataDir: resolve('second') },
    });
  });

  it('leaves the switches that are Chromium’s alone', () => {
    const line = ['electron', '.', '--ozone-platform', '--data', 'x', '--force-device-scale-factor=2', '-x'];
    expect(readCommandLine(line, appData).settings).toStrictEqual({ dataDir: resolve('x') });
  });

  it('does not take a forgotten folder for a folder', () => {
    expect(readCommandLine(['luu-thong', '--data'], appData).settings.dataDir).toBe(
      join(appData, 'luu-thong', 'station'),
    );
  });
});
