import type { FastifyInstance } from 'fastify';
import type { Kysely } from 'kysely';
import pino from 'pino';
import { afterAll, afterEach, beforeAll, beforeEach, describe } from 'vitest';
import type { OpenDatabase } from '../database/open.ts';
import type { ProvinceSchema } from '../database/schema.ts';
import { createServer } from '../server.ts';
import { enrolStation } from '../stations/enrol.ts';
import { createHeadSignal } from '../sync/head-signal.ts';
import { databaseKinds, emptyDatabase } from './databases.ts';
import { testKey } from './signing.ts';
import type { TestStation } from './station.ts';
import { testStation } from './station.ts';

/** Making an empty cluster the first time takes seconds on a busy machine. */
const openTimeout = 60_000;

export interface TestProvince {
  readonly db: Kysely<ProvinceSchema>;
  readonly app: FastifyInstance;
  /** Enrols a station and gives it an empty journal. */
  readonly station: (name: string) => Promise<TestStation>;
  /** Moves the server's clock, which stands still otherwise. */
  readonly setClock: (instant: string) => void;
  /** The server's clock, ms. */
  readonly now: () => number;
}

/** Runs `suite` on every kind of database, each test with an empty province, server clock 15:00 on 22/11/2026. */
export function describeProvince(name: string, suite: (province: () => TestProvince) => void): void {
  describe.each(databaseKinds)(`${name} ($name)`, ({ open }) => {
    let opened: OpenDatabase | null = null;
    let province: TestProvince | null = null;
    beforeAll(async () => {
      opened = await open();
    }, openTimeout);
    beforeEach(async () => {
      if (!opened) throw new Error('the database did not open');
      await emptyDatabase(opened.db);
      province = testProvince(opened.db);
    });
    afterEach(async () => province?.app.close());
    afterAll(async () => opened?.close());
    suite(() => {
      if (!province) throw new Error('a province exists only inside a test');
      return province;
    });
  });
}

function testProvince(db: Kysely<ProvinceSchema>): TestProvince {
  let clock = Date.parse('2026-11-22T15:00:00.000+07:00');
  const app = createServer({
    db,
    signal: createHeadSignal(),
    now: () => clock,
    logger: pino({ level: 'silent' }),
    hosts: ['thu-vien.example'],
    bearerKeys: true,
  });
  return {
    db,
    app,
    station: async (name) => {
      const key = testKey();
      const proof = { publicKey: key.publicKey };
      await enrolStation(db, { station: name, library: 'lib-1', desk: 'Quầy 1', proof });
      return testStation(app, { name, inc: 'inc-1', key, now: () => clock });
    },
    now: () => clock,
    setClock: (instant) => {
      clock = Date.parse(instant);
    },
  };
}
