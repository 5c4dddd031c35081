import { MantineProvider } from '@mantine/core';
import type { QueryClient } from '@tanstack/react-query';
import { QueryClientProvider } from '@tanstack/react-query';
import { lazy, Suspense, useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { usePlace } from './admin/place.ts';
import { useKeysLeadHome } from './admin/use-keys-lead-home.ts';
import { useInfo } from './connection/queries.ts';
import { DeskScreen } from './desk/desk-screen.tsx';
import { namespaces } from './i18n/start.ts';
import { ErrorBoundary } from './ui/error-boundary.tsx';
import type { Page } from './ui/page-context.tsx';
import { PageProvider, usePage, useSettings, useStore } from './ui/page-context.tsx';
import { textScales } from './ui/settings.ts';
import { pageVariables, theme } from './ui/theme.ts';
import { useFetchedEarly } from './ui/use-fetched-early.ts';
import './app.css';

const loadAdmin = () => import('./admin/admin-area.tsx');
const AdminArea = lazy(loadAdmin);
const SetUpScreen = lazy(() => import('./set-up/set-up-screen.tsx'));

export function App({ page, queries }: { readonly page: Page; readonly queries: QueryClient }) {
  return (
    <MantineProvider theme={theme} cssVariablesResolver={pageVariables} defaultColorScheme="auto">
      <QueryClientProvider client={queries}>
        <PageProvider page={page}>
          <Appearance />
          <ErrorBoundary>
            <Station />
          </ErrorBoundary>
        </PageProvider>
      </QueryClientProvider>
    </MantineProvider>
  );
}

/** What the document as a whole shows of the settings. The title never has a reader's name in it. */
function Appearance() {
  const { t } = useTranslation(namespaces);
  const [{ language, textSize }] = useSettings();
  const { data: info } = useInfo();
  const desk = info?.desk;
  useEffect(() => {
    document.documentElement.lang = language;
    document.documentElement.style.setProperty('--text-scale', String((textScales[textSize] ?? 100) / 100));
    document.title = desk ? t('app.title', { desk }) : t('app.name');
  }, [t, language, textSize, desk]);
  return null;
}

function Station() {
  const { t } = useTranslation(namespaces);
  const state = useStore(usePage().connection.state);
  if (state === 'opening') {
    return (
      <main className="teach" data-testid="opening">
        <strong>{t('app.opening')}</strong>
        <p>{t('app.openingHelp')}</p>
      </main>
    );
  }
  if (state === 'set-up') {
    return (
      <Suspense fallback={<p className="teach">{t('app.loading')}</p>}>
        <SetUpScreen />
      </Suspense>
    );
  }
  return <OpenStation isLost={state === 'lost'} />;
}

/**
 * The desk never goes away: a scan made while staff look at the calendar is still a scan at the desk. Office screens
 * take the place of its body and leave its head.
 */
function OpenStation({ isLost }: { readonly isLost: boolean }) {
  const { t } = useTranslation(namespaces);
  const place = usePlace();
  const atDesk = place === 'desk';
  const [wasInOffice, setWasInOffice] = useState(!atDesk);
  if (!atDesk && !wasInOffice) setWasInOffice(true);
  useKeysLeadHome();
  useFetchedEarly(loadAdmin);
  return (
    <div className="station" data-place={atDesk ? 'desk' : 'office'}>
      <DeskScreen />
      {wasInOffice && (
        <Suspense fallback={<p className="teach">{t('app.loading')}</p>}>
          <AdminArea place={place} />
        </Suspense>
      )}
      {isLost && (
        <div className="lost" role="status" data-testid="reconnecting">
          <strong>{t('app.reconnecting')}</strong>
          <span>{t('app.reconnectingHelp')}</span>
        </div>
      )}
    </div>
  );
}
