import type { TagSecurity } from '../../domain/circulation/tag-security.ts';
import { securityAfter } from '../../domain/circulation/tag-security.ts';
import type { Fact, Instant } from '../../domain/facts/fact.ts';
import { normaliseCode } from '../../domain/identifiers/scan.ts';
import type { OutcomeCode } from '../../domain/outcome.ts';
import { outcomeCodes } from '../../domain/outcome.ts';
import type { Sqlite } from './sqlite.ts';

/** A copy whose tags have to say something else now. */
export interface TagTask {
  /** The copy's id. */
  readonly item: string;
  readonly barcode: string;
  readonly wanted: TagSecurity;
}

export interface TagTaskRecord extends TagTask {
  /** Why the tags do not say it yet; null while they are being written. */
  readonly problem: OutcomeCode | null;
  readonly since: Instant;
}

/**
 * Tags to be written. They live in `journal.db` and are made in the transaction of the act: whatever happens between
 * the loan and the tag, the list of copies that a gate will alarm for is right.
 */
export interface TagTasks {
  /** The codes whose tags are in front of this desk's readers. Others are not written, and not missed. */
  setField(codes: readonly string[]): void;
  /** Remembers what these facts want of the tags in the field. Inside the transaction that appends the facts. */
  add(facts: readonly Fact[], barcodeOf: (item: string) => string | null): readonly TagTask[];
  /** Remembers what is on a tag, for gates that tell its address alone. */
  remember(address: string, code: string): void;
  codeOf(address: string): string | null;
  /** Nothing happens where a later act wants the tags otherwise. */
  fail(item: string, wanted: TagSecurity, problem: OutcomeCode): void;
  done(item: string, wanted: TagSecurity): void;
  /** Nobody waits for this copy's tags any more. */
  drop(item: string): void;
  get(item: string): TagTaskRecord | null;
  /** Every one that failed, the oldest first. */
  failed(): readonly TagTaskRecord[];
  /** What was being written when the program ended is not known: it counts as failed (LT-2118). */
  interrupt(): void;
}

interface TaskRow {
  readonly item: string;
  readonly barcode: string;
  readonly wanted: TagSecurity;
  readonly problem: string | null;
  readonly since: Instant;
}

export function tagTasksOver(db: Sqlite): TagTasks {
  let field: ReadonlySet<string> = new Set();
  const put = db.prepare(
    'insert or replace into tag_task(item, barcode, wanted, problem, since) values (?, ?, ?, null, ?)',
  );
  const setProblem = db.prepare('update tag_task set problem = ? where item = ? and wanted = ?');
  const removeWanted = db.prepare('delete from tag_task where item = ? and wanted = ?');
  const remove = db.prepare('delete from tag_task where item = ?');
  const select = db.prepare<[string], TaskRow>(
    'select item, barcode, wanted, problem, since from tag_task where item = ?',
  );
  const selectFailed = db.prepare<[], TaskRow>(
    'select item, barcode, wanted, problem, since from tag_task where problem is not null order by since, item',
  );
  const interrupted = db.prepare("update tag_task set problem = 'LT-2118' where problem is null");

  const putSeen = db.prepare('insert or replace into seen_tag values (?, ?)');
  const selectSeen = db.prepare<[string], { readonly code: string }>(
    'select code from seen_tag where address = ?',
  );

  return {
    remember(address, code) {
      if (selectSeen.get(address)?.code !== code) putSeen.run(address, code);
    },
    codeOf: (address) => selectSeen.get(address)?.code ?? null,
    setField: (codes) => void (field = new Set(codes.map(normaliseCode))),
    add(facts, barcodeOf) {
      const tasks = new Map<string, TagTask>();
      for (const fact of facts) {
        const after = securityAfter(fact);
        const barcode = after && barcodeOf(after.item);
        // A task that failed before is kept up to date even when the copy is acted on elsewhere than on the pad.
        if (!barcode || !(field.has(normaliseCode(barcode)) || select.get(after.item))) continue;
        put.run(after.item, barcode, after.security, fact.at);
        tasks.set(after.item, { item: after.item, barcode, wanted: after.security });
      }
      return [...tasks.values()];
    },
    fail: (item, wanted, problem) => void setProblem.run(problem, item, wanted),
    done: (item, wanted) => void removeWanted.run(item, wanted),
    drop: (item) => void remove.run(item),
    get: (item) => record(select.get(item)),
    failed: () => selectFailed.all().flatMap((row) => record(row) ?? []),
    interrupt: () => void interrupted.run(),
  };
}

function record(row: TaskRow | undefined): TagTaskRecord | null {
  if (row === undefined) return null;
  return { ...row, problem: outcomeCodes.find((code) => code === row.problem) ?? null };
}
