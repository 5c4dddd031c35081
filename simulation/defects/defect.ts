import type { Kysely, KyselyPlugin } from 'kysely';
import type { Dice } from '../../domain/demo/random.ts';
import type { Store } from '../../main/store/store.ts';
import type { ProvinceNet } from '../../main/sync/ports.ts';
import type { WriterVerbs } from '../../main/workers/writer-verbs.ts';
import type { ProvinceSchema } from '../../province/database/schema.ts';
import type { Send, WireRequest } from '../machine/wire.ts';

/**
 * A mistake that is put between two parts of the product, never into one: the simulation has to notice it. Every key
 * but the name and `often` is one seam.
 */
export interface Defect {
  readonly name: string;
  /** Names of steps (`world/steps.ts`) without which it cannot show: they come oftener. */
  readonly often?: readonly string[];
  /** What a station's services think is its store. */
  readonly store?: (store: Store) => Store;
  /** What the sync engine thinks are the writer's verbs; `crash` ends the station's process where it stands. */
  readonly verbs?: (verbs: WriterVerbs, dice: Dice, crash: () => void) => WriterVerbs;
  /** What the sync engine thinks is the province. */
  readonly net?: (net: ProvinceNet, dice: Dice) => ProvinceNet;
  /** What the wire thinks is the province's server. */
  readonly wire?: (send: Send, db: Kysely<ProvinceSchema>, sign: Sign) => Send;
  /** What the province's server thinks its database answers. */
  readonly answers?: KyselyPlugin;
  /** Statements run on the province's database before anything happens. */
  readonly database?: readonly string[];
  /** They change tables for good. */
  readonly altersTables?: true;
  /** The journal is not synced at each commit: a power cut takes its end too. */
  readonly carelessJournal?: boolean;
  /** An upgraded program looks at nothing that the earlier one kept for later. */
  readonly leavesParked?: boolean;
  /** Snapshots are made without the newest line. */
  readonly cutsSnapshots?: boolean;
  /** A dump is put back and nobody tells the database. */
  readonly keepsEpoch?: boolean;
}

/** A request as the station that it names would sign it now; as some station, where it names none. */
type Sign = (request: WireRequest) => WireRequest;

/** The product as it is. */
export const noDefect: Defect = { name: 'none' };
