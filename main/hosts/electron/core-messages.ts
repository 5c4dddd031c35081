import type { Reason } from '../../../domain/outcome.ts';

/** The helpers a core may ask for. A utility process cannot fork, so Electron's main process does it. */
export type Helper = 'drivers' | 'virtual-devices';

/** What the core needs to know before it opens anything. */
export interface CoreSettings {
  /** The station's data folder, absolute. */
  readonly dataDir: string;
}

/** Electron's main process → core. `page` and `launched` carry one port. */
export type ToCore =
  | { readonly type: 'start'; readonly settings: CoreSettings }
  /** The page of one contents. A second one for the same `contents` replaces the first. */
  | { readonly type: 'page'; readonly contents: number; readonly role: 'staff' }
  | { readonly type: 'launched'; readonly launch: number }
  | { readonly type: 'ended'; readonly launch: number }
  | { readonly type: 'keystore'; readonly call: number; readonly text: string | null }
  /** How many facts wait to be sent? `hurry`: they should be sent now. */
  | { readonly type: 'unsent'; readonly call: number; readonly hurry: boolean }
  | { readonly type: 'stop' };

/** Core → Electron's main process. `launch` numbers count up from 1 in each run of the core. */
export type FromCore =
  | { readonly type: 'ready' }
  /** The core will never run on this folder as things are; starting it again would not help. */
  | { readonly type: 'refused'; readonly reason: Reason }
  | {
      readonly type: 'launch';
      readonly launch: number;
      readonly helper: Helper;
      readonly args: readonly string[];
    }
  | { readonly type: 'dismiss'; readonly launch: number }
  /** `count`: null when it could not be read. */
  | { readonly type: 'unsent'; readonly call: number; readonly count: number | null }
  /** Only Electron's main process has the keystore; `call` numbers are as those of launches. */
  | {
      readonly type: 'keystore';
      readonly call: number;
      readonly verb: 'encrypt' | 'decrypt';
      readonly text: string;
    };
