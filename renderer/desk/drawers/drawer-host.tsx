import { lazy, Suspense } from 'react';
import type { DeskDrawer } from './desk-drawer.ts';

/** Each drawer is fetched apart, and early: the core serves the page too, and may be away when one is asked for. */
const load = {
  search: () => import('../../catalogue/search-drawer.tsx'),
  title: () => import('../../catalogue/title-drawer.tsx'),
  item: () => import('../../catalogue/item-drawer.tsx'),
  fastAdd: () => import('../../catalogue/fast-add-drawer.tsx'),
  batch: () => import('../batch/batch-drawer.tsx'),
  slips: () => import('../../printing/slips-drawer.tsx'),
  register: () => import('../../patrons/register-drawer.tsx'),
  reader: () => import('../../patrons/reader-drawer.tsx'),
  pay: () => import('../../money/pay-drawer.tsx'),
  deposit: () => import('../../money/deposit-drawer.tsx'),
  till: () => import('../../money/till-drawer.tsx'),
  shelf: () => import('../../holds/shelf-drawer.tsx'),
  exceptions: () => import('../../exceptions/exceptions-drawer.tsx'),
  camera: () => import('../../devices/camera/camera-drawer.tsx'),
  scannerTest: () => import('../wedge/scanner-test-drawer.tsx'),
  tags: () => import('../../devices/unwritten-tags-drawer.tsx'),
} as const;
export const drawerParts = Object.values(load);

const SearchDrawer = lazy(load.search);
const TitleDrawer = lazy(load.title);
const ItemDrawer = lazy(load.item);
const FastAddDrawer = lazy(load.fastAdd);
const BatchDrawer = lazy(load.batch);
const SlipsDrawer = lazy(load.slips);
const RegisterDrawer = lazy(load.register);
const ReaderDrawer = lazy(load.reader);
const PayDrawer = lazy(load.pay);
const DepositDrawer = lazy(load.deposit);
const TillDrawer = lazy(load.till);
const ShelfDrawer = lazy(load.shelf);
const ExceptionsDrawer = lazy(load.exceptions);
const CameraDrawer = lazy(load.camera);
const ScannerTestDrawer = lazy(load.scannerTest);
const UnwrittenTagsDrawer = lazy(load.tags);

interface DrawerHostProps {
  readonly drawer: DeskDrawer | null;
  readonly onClose: () => void;
  /** Scans a code as if it had been typed. */
  readonly onCode: (code: string) => void;
  /** Scans a code that the camera read. */
  readonly onSeen: (code: string) => void;
  readonly onBatch: (codes: readonly string[]) => void;
}

/** What lies beside the desk, one at a time. */
export function DrawerHost({ drawer, ...rest }: DrawerHostProps) {
  return <Suspense fallback={null}>{drawer && <OpenDrawer drawer={drawer} {...rest} />}</Suspense>;
}

function OpenDrawer(props: Omit<DrawerHostProps, 'drawer'> & { readonly drawer: DeskDrawer }) {
  const { drawer, onClose, onCode, onSeen, onBatch } = props;
  switch (drawer.kind) {
    case 'search':
      return <SearchDrawer onClose={onClose} onReader={onCode} />;
    case 'slips':
      return <SlipsDrawer onClose={onClose} />;
    case 'title':
      return <TitleDrawer key={drawer.biblio} biblio={drawer.biblio} onClose={onClose} onReader={onCode} />;
    case 'item':
      return <ItemDrawer key={drawer.item} item={drawer.item} onClose={onClose} />;
    case 'fast-add':
      return <FastAddDrawer key={drawer.code} code={drawer.code} onClose={onClose} onCode={onCode} />;
    case 'batch':
      return <BatchDrawer onStart={onBatch} onClose={onClose} />;
    case 'register':
      return <RegisterDrawer row={drawer.row} onClose={onClose} />;
    case 'reader':
      return <ReaderDrawer patron={drawer.patron} onClose={onClose} />;
    case 'pay':
      return <PayDrawer patron={drawer.patron} onClose={onClose} />;
    case 'deposit':
      return <DepositDrawer patron={drawer.patron} onClose={onClose} />;
    case 'till':
      return <TillDrawer onClose={onClose} />;
    case 'shelf':
      return <ShelfDrawer onClose={onClose} />;
    case 'exceptions':
      return <ExceptionsDrawer onClose={onClose} />;
    case 'camera':
      return <CameraDrawer onCode={onSeen} onClose={onClose} />;
    case 'scanner-test':
      return <ScannerTestDrawer onClose={onClose} />;
    case 'tags':
      return <UnwrittenTagsDrawer onClose={onClose} />;
  }
}
