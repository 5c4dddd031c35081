import { makeStationSecret, stationKey } from '../../main/sync/station-key.ts';
import { Broken } from '../invariants/broken.ts';
import type { WireRequest } from '../machine/wire.ts';
import { letIn } from '../province/door.ts';
import type { World } from './world.ts';

type Forgery = (heard: WireRequest, world: World) => WireRequest;

/** What somebody on the line, who has no key, could do with a request. */
const forgeries: Readonly<Record<string, Forgery>> = {
  'sent again': (heard) => heard,
  'changed on its way': (heard, world) => ({ ...signed(heard, world), body: `${heard.body} ` }),
  'sent elsewhere': (heard, world) => {
    const end = heard.target.includes('?') ? '&x=1' : '?x=1';
    return { ...signed(heard, world), target: `${heard.target}${end}` };
  },
  'signed by nobody known': (heard, { time }) => {
    const own = stationKey(makeStationSecret());
    return { ...heard, headers: { ...heard.headers, ...own?.sign(heard, time.now()) } };
  },
};

/** As a station signs it now. */
function signed(request: WireRequest, { dice, machines, time }: World): WireRequest {
  return {
    ...request,
    headers: { ...request.headers, ...dice.pick(machines).key.sign(request, time.now()) },
  };
}

/** Somebody on the line tries what they can: it has to stay outside. */
export async function forge(world: World): Promise<void> {
  const { province, dice, network } = world;
  const name = dice.pick(Object.keys(forgeries));
  const heard = province.heard().filter(({ method }) => method === 'POST' || name !== 'changed on its way');
  if (heard.length === 0 || network.isDown()) return;
  const forged = forgeries[name]?.(dice.pick(heard), world);
  if (!forged) return;
  const { status } = await province.send(forged);
  if (letIn(status))
    throw new Broken('signatures', `a request ${name} was let in: ${forged.target} (${status})`);
}
