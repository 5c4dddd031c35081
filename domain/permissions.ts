import type { CommandName } from './commands.ts';
import type { Check } from './policy/checks.ts';
import { checks } from './policy/checks.ts';

/**
 * The permission each command needs; null where being at the desk is enough. `override:<check>` and `set-due-date`
 * are asked for inside the decision, because only some loans need them.
 */
export const permissionOf: Readonly<Record<CommandName, Permission | null>> = {
  'check-out': null,
  'check-in': null,
  'correct-return': 'backdate',
  renew: null,
  'change-due': 'set-due-date',
  'mark-item': 'mark-item',
  'fast-add': 'fast-add',
  'place-hold': null,
  'amend-hold': 'holds',
  'end-hold': null,
  charge: 'charge',
  waive: 'waive',
  pay: 'take-money',
  'take-deposit': 'take-money',
  'refund-deposit': 'refund',
  'refund-credit': 'refund',
  'settle-payment': 'refund',
  'open-drawer': 'take-money',
  'close-drawer': 'take-money',
  'register-patron': 'register',
  'amend-patron': 'register',
  'renew-card': 'register',
  'replace-card': 'register',
  'set-card-lost': null,
  'block-patron': 'block',
  'record-consent': 'register',
  'record-exemption': 'register',
  'add-message': null,
  'end-message': null,
  'save-policy': 'policy',
  'save-calendar': 'calendar',
  'close-days': 'calendar',
  'save-template': 'templates',
  'resolve-exception': 'exceptions',
};

const deskPermissions = [
  'set-due-date',
  'backdate',
  'mark-item',
  'fast-add',
  'holds',
  'charge',
  'waive',
  'take-money',
  'refund',
  'register',
  'block',
  'policy',
  'calendar',
  'templates',
  'exceptions',
  'undo',
] as const;

/** Everything a person may be allowed to do, besides lending and taking back. */
export type Permission = `override:${Check}` | (typeof deskPermissions)[number];

/** Every permission there is. */
export const permissions: readonly Permission[] = [
  ...checks.map((check): Permission => `override:${check}`),
  ...deskPermissions,
];
