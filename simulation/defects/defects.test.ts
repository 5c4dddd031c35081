import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Playground } from '../database.ts';
import { openPlayground } from '../database.ts';
import { defects } from './all.ts';
import { look } from './seeds.ts';

/** Where the remembered history notices nothing any more, as many others are told as this allows, ms. */
const longest = 120_000;

describe('the simulation notices', () => {
  let shared: Playground | null = null;
  beforeAll(async () => {
    shared = await openPlayground(null);
  });
  afterAll(() => shared?.close());

  it.each(defects)('$name', { timeout: longest }, async (defect) => {
    const playground = defect.altersTables === true ? await openPlayground(null) : shared;
    if (!playground) throw new Error('there is no database');
    const noticed = await look(defect, playground);
    await sql`drop function if exists planted cascade`.execute(playground.db);
    if (playground !== shared) await playground.close();
    expect(noticed).not.toBeNull();
  });
});
