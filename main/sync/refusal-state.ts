import type { SyncStatus } from '../../contract/workstation/station.ts';
import type { OutcomeCode } from '../../domain/outcome.ts';
import type { Refusal } from './ports.ts';

/** What the station is while the province answers so. */
export const stateOf: Readonly<Record<Refusal['kind'], SyncStatus['state']>> = {
  unreachable: 'offline',
  unauthorized: 'refused',
  'wrong-certificate': 'refused',
  protocol: 'refused',
  epoch: 'catching-up',
  compacted: 'catching-up',
  gap: 'catching-up',
  forked: 'forked',
  'no-room': 'catching-up',
};

/** What the desk is told; null: nothing that it need know. */
export const errorOf: Readonly<Record<Refusal['kind'], OutcomeCode | null>> = {
  unreachable: 'LT-4101',
  unauthorized: 'LT-4104',
  'wrong-certificate': 'LT-4106',
  protocol: 'LT-4105',
  epoch: 'LT-4102',
  compacted: null,
  gap: null,
  forked: 'LT-4103',
  'no-room': 'LT-3115',
};
