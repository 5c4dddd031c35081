import type { SecurityState } from '../../../contract/devices/config.ts';
import type { TagSecured } from '../../../contract/devices/drivers.ts';
import type { RowSecurity } from '../../../contract/workstation/desk.ts';
import type { UnwrittenTag } from '../../../contract/workstation/station.ts';
import type { TagSecurity } from '../../../domain/circulation/tag-security.ts';
import type { OutcomeCode } from '../../../domain/outcome.ts';
import type { TagTask, TagTaskRecord } from '../../store/tag-tasks.ts';
import type { TagField } from './tag-field.ts';

/** Keeps what the tags in front of a desk say in step with what was recorded. The record always comes first. */
export interface TagKeeper {
  /** True when something with this code is in front of a reader. */
  isThere(code: string): boolean;
  /**
   * A copy is about to be returned: its tags are secured before anything else, so that it never stands unsecured on
   * a shelf. Resolves when they are, or cannot be.
   */
  secureFirst(code: string): Promise<void>;
  /** An act wants these tags written; `show` is told how far each is. */
  write(tasks: readonly TagTask[], show: (security: RowSecurity) => void): Promise<void>;
  /** Writes one of the failed tasks again. */
  retry(item: string): Promise<void>;
  /** A person has seen to it by other means. */
  dismiss(item: string): Promise<void>;
  failed(): Promise<readonly UnwrittenTag[]>;
}

export interface TagKeeperParts {
  readonly field: TagField;
  /** Writes every tag with this code that is in front of any reader. */
  readonly secure: (code: string, state: SecurityState) => Promise<readonly TagSecured[]>;
  readonly tasks: {
    /** Only where the tags are still wanted so: a later act may want them otherwise. */
    failTag(item: string, wanted: TagSecurity, problem: OutcomeCode): Promise<void>;
    tagDone(item: string, wanted: TagSecurity): Promise<void>;
    dropTag(item: string): Promise<void>;
    tagTask(item: string): Promise<TagTaskRecord | null>;
    failedTags(): Promise<readonly UnwrittenTag[]>;
  };
  /** The list of failed tasks is another one now. */
  readonly onChange: () => void;
}

const failedCode = { off: 'LT-2111', on: 'LT-2112' } as const;

export function tagKeeper({ field, secure, tasks, onChange }: TagKeeperParts): TagKeeper {
  /** Who shows the copy's tags, for a retry much later; none once they are right. */
  const shown = new Map<string, (security: RowSecurity) => void>();
  const writeOne = async ({ item, barcode, wanted }: TagTask, show: (security: RowSecurity) => void) => {
    const expected = field.parts(barcode)?.total ?? 1;
    const written = await secure(barcode, wanted);
    if (written.length >= expected && written.every(({ failure }) => failure === null)) {
      await tasks.tagDone(item, wanted);
      shown.delete(item);
      show({ wanted, state: 'done', problem: null });
    } else {
      // Whoever retries sees the same words again.
      const problem = failedCode[wanted];
      await tasks.failTag(item, wanted, problem);
      shown.set(item, show);
      show({ wanted, state: 'failed', problem });
    }
    onChange();
  };

  return {
    isThere: (code) => field.parts(code) !== null,
    async secureFirst(code) {
      await secure(code, 'on');
    },
    async write(wanted, show) {
      for (const task of wanted) await writeOne(task, show);
    },
    async retry(item) {
      const task = await tasks.tagTask(item);
      if (task === null) return;
      const show = shown.get(item) ?? (() => undefined);
      show({ wanted: task.wanted, state: 'writing', problem: null });
      await writeOne(task, show);
    },
    async dismiss(item) {
      await tasks.dropTag(item);
      shown.delete(item);
      onChange();
    },
    failed: () => tasks.failedTags(),
  };
}
