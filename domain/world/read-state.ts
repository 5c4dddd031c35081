import type { Charge } from '../money/charge.ts';
import { outstanding } from '../money/charge.ts';
import { creditOf, debtOf, depositHeld } from '../money/debt.ts';
import { cashIn } from '../money/drawers.ts';
import { newestLoan, newestPayment } from './plain-commands.ts';
import type { World } from './world.ts';

/** How each kind of state that a scenario may expect is read, by the id it is asked of. */
export const stateReaders = {
  due: (world: World, item: string) => newestLoan(world, item)?.due ?? null,
  items: (world: World, item: string) => world.rows.get('item-state', item)?.state.status ?? 'available',
  loans: (world: World, patron: string) =>
    world.rows
      .all('loan')
      .filter((loan) => loan.patron === patron && loan.returnedAt === null && loan.lostAt === null).length,
  holds: (world: World, hold: string) => world.rows.get('hold', hold)?.state.status ?? null,
  shelfUntil: (world: World, hold: string) => {
    const state = world.rows.get('hold', hold)?.state;
    return state?.status === 'waiting' ? state.shelfUntil : null;
  },
  charges: (world: World, name: string) => chargeNamed(world, name)?.amount ?? 0,
  open: (world: World, name: string) => {
    const charge = chargeNamed(world, name);
    return charge ? outstanding(charge) : 0;
  },
  balance: (world: World, patron: string) => {
    const charges = chargesOf(world, patron);
    const debt = debtOf(charges);
    return debt > 0 ? debt : charges.reduce((sum, charge) => sum + outstanding(charge), 0);
  },
  credit: (world: World, patron: string) => creditOf(chargesOf(world, patron)),
  deposit: (world: World, patron: string) =>
    depositHeld(world.rows.all('payment').filter((payment) => payment.patron === patron)),
  payments: (world: World, patron: string) => newestPayment(world, patron)?.status ?? null,
  cash: (world: World, id: string) => {
    const drawer = world.rows.get('drawer', id);
    return drawer ? cashIn(drawer, world.rows.all('payment')) : null;
  },
  uses: (world: World, item: string) => world.rows.get('item-state', item)?.usesInHouse ?? 0,
  expires: (world: World, patron: string) => world.rows.get('patron', patron)?.expires ?? null,
} as const;

function chargesOf(world: World, patron: string): readonly Charge[] {
  return world.rows.all('charge').filter((charge) => charge.patron === patron);
}

function chargeNamed(world: World, name: string): Charge | null {
  const [item = '', kind = ''] = name.split('/');
  const loan = newestLoan(world, item);
  return world.rows.get('charge', name) ?? (loan ? world.rows.get('charge', `${loan.id}/${kind}`) : null);
}
