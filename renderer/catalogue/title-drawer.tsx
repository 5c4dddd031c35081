import { useTranslation } from 'react-i18next';
import type { TitleDetail } from '../../contract/workstation/desk.ts';
import { usePatron, useTitle } from '../connection/queries.ts';
import { SideDrawer } from '../forms/side-drawer.tsx';
import { DataAgeLine } from '../sync/data-age-line.tsx';
import { namespaces } from '../i18n/start.ts';
import { CopyList } from './copy-list.tsx';
import { HoldQueue } from './hold-queue.tsx';
import { PlaceHold } from './place-hold.tsx';
import './title-drawer.css';

interface TitleDrawerProps {
  readonly biblio: string;
  readonly onClose: () => void;
  /** Called with the card of the reader to open. */
  readonly onReader: (card: string) => void;
}

/** A title: its copies and where they are, who waits for it, and a hold for the reader at the desk. */
export default function TitleDrawer({ biblio, onClose, onReader }: TitleDrawerProps) {
  const { t } = useTranslation(namespaces);
  const { data: detail, isPending, isError } = useTitle(biblio);
  return (
    <SideDrawer title={detail?.title ?? t('title.title')} testId="title-drawer" onClose={onClose}>
      {isPending && <p className="form-quiet">{t('app.loading')}</p>}
      {isError && <p role="alert">{t('app.loadFailed')}</p>}
      {detail === null && <p role="alert">{t('title.gone')}</p>}
      {detail && (
        <Detail
          detail={detail}
          onReader={(card) => {
            onReader(card);
            onClose();
          }}
        />
      )}
    </SideDrawer>
  );
}

function Detail({
  detail,
  onReader,
}: {
  readonly detail: TitleDetail;
  readonly onReader: (card: string) => void;
}) {
  const { t } = useTranslation(namespaces);
  const open = usePatron().data ?? null;
  const { author, publisher, year, ddc, isbn, copies, holds } = detail;
  return (
    <>
      <p className="title-facts">
        {[
          author,
          [publisher, year].filter(Boolean).join(', '),
          ddc !== '' && t('title.ddc', { ddc }),
          isbn !== null && t('title.isbn', { isbn }),
        ]
          .filter(Boolean)
          .join(' · ')}
      </p>
      <DataAgeLine />
      <section className="title-part" aria-labelledby="title-copies">
        <h3 id="title-copies" className="heading">
          {t('title.copies')}
        </h3>
        <CopyList copies={copies} />
      </section>
      <section className="title-part" aria-labelledby="title-queue">
        <h3 id="title-queue" className="heading">
          {t('title.queue')}
        </h3>
        <HoldQueue holds={holds} onReader={onReader} />
      </section>
      {open ? (
        <PlaceHold key={open.patron.id} open={open} detail={detail} />
      ) : (
        <p className="form-quiet" data-testid="hold-needs-reader">
          {t('title.placeNone')}
        </p>
      )}
    </>
  );
}
