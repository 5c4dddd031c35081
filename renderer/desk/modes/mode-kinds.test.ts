import { describe, expect, it } from 'vitest';
import { ordinaryMode } from '../../../contract/workstation/desk.ts';
import {
  everythingOff,
  isTimed,
  modeKinds,
  modesOn,
  momentOf,
  withOff,
  withPlainOn,
  withTimedOn,
} from './mode-kinds.ts';

const moment = '2026-11-21T17:00:00.000+07:00';
const switchedOn = (mode: typeof everythingOff, kind: (typeof modeKinds)[number]) =>
  isTimed(kind) ? withTimedOn(mode, kind, moment) : withPlainOn(mode, kind);

describe('modes of the desk', () => {
  it('are off as the contract says', () => {
    expect(everythingOff).toEqual(ordinaryMode);
    expect(modesOn(everythingOff)).toEqual([]);
  });

  it.each(modeKinds)('%s is switched on and off by itself', (kind) => {
    const on = switchedOn(everythingOff, kind);
    expect(modesOn(on)).toEqual([kind]);
    expect(withOff(on, kind)).toEqual(everythingOff);
  });

  it.each(modeKinds)('%s leaves the others as they are', (kind) => {
    const others = modeKinds.filter(
      (other) => other !== kind && other !== 'bookDrop' && other !== 'backdate',
    );
    const all = others.reduce(switchedOn, everythingOff);
    expect(modesOn(withOff(switchedOn(all, kind), kind))).toEqual(others);
  });

  it('have one time for returns', () => {
    const drop = withTimedOn(withTimedOn(everythingOff, 'backdate', moment), 'bookDrop', moment);
    expect(modesOn(drop)).toEqual(['bookDrop']);
    expect(momentOf(drop, 'bookDrop')).toBe(moment);
    expect(momentOf(drop, 'setDue')).toBeNull();
  });
});
