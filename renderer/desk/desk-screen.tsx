import { useQueryClient } from '@tanstack/react-query';
import { lazy, Suspense, useCallback, useRef, useState } from 'react';
import { keys } from '../connection/keys.ts';
import { useInfo, usePatronId } from '../connection/queries.ts';
import type { RowsState } from '../connection/station-cache.ts';
import { UnwrittenTagsBand } from '../devices/unwritten-tags-band.tsx';
import { useSettings } from '../ui/page-context.tsx';
import { useFetchedEarly } from '../ui/use-fetched-early.ts';
import { BatchProgress } from './batch/batch-progress.tsx';
import { useBatch } from './batch/use-batch.ts';
import { Dock } from './dock/dock.tsx';
import { DeskDrawersContext } from './drawers/desk-drawer.ts';
import { DrawerHost, drawerParts } from './drawers/drawer-host.tsx';
import { useDrawerState } from './drawers/use-drawer-state.ts';
import { Header } from './header/header.tsx';
import { loadSettings } from './header/load-settings.ts';
import { useDeskKeys } from './keys/use-desk-keys.ts';
import { loadModes } from './modes/load-modes.ts';
import { ModeBand } from './modes/mode-band.tsx';
import { ModesButton } from './modes/modes-button.tsx';
import { useModes } from './modes/use-modes.ts';
import { PatronPanel } from './patron/patron-panel.tsx';
import { RowsPanel } from './rows/rows-panel.tsx';
import { ScanBar } from './scan/scan-bar.tsx';
import { ReaderTabs } from './tabs/reader-tabs.tsx';
import { focusTab } from './tabs/focus-tab.ts';
import type { ReaderTab } from './tabs/tab-names.ts';
import { nextTab } from './tabs/tab-names.ts';
import { useDeskActs } from './use-desk-acts.ts';
import { useDeskCalls } from './use-desk-calls.ts';
import { useWedge } from './wedge/use-wedge.ts';
import './desk-screen.css';

const TrainingPanel = lazy(() => import('../training/training-panel.tsx'));

/** The front desk: reader, scans and what the reader has on one screen. Nothing on it blocks the next scan. */
export function DeskScreen() {
  const calls = useDeskCalls();
  const queries = useQueryClient();
  const box = useRef<HTMLInputElement>(null);
  const { data: info } = useInfo();
  const [{ trainingOpen }] = useSettings();
  const { drawer, drawers } = useDrawerState(box);
  const modes = useModes(
    calls,
    useCallback(() => queries.getQueryData<RowsState>(keys.rows)?.mode, [queries]),
  );
  const { tab, setTab, writing, setWriting } = useReaderView();
  const byWedge = useCallback((text: string) => void calls.scan(text, 'wedge'), [calls]);
  const byCamera = useCallback((text: string) => void calls.scan(text, 'camera'), [calls]);
  const byHand = useCallback((text: string) => calls.scan(text, 'typed'), [calls]);
  const onCode = useCallback((text: string) => void byHand(text), [byHand]);
  const onRenew = useCallback((loan: string) => calls.renew([loan]), [calls]);
  const batch = useBatch(byHand);
  useWedge(box, byWedge);
  const acts = useDeskActs({
    box,
    calls,
    drawer,
    drawers,
    modes,
    onTab: () => {
      setTab(nextTab(tab));
      focusTab();
    },
    onMessage: () => setWriting(true),
  });
  useDeskKeys(acts);
  useFetchedEarly(...drawerParts, loadSettings, loadModes);
  return (
    <DeskDrawersContext value={drawers}>
      <div className="desk">
        <Header onSyncNow={calls.syncNow} />
        <ModeBand onChange={modes.ask} />
        <UnwrittenTagsBand onOpen={() => drawers.open({ kind: 'tags' })} />
        <div className="desk-body">
          <main className="desk-main">
            <PatronPanel
              acts={acts}
              isWriting={writing}
              onWritten={() => {
                setWriting(false);
                box.current?.focus();
              }}
            />
            <div className="panel desk-scans">
              <ScanBar
                box={box}
                onTyped={onCode}
                acts={acts}
                modes={<ModesButton asked={modes.asked} onAsk={modes.ask} />}
              />
              <RowsPanel aside={<BatchProgress batch={batch} />} />
            </div>
            <ReaderTabs tab={tab} onTab={setTab} onRenew={onRenew} acts={acts} />
            <Dock acts={acts} calls={calls} />
          </main>
          {info?.training && trainingOpen && (
            <Suspense fallback={<div className="desk-training-place" />}>
              <TrainingPanel />
            </Suspense>
          )}
        </div>
        <DrawerHost
          drawer={drawer}
          onClose={drawers.close}
          onCode={onCode}
          onSeen={byCamera}
          onBatch={batch.start}
        />
      </div>
    </DeskDrawersContext>
  );
}

/** What is looked at of the reader at the desk; another reader begins at the loans, and with nothing half written. */
function useReaderView() {
  const patron = usePatronId();
  const [seen, setSeen] = useState(patron);
  const [tab, setTab] = useState<ReaderTab>('loans');
  const [writing, setWriting] = useState(false);
  if (seen !== patron) {
    setSeen(patron);
    setTab('loans');
    setWriting(false);
  }
  return { tab, setTab, writing, setWriting };
}
