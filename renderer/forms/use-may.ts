import type { Permission } from '../../domain/permissions.ts';
import { useInfo } from '../connection/queries.ts';

/** Whether the person at this desk may do something. Only for showing it: the core checks again. */
export function useMay(): (permission: Permission) => boolean {
  const permissions = useInfo().data?.permissions ?? [];
  return (permission) => permissions === 'all' || permissions.includes(permission);
}
