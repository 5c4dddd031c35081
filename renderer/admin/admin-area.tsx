import { Activity, lazy, Suspense, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { namespaces } from '../i18n/start.ts';
import { useFetchedEarly } from '../ui/use-fetched-early.ts';
import { OfficeNav } from './office-nav.tsx';
import type { Place } from './place.ts';
import { RowToast } from './row-toast.tsx';
import './admin.css';

const loadPolicy = () => import('./policy/policy-screen.tsx');
const loadCalendar = () => import('./calendar/calendar-screen.tsx');
const loadSlips = () => import('./slips/slips-screen.tsx');
const loadDevices = () => import('./devices/devices-screen.tsx');
const screens = {
  policy: lazy(loadPolicy),
  calendar: lazy(loadCalendar),
  slips: lazy(loadSlips),
  devices: lazy(loadDevices),
} as const;
type Screen = keyof typeof screens;
const names = ['policy', 'calendar', 'slips', 'devices'] as const satisfies readonly Screen[];

/** The office behind the desk. A screen that was visited keeps its unsaved work while staff are elsewhere. */
export default function AdminArea({ place }: { readonly place: Place }) {
  const { t } = useTranslation(namespaces);
  const [visited, setVisited] = useState<readonly Place[]>([place]);
  if (!visited.includes(place)) setVisited([...visited, place]);
  useFetchedEarly(loadPolicy, loadCalendar, loadSlips, loadDevices);
  return (
    <div className="office" hidden={place === 'desk'} data-testid="office">
      <OfficeNav place={place} />
      {names
        .filter((name) => visited.includes(name))
        .map((name) => {
          const Screen = screens[name];
          return (
            <Activity key={name} mode={place === name ? 'visible' : 'hidden'}>
              <main className="office-main" aria-labelledby={`office-${name}`}>
                <Suspense fallback={<p className="teach">{t('app.loading')}</p>}>
                  <Screen />
                </Suspense>
              </main>
            </Activity>
          );
        })}
      {place !== 'desk' && <RowToast />}
    </div>
  );
}
