import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { diceFor } from '../../domain/demo/random.ts';
import { isExpected } from './expected.ts';
import { Broken } from '../invariants/broken.ts';
import { watch } from '../invariants/at-every-step.ts';
import { mirrorFile } from '../../main/store/store.ts';
import { asItCame } from '../station/earlier-version.ts';
import { copyFolder, removeFolder } from '../station/folder.ts';
import { losePower } from '../station/power.ts';
import type { Machine } from '../station/machine.ts';
import { fillDiskUnder, makeRoomUnder } from '../station/full-disk.ts';
import { startStation } from '../station/run.ts';
import { noteRecorded } from './acts.ts';
import type { World } from './world.ts';

/** Starts the program where it is not running. */
export function start(world: World, machine: Machine): void {
  if (machine.running) return;
  machine.crashIn = null;
  machine.fullIn = null;
  machine.running = startStation({
    machine,
    time: world.time,
    network: world.network,
    send: world.province.send,
    dice: diceFor(world.seed, 60, world.next()),
    defect: world.defect,
    onCrash: () => crash(world, machine, world.dice.chance(0.5)),
    onFull: (file) => fill(machine, file),
    onVerb: (name) => {
      noteRecorded(world, machine);
      watch(world, machine, name);
    },
    onFailure: (error) => {
      if (!isExpected(machine, error)) fail(world, machine, error);
    },
  });
  checkWritten(machine);
  machine.stale = false;
  if (machine.full) fill(machine, machine.full);
  noteRecorded(world, machine);
}

/** What was once written in a journal stays there, whatever happens to its computer. */
function checkWritten({ name, written, running }: Machine): void {
  const there = running?.store.journal.headEntry() ?? 0;
  if (there < written)
    throw new Broken('I1', `the journal of ${name} had ${written} entries and has ${there}`);
}

/** A failure inside the engine, which swallows nothing: the world stops at its next step. */
function fail(world: World, machine: Machine, error: unknown): void {
  const text = error instanceof Error ? (error.stack ?? error.message) : String(error);
  const broken = error instanceof Broken ? error : new Broken('I9', `${machine.name} failed: ${text}`);
  world.time.after(0, () => {
    throw broken;
  });
}

/** The computer has no power any more. */
export function cutPower(world: World, machine: Machine): void {
  crash(world, machine, true);
}

/** The process is gone between two of its steps; what it had written is all there is. */
export function crash(world: World, machine: Machine, power = false): void {
  const { running } = machine;
  if (!running) return;
  noteRecorded(world, machine);
  const left = join(world.folder, `${machine.name}-${world.next()}`);
  copyFolder(machine.folder, left);
  if (power) losePower(machine.folder, left, world.dice, world.defect.carelessJournal === true);
  const before = machine.folder;
  machine.folder = left;
  machine.running = null;
  machine.crashIn = null;
  machine.fullIn = null;
  machine.written = running.store.journal.headEntry();
  running.kill();
  removeFolder(before);
  world.network.hangUp(machine.name);
}

/** The program is closed in order. */
export function stop(world: World, machine: Machine): void {
  const { running } = machine;
  if (!running) return;
  noteRecorded(world, machine);
  machine.running = null;
  machine.written = running.store.journal.headEntry();
  running.store.close();
  running.kill();
  world.network.hangUp(machine.name);
}

/** The program of this version is started in the place of an earlier one. */
export function upgrade(world: World, machine: Machine): void {
  if (!machine.earlier) return;
  stop(world, machine);
  machine.earlier = false;
  if (world.defect.leavesParked !== true && existsSync(join(machine.folder, mirrorFile)))
    asItCame(machine.folder);
  start(world, machine);
}

/** A second computer with the same files. */
export function copy(world: World, machine: Machine): Machine {
  const name = `${machine.station}-copy${world.next()}`;
  const folder = join(world.folder, name);
  copyFolder(machine.folder, folder);
  machine.copied = true;
  const copied = {
    ...machine,
    name,
    folder,
    running: null,
    crashIn: null,
    fullIn: null,
    full: null,
    copied: true,
  };
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
  machine.fullIn = null;
  machine.full = null;
  const { store } = machine.running ?? {};
  for (const db of store ? [store.journalDb, store.mirrorDb] : []) makeRoomUnder(db);
}
