import { sql } from 'kysely';
import { z } from 'zod';
import { genesisHash } from '../../domain/facts/fact.ts';
import type { Defect } from './defect.ts';

/** A trigger with this body on one of the province's tables. */
function trigger(
  table: string,
  when: string,
  body: string,
  moment: 'before' | 'after' = 'before',
): readonly string[] {
  return [
    `create or replace function planted() returns trigger language plpgsql as $$ begin ${body} end $$`,
    `create or replace trigger planted ${moment} ${when} on ${table} for each row execute function planted()`,
  ];
}

const pushed = z.object({
  id: z.string(),
  kind: z.string(),
  kv: z.number(),
  body: z.looseObject({}),
});

/** The facts in the body of a push. */
function factsIn(body: string): readonly z.infer<typeof pushed>[] {
  const line = z.object({ bytes: z.string() });
  return body
    .split('\n')
    .filter((text) => text !== '')
    .map((text) => pushed.parse(JSON.parse(line.parse(JSON.parse(text)).bytes)));
}

const isChanges = (target: string): boolean => target.startsWith('/sync/v1/changes');
const isPush = (target: string): boolean => target.startsWith('/sync/v1/journals/');

/** Mistakes the province could make. */
export const provinceDefects: readonly Defect[] = [
  {
    name: 'facts stand in the order in which they arrive',
    database: trigger(
      'fact',
      'insert',
      `new.effective_at := (select coalesce(max(effective_at), '2026-01-01') + interval '1 second' from fact);
       return new;`,
    ),
  },
  {
    name: 'a fact that contradicts another is refused',
    wire: (send, db) => async (request) => {
      const lent = isPush(request.target)
        ? factsIn(request.body).flatMap(({ id, kind, body }) =>
            kind === 'loan.checked-out' && typeof body['item'] === 'string'
              ? [{ id, item: body['item'] }]
              : [],
          )
        : [];
      for (const { id, item } of lent) {
        const { rows } = await sql`select 1 from projection where entity = 'loan' and row->>'item' = ${item}
          and id <> ${id} and row->>'returnedAt' is null`.execute(db);
        if (rows.length > 0)
          return {
            status: 409,
            body: JSON.stringify({ conflict: 'gap', acked: { seq: 0, hash: genesisHash } }),
          };
      }
      return send(request);
    },
  },
  {
    name: 'a fact that nobody understands stops the queue',
    often: ['act of a later version'],
    wire: (send) => async (request) =>
      isPush(request.target) && factsIn(request.body).some(({ kv }) => kv > 1)
        ? { status: 422, body: '{}' }
        : send(request),
  },
  {
    name: 'what comes twice counts twice',
    wire: (send, db) => {
      const seen = new Set<string>();
      return async (request) => {
        const answer = await send(request);
        if (!isPush(request.target) || answer.status !== 200) return answer;
        for (const { id } of factsIn(request.body)) {
          // Few pushes get through twice: of some facts it is as if they had.
          if (seen.has(id) || seen.size % 5 === 4)
            await sql`insert into fact select (jsonb_populate_record(fact, jsonb_build_object('id',
              gen_random_uuid()))).* from fact where id = ${id}`.execute(db);
          seen.add(id);
        }
        return answer;
      };
    },
  },
  {
    name: 'a fact is known by its place and not by its id',
    often: ['copied'],
    altersTables: true,
    database: [
      'alter table fact drop constraint if exists fact_pkey cascade',
      'alter table fact_stream drop constraint if exists fact_of_stream',
    ],
    answers: {
      transformQuery: ({ node }) => node,
      transformResult: async ({ result }) => ({
        ...result,
        rows: result.rows.map((row) => ('known' in row ? { ...row, known: [] } : row)),
      }),
    },
  },
  {
    name: 'a restored province goes on as if it were the old one',
    often: ['back up', 'restore'],
    keepsEpoch: true,
  },
  {
    name: 'the feed loses a line',
    database: trigger('change', 'insert', 'if new.pos % 37 = 0 then return null; end if; return new;'),
  },
  {
    name: 'a skipped position hides a row',
    wire: (send) => async (request) => {
      const answer = await send(request);
      const hidden = answer.body.replaceAll(
        /^\{"pos":(\d*[37]),"entity":.*$/gmu,
        '{"pos":$1,"to":$1,"skip":true}',
      );
      return isChanges(request.target) ? { ...answer, body: hidden } : answer;
    },
  },
  {
    name: 'a library is told everything of all readers',
    database: trigger('change', 'insert', 'new.full_for := null; return new;'),
  },
  {
    name: 'a library is told of the readers of others as of its own',
    database: trigger(
      'change',
      'insert',
      "if new.entity = 'patron' then new.reduced := new.row; end if; return new;",
    ),
  },
  {
    name: 'a page of the feed has a hole',
    wire: (send) => async (request) => {
      const answer = await send(request);
      const holed = answer.body.replaceAll(/^\{"pos":\d*[37],"entity":.*\n/gmu, '');
      return isChanges(request.target) ? { ...answer, body: holed } : answer;
    },
  },
  {
    name: 'a snapshot lacks the last line that it stands for',
    often: ['publish'],
    cutsSnapshots: true,
  },
  {
    name: 'compaction keeps the older line of a row',
    often: ['feed compacted', 'publish'],
    database: trigger(
      'change',
      'delete',
      `update change set row = old.row where entity = old.entity and entity_id = old.entity_id and pos > old.pos;
       return old;`,
      'after',
    ),
  },
  {
    name: 'an exception stays when it is explained',
    often: ['undo', 'start', 'act'],
    database: trigger('exception', 'delete', 'return null;'),
  },
  {
    name: 'due dates are made anew',
    database: trigger(
      'projection',
      'insert',
      `if new.entity = 'loan' then new.row := jsonb_set(new.row, '{due}', '"2027-01-01"'); end if; return new;`,
    ),
  },
  {
    name: 'a copy that has been lent is not looked at again',
    database: trigger(
      'projection',
      'update',
      "if new.entity = 'item-state' then return old; end if; return new;",
    ),
  },
];
