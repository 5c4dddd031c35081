import { describe, expect, it } from 'vitest';
import { epcOf } from '../rfid/emulator/field.ts';
import { hexText } from '../rfid/tags/index.ts';
import { hfBook, uhfBook } from '../rfid/testing/run-device.ts';
import type { AlarmItem } from './event.ts';
import { gateEvent } from './tell-event.ts';

const at = '2026-11-25T19:00:00.000Z';
const told = (item: Partial<AlarmItem>) =>
  gateEvent({
    type: 'alarm',
    at,
    items: [{ uid: null, technology: null, blocks: null, blockSize: null, ...item }],
    direction: 'out',
    antenna: 1,
  });
const hf = hfBook('VV.004512', 1);
const allianceTag = uhfBook('VV004512');
const alliance = allianceTag.banks[1];
const iso = uhfBook('VV004512', 'iso28560-4').banks[1];

describe('an alarm as the core is told it', () => {
  it.each([
    ['HF with its UID alone', { uid: hf.uid, technology: 'hf' }, null],
    ['HF with its blocks', { uid: hf.uid, technology: 'hf', blocks: hf.memory }, 'VV.004512'],
    [
      'HF with the first nine blocks',
      { uid: hf.uid, technology: 'hf', blocks: hf.memory.slice(0, 36) },
      'VV.004512',
    ],
    [
      'HF with foreign blocks',
      { uid: hf.uid, technology: 'hf', blocks: new Uint8Array(36).fill(0xaa) },
      null,
    ],
    ['a tag of unknown kind, with its blocks', { uid: hf.uid, blocks: hf.memory }, 'VV.004512'],
    ['UHF with PC and EPC', { uid: hexText(alliance.slice(2, 16)), technology: 'uhf' }, 'VV004512'],
    ['UHF with its EPC alone', { uid: epcOf(allianceTag), technology: 'uhf' }, 'VV004512'],
    ['ISO UHF with PC and EPC', { uid: hexText(iso.slice(2)), technology: 'uhf' }, 'VV004512'],
    ['UHF of a shop', { uid: '3000E2003412013F000000000001', technology: 'uhf' }, null],
    ['nothing at all', {}, null],
  ] as const)('%s', (_, item, code) => {
    const address = 'uid' in item ? item.uid : null;
    expect(told(item)).toEqual({ kind: 'alarm', at, items: [{ address, code }], direction: 'out' });
  });

  it('counts and missed alarms', () => {
    expect(gateEvent({ type: 'counts', at, in: 4, out: 5 })).toEqual({ kind: 'counts', at, in: 4, out: 5 });
    expect(gateEvent({ type: 'missed', at })).toEqual({ kind: 'missed', at });
  });
});
