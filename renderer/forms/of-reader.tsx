import { IconUserOff } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { DeskPatron } from '../../contract/workstation/desk.ts';
import { usePatron } from '../connection/queries.ts';
import { namespaces } from '../i18n/start.ts';

interface OfReaderProps {
  readonly patron: string;
  readonly children: (open: DeskPatron) => ReactNode;
}

/** What lies beside the desk about its reader. A scan may open another reader at any time: then this says so. */
export function OfReader({ patron, children }: OfReaderProps) {
  const { t } = useTranslation(namespaces);
  const { data, isPending } = usePatron();
  if (data?.patron.id === patron) return children(data);
  if (isPending) return <p className="form-quiet">{t('app.loading')}</p>;
  return (
    <div className="teach" data-testid="other-reader">
      <IconUserOff aria-hidden size="2.4rem" stroke={1.4} />
      <strong>{t('forms.otherReader')}</strong>
      <p>{t('forms.otherReaderHelp')}</p>
    </div>
  );
}

/** Whose affairs these are: name, card, and what a section adds. */
export function ReaderHead({ open, aside }: { readonly open: DeskPatron; readonly aside?: ReactNode }) {
  const { name, card } = open.patron;
  return (
    <p className="reader-head">
      <b data-testid="drawer-reader">{name}</b> <span className="form-quiet">{card}</span>
      {aside !== undefined && <span className="reader-head-aside">{aside}</span>}
    </p>
  );
}
