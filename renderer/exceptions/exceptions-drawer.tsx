import { SegmentedControl } from '@mantine/core';
import { IconChecks } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ExceptionWork } from '../../contract/workstation/exceptions.ts';
import { useExceptions } from '../connection/queries.ts';
import { ActAnswerView } from '../forms/act-answer-view.tsx';
import { SideDrawer } from '../forms/side-drawer.tsx';
import type { FormAct } from '../forms/use-act.ts';
import { useAct } from '../forms/use-act.ts';
import { useMay } from '../forms/use-may.ts';
import { namespaces } from '../i18n/start.ts';
import { ExceptionCard } from './exception-card.tsx';
import './exceptions.css';

const views = ['open', 'resolved'] as const;
type View = (typeof views)[number];

/** What facts of several desks disagree about, until a person has looked: what waits, and what was dealt with lately. */
export default function ExceptionsDrawer({ onClose }: { readonly onClose: () => void }) {
  const { t } = useTranslation(namespaces);
  const { data, isPending } = useExceptions();
  const may = useMay();
  const doing = useAct();
  const [view, setView] = useState<View>('open');
  const open = (data ?? []).filter(({ resolved }) => resolved === null);
  const resolved = (data ?? []).filter((one) => one.resolved !== null);
  return (
    <SideDrawer title={t('exceptions.title')} testId="exceptions-drawer" onClose={onClose}>
      <SegmentedControl
        fullWidth
        value={view}
        onChange={(value) => setView(views.find((known) => known === value) ?? 'open')}
        aria-label={t('exceptions.title')}
        data={[
          { value: 'open', label: counted(t('exceptions.open'), open) },
          { value: 'resolved', label: counted(t('exceptions.resolved'), resolved) },
        ]}
        data-testid="exceptions-view"
      />
      {isPending && <p className="form-quiet">{t('app.loading')}</p>}
      <ActAnswerView answer={doing.answer} done={t('exceptions.done')} />
      {data && view === 'open' && (
        <>
          {open.length === 0 ? (
            <div className="teach">
              <IconChecks aria-hidden size="2.4rem" stroke={1.4} />
              <strong>{t('exceptions.none')}</strong>
              <p>{t('exceptions.noneHelp')}</p>
            </div>
          ) : (
            <p className="form-quiet">{t(may('exceptions') ? 'exceptions.help' : 'exceptions.lacking')}</p>
          )}
          <Cards works={open} doing={doing} />
        </>
      )}
      {data && view === 'resolved' && (
        <>
          {resolved.length === 0 && <p className="form-quiet">{t('exceptions.noneResolved')}</p>}
          <Cards works={resolved} doing={doing} />
        </>
      )}
    </SideDrawer>
  );
}

function Cards({ works, doing }: { readonly works: readonly ExceptionWork[]; readonly doing: FormAct }) {
  if (works.length === 0) return null;
  return (
    <ul className="exceptions">
      {works.map((work) => (
        <ExceptionCard key={work.id} work={work} doing={doing} />
      ))}
    </ul>
  );
}

function counted(label: string, { length }: readonly ExceptionWork[]): string {
  return length === 0 ? label : `${label} (${length})`;
}
