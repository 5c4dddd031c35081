import { createHash } from 'node:crypto';
import { chainHash, genesisHash } from '../../domain/facts/fact.ts';
import { verifyChain } from '../../main/store/journal/chain.ts';
import type { World } from '../world/world.ts';
import type { HeldEntry, Holdings } from './holdings.ts';

/** I6: every journal is whole, on the stations' disks and at the province. */
export function chainsVerify({ machines }: World, { entries }: Holdings): readonly string[] {
  const broken = machines.flatMap(({ name, running }) => {
    const at = running ? verifyChain(running.store.journalDb).brokenAt : null;
    return at ? [`the journal of ${name} breaks at ${at.seq}`] : [];
  });
  const journals = Map.groupBy(entries, ({ station, inc }) => `${station}/${inc}`);
  return [...broken, ...[...journals].flatMap(([name, journal]) => chainFaults(name, journal))];
}

function chainFaults(name: string, journal: readonly HeldEntry[]): readonly string[] {
  const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex');
  return journal.flatMap(({ seq, prev, hash, bytes }, index) => {
    const before = journal[index - 1]?.hash ?? genesisHash;
    const follows = seq === index + 1 && prev === before && hash === chainHash(sha256, prev, bytes);
    return follows ? [] : [`the province's copy of ${name} breaks at ${seq}`];
  });
}
