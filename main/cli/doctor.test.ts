import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { describe, expect, it, onTestFinished } from 'vitest';
import type { DeviceConfig } from '../../contract/devices/config.ts';
import type { Probed } from '../../contract/devices/detection.ts';
import type {
  DeviceHealth,
  FromDrivers,
  FromVirtual,
  ToDrivers,
  ToVirtual,
} from '../../contract/devices/drivers.ts';
import type { OutcomeCode } from '../../domain/outcome.ts';
import { freshConfig, writeConfig } from '../config.ts';
import { entryPoint } from '../entry-points.ts';
import { forks } from '../hosts/web/fork-channel.ts';
import { lockFolder } from '../store/folder-lock.ts';
import { farEnd } from '../testing/channel-pair.ts';
import { testFolder } from '../testing/folders.ts';
import { examine } from './doctor-report.ts';
import { doctorLines } from './doctor-words.ts';

const pad: DeviceConfig = {
  id: 'pad',
  kind: 'rfid',
  name: 'Bàn đọc',
  transport: { kind: 'serial', path: '/dev/ttyUSB0', baudRate: 38_400 },
  family: 'feig',
  settings: {
    address: 0xff,
    accessPassword: '00000000',
    security: 'afi',
    afi: { on: 7, off: 194 },
    profiles: 'auto',
  },
};
const probed: Probed = {
  kind: 'rfid',
  model: 'M100',
  firmware: '2.3',
  suggestion: { ...pad, family: 'm100' },
};

interface Answers {
  readonly health: DeviceHealth;
  readonly problem: OutcomeCode | null;
  readonly probed: Probed | null;
}

/** A driver process with one device, one unknown serial port and a printer queue. */
function drivers({ health, problem, probed: answer }: Answers) {
  const asked: string[] = [];
  const end = farEnd<FromDrivers, ToDrivers>();
  const launch = () => ({
    ...end.near,
    send(message: ToDrivers) {
      if (message.type === 'configure')
        for (const { id, kind, name } of message.devices)
          end.say({ type: 'device', state: { id, kind, name, health, problem } });
      if (message.type === 'probe') {
        asked.push(message.transport.kind === 'serial' ? message.transport.path : message.transport.kind);
        end.say({ type: 'probed', job: message.job, probed: answer });
      }
      if (message.type === 'detect')
        end.say({
          type: 'detected',
          job: message.job,
          detected: {
            devices: [
              {
                transport: { kind: 'serial', path: '/dev/ttyUSB1', baudRate: 9_600 },
                label: '/dev/ttyUSB1',
                maker: 'FTDI',
                model: 'FT232R',
                kind: null,
                advice: 'probe',
                suggestion: null,
              },
              {
                transport: { kind: 'spooler', printer: 'Quay1' },
                label: 'Quay1',
                maker: '',
                model: 'Quay1',
                kind: 'printer',
                advice: 'add-printer',
                suggestion: null,
              },
            ],
            problems: [{ source: 'hid', words: 'no libudev' }],
          },
        });
    },
  });
  return { launch, asked };
}
const silent: Answers = { health: 'degraded', problem: 'LT-2105', probed: null };

