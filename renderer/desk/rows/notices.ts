import type { Reason } from '../../../domain/outcome.ts';
import type { Store } from '../../ui/store.ts';
import { createStore } from '../../ui/store.ts';

/** Something only this page knows: a scan that never reached the core. Shown among the rows, never recorded. */
export interface Notice {
  readonly id: string;
  readonly at: string;
  /** A reason of the catalogue, or a sentence of the screen's own. */
  readonly what:
    | Reason
    | { readonly sentence: 'torn' | 'offline' | 'action' }
    | { readonly sentence: 'unsent'; readonly text: string };
}

export type NoticeContent = Notice['what'];

export interface Notices {
  readonly list: Store<readonly Notice[]>;
  add(what: NoticeContent): void;
  dismiss(id: string): void;
}

/** More would only push the rows away. */
const noticesKept = 5;

/** `onAdd` is told of every notice, for the sound. */
export function openNotices(onAdd: () => void): Notices {
  const list = createStore<readonly Notice[]>([]);
  let counted = 0;
  return {
    list,
    add: (what) => {
      counted += 1;
      const notice = { id: `notice-${counted}`, at: new Date().toISOString(), what };
      list.set([notice, ...list.get()].slice(0, noticesKept));
      onAdd();
    },
    dismiss: (id) => list.set(list.get().filter((notice) => notice.id !== id)),
  };
}
