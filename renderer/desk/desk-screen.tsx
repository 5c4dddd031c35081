import { lazy, Suspense, useCallback, useRef, useState } from 'react';
import { useQueryClient } from '@tanstack/react-query';
import type { DeskPatron } from '../../contract/workstation/desk.ts';
import type { SlipSummary } from '../../contract/workstation/station.ts';
import { keys } from '../connection/keys.ts';
import { useInfo } from '../connection/queries.ts';
import { lastSlip } from '../printing/slip-state.ts';
import { useSettings } from '../ui/page-context.tsx';
import { useFetchedEarly } from '../ui/use-fetched-early.ts';
import { Dock } from './dock/dock.tsx';
import { Header } from './header/header.tsx';
import { loadSettings } from './header/load-settings.ts';
import type { DeskAct } from './keys/presets.ts';
import { useDeskKeys } from './keys/use-desk-keys.ts';
import { LoansPanel } from './loans/loans-panel.tsx';
import { PatronPanel } from './patron/patron-panel.tsx';
import { RowsPanel } from './rows/rows-panel.tsx';
import { ScanBar } from './scan/scan-bar.tsx';
import { useDeskCalls } from './use-desk-calls.ts';
import { useWedge } from './wedge/use-wedge.ts';
import './desk-screen.css';

const loadSearch = () => import('../catalogue/search-drawer.tsx');
const loadSlips = () => import('../printing/slips-drawer.tsx');
const SearchDrawer = lazy(loadSearch);
const SlipsDrawer = lazy(loadSlips);
const TrainingPanel = lazy(() => import('../training/training-panel.tsx'));

/** The front desk: reader, scans and loans on one screen. Nothing on it blocks the next scan. */
export function DeskScreen() {
  const calls = useDeskCalls();
  const queries = useQueryClient();
  const box = useRef<HTMLInputElement>(null);
  const [drawer, setDrawer] = useState<'search' | 'slips' | null>(null);
  const { data: info } = useInfo();
  const [{ trainingOpen }] = useSettings();

  const opener = useRef<Element | null>(null);
  const open = useCallback((which: 'search' | 'slips') => {
    opener.current = document.activeElement;
    setDrawer(which);
  }, []);
  const closeDrawer = useCallback(() => {
    setDrawer(null);
    // The drawer is unmounted, so it cannot give the focus back itself.
    const back =
      opener.current instanceof HTMLElement && opener.current !== document.body
        ? opener.current
        : box.current;
    requestAnimationFrame(() => back?.focus());
  }, []);
  const openSearch = useCallback(() => open('search'), [open]);
  const renewOne = useCallback((loan: string) => calls.renew([loan]), [calls]);
  const byWedge = useCallback((text: string) => calls.scan(text, 'wedge'), [calls]);
  const byHand = useCallback((text: string) => calls.scan(text, 'typed'), [calls]);
  useWedge(box, byWedge);

  const acts: Readonly<Record<DeskAct, () => void>> = {
    lend: () => {
      setDrawer(null);
      box.current?.focus();
    },
    // Without a reader a scan is a return, so "return" closes the reader; the slip comes out as at the end.
    return: () => {
      setDrawer(null);
      if (queries.getQueryData<DeskPatron | null>(keys.patron)) calls.finish(true);
      box.current?.focus();
    },
    renewAll: () => {
      setDrawer(null);
      calls.renewAll(queries.getQueryData<DeskPatron | null>(keys.patron) ?? null);
    },
    search: openSearch,
    reprint: () => {
      const last = lastSlip(queries.getQueryData<readonly SlipSummary[]>(keys.slips) ?? []);
      if (last) calls.printSlip(last.id);
    },
    finish: () => {
      setDrawer(null);
      calls.finish(true);
    },
    finishQuiet: () => {
      setDrawer(null);
      calls.finish(false);
    },
  };
  useDeskKeys(acts);
  useFetchedEarly(loadSearch, loadSlips, loadSettings);

  return (
    <div className="desk">
      <Header onSyncNow={calls.syncNow} />
      <div className="desk-body">
        <main className="desk-main">
          <PatronPanel onSearch={openSearch} />
          <div className="panel desk-scans">
            <ScanBar
              box={box}
              onTyped={byHand}
              onLend={acts.lend}
              onReturn={acts.return}
              onSearch={openSearch}
            />
            <RowsPanel />
          </div>
          <LoansPanel onRenew={renewOne} onRenewAll={acts.renewAll} />
          <Dock acts={acts} calls={calls} onList={() => open('slips')} />
        </main>
        {info?.training && trainingOpen && (
          <Suspense fallback={<div className="desk-training-place" />}>
            <TrainingPanel />
          </Suspense>
        )}
      </div>
      <Suspense fallback={null}>
        {drawer === 'search' && <SearchDrawer onClose={closeDrawer} onReader={byHand} />}
        {drawer === 'slips' && <SlipsDrawer onClose={closeDrawer} />}
      </Suspense>
    </div>
  );
}