describe('doctor', () => {
  it('says what is there, what answers and what to do', async () => {
    const { launch, asked } = drivers({ health: 'ready', problem: null, probed: null });
    const report = await examine({ launch, devices: [pad], probe: false, waitMs: 5_000 });
    expect(report.ok).toBe(true);
    expect(asked).toEqual([]);
    expect(doctorLines(report)).toEqual([
      'Đang cắm vào máy này:',
      '  /dev/ttyUSB1, FTDI FT232R. Chưa biết là gì: chạy lại với --probe để hỏi, hoặc chọn loại trong Thiết bị.',
      '  máy in Quay1, Quay1, máy in. Nếu in phiếu bằng máy này, thêm vào trong Thiết bị.',
      '  Không xem được thiết bị HID: no libudev',
      'Đã thiết lập:',
      '  Bàn đọc (đầu đọc RFID, /dev/ttyUSB0): trả lời.',
    ]);
  });

  it('asks the free lines, and who is on the line of a device that does not answer', async () => {
    const { launch, asked } = drivers({ ...silent, probed });
    const report = await examine({ launch, devices: [pad], probe: true, waitMs: 10 });
    expect(report.ok).toBe(false);
    expect(asked).toEqual(['/dev/ttyUSB0', '/dev/ttyUSB1']);
    const lines = doctorLines(report);
    expect(lines[1]).toBe(
      '  /dev/ttyUSB1, FTDI FT232R. đầu đọc RFID M100 2.3 trả lời. Thêm vào trong Thiết bị.',
    );
    expect(lines.at(-1)).toMatch(
      /không trả lời\. LT-2105 .* Trên đường này có đầu đọc RFID M100 2\.3 trả lời/u,
    );
  });

  it('says that nobody answers', async () => {
    const { launch } = drivers(silent);
    const report = await examine({ launch, devices: [pad], probe: true, waitMs: 10 });
    expect(doctorLines(report)[1]).toContain('Không ai trả lời.');
    expect(doctorLines(report).at(-1)).not.toContain('Trên đường này');
  });

  it('gets over a driver process that dies', async () => {
    const dead = () => {
      const end = farEnd<FromDrivers, ToDrivers>();
      return { ...end.near, send: () => end.die() };
    };
    const report = await examine({ launch: dead, devices: [pad], probe: false, waitMs: 10 });
    expect(report).toMatchObject({ ok: false, looked: false });
    expect(doctorLines(report)[1]).toContain('tiến trình thiết bị không chạy');
  });
});

/** The command as a person runs it. */
async function cli(...args: string[]): Promise<{ code: number | null; out: string; err: string }> {
  const child = spawn(process.execPath, [join(import.meta.dirname, 'main.ts'), 'doctor', ...args]);
  const [out, err] = await Promise.all([text(child.stdout), text(child.stderr)]);
  if (child.exitCode === null) await once(child, 'exit');
  return { code: child.exitCode, out, err };
}

describe('npm run -s cli -- doctor', () => {
  it(
    'finds an emulated station ready, and says which device does not answer',
    { timeout: 40_000 },
    async () => {
      const folder = testFolder();
      const helpers = forks();
      const virtual = helpers.channel<FromVirtual, ToVirtual>(entryPoint('virtual-devices'), [
        '--paper',
        join(folder, 'paper'),
        '--links',
        join(folder, 'links'),
      ]);
      onTestFinished(() => virtual.close());
      const devices = await new Promise<readonly DeviceConfig[]>((resolve) => {
        virtual.onMessage((message) => {
          if (message.type === 'ready') resolve(message.devices);
        });
      });
      writeConfig(folder, { ...freshConfig('ST-1'), devices: [...devices] });
      const healthy = await cli('--data', folder);
      expect(healthy).toMatchObject({ code: 0, err: '' });
      expect(healthy.out.match(/: trả lời\./gu)).toHaveLength(devices.length);

      virtual.send({ type: 'unplug', device: 'virtual-rfid' });
      const ill = await cli('--data', folder, '--json');
      expect(ill.code).toBe(1);
      expect(JSON.parse(ill.out)).toMatchObject({
        ok: false,
        devices: devices.map(({ id }) => ({ config: { id }, answers: id !== 'virtual-rfid' })),
      });
    },
  );

  it.each([
    ['an unknown option', ['--nothing']],
    ['a word', ['station']],
    ['a folder without a station', ['--data', join(import.meta.dirname, 'nowhere')]],
  ])('ends with 2 for %s', async (_, args) => {
    expect(await cli(...args)).toMatchObject({
      code: 2,
      out: '',
      err: expect.stringContaining('Usage: doctor'),
    });
  });

  it('leaves the devices of a running station alone', async () => {
    const folder = testFolder();
    writeConfig(folder, freshConfig('ST-1'));
    const lock = lockFolder(folder);
    expect(await cli('--data', folder)).toMatchObject({ code: 2, err: expect.stringContaining(folder) });
    lock?.release();
    expect(await cli('--data', folder)).toMatchObject({ code: 0 });
  });
});
