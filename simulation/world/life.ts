import { join } from 'node:path';
import { diceFor } from '../../domain/demo/random.ts';
import { isExpected } from './expected.ts';
import { Broken } from '../invariants/broken.ts';
import { watch } from '../invariants/at-every-step.ts';
import { copyFolder } from '../station/folder.ts';
import type { Machine } from '../station/machine.ts';
import { fillDiskUnder, makeRoomUnder } from '../station/full-disk.ts';
import { startStation } from '../station/run.ts';
import { noteRecorded } from './acts.ts';
import type { World } from './world.ts';

/** Starts the program where it is not running. */
export function start(world: World, machine: Machine): void {
  if (machine.running) return;
  machine.crashIn = null;
  machine.running = startStation({
    machine,
    time: world.time,
    network: world.network,
    send: world.province.send,
    dice: diceFor(world.seed, 60, world.next()),
    defect: world.defect,
    onCrash: () => crash(world, machine),
    onVerb: (name) => {
      noteRecorded(world, machine);
      watch(world, machine, name);
    },
    onFailure: (error) => {
      if (!isExpected(machine, error)) fail(world, machine, error);
    },
  });
  machine.stale = false;
  if (machine.full) fill(machine, machine.full);
  noteRecorded(world, machine);
}

/** A failure inside the engine, which swallows nothing: the world stops at its next step. */
function fail(world: World, machine: Machine, error: unknown): void {
  const text = error instanceof Error ? (error.stack ?? error.message) : String(error);
  const broken = error instanceof Broken ? error : new Broken('I9', `${machine.name} failed: ${text}`);
  world.time.after(0, () => {
    throw broken;
  });
}

/** The process is gone between two of its steps; what it had written is all there is. */
export function crash(world: World, machine: Machine): void {
  const { running } = machine;
  if (!running) return;
  noteRecorded(world, machine);
  const left = join(world.folder, `${machine.name}-${world.next()}`);
  copyFolder(machine.folder, left);
  machine.folder = left;
  machine.running = null;
  machine.crashIn = null;
  running.kill();
  world.network.hangUp(machine.name);
}

/** The program is closed in order. */
export function stop(world: World, machine: Machine): void {
  const { running } = machine;
  if (!running) return;
  noteRecorded(world, machine);
  machine.running = null;
  running.store.close();
  running.kill();
  world.network.hangUp(machine.name);
}

/** A second computer with the same files. */
export function copy(world: World, machine: Machine): Machine {
  const name = `${machine.station}-copy${world.next()}`;
  const folder = join(world.folder, name);
  copyFolder(machine.folder, folder);
  machine.copied = true;
  const copied = { ...machine, name, folder, running: null, crashIn: null, full: null, copied: true };
  world.machines.push(copied);
  return copied;
}

/** No room any more under one of its files. */
export function fill(machine: Machine, file: 'journal' | 'mirror'): void {
  machine.full = file;
  machine.stale = true;
  const { store } = machine.running ?? {};
  if (store) fillDiskUnder(file === 'journal' ? store.journalDb : store.mirrorDb);
}

export function makeRoom(machine: Machine): void {
  machine.full = null;
  const { store } = machine.running ?? {};
  for (const db of store ? [store.journalDb, store.mirrorDb] : []) makeRoomUnder(db);
}
