import { Button, NativeSelect, SegmentedControl, TextInput } from '@mantine/core';
import { IconBookmark } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ShelvedHold } from '../../contract/workstation/admin.ts';
import type { HoldEnding } from '../../domain/facts/bodies/holds.ts';
import { holdEndings } from '../../domain/facts/bodies/holds.ts';
import { useLongOverdue, useShelf } from '../connection/queries.ts';
import { formatDate } from '../format/dates.ts';
import { ActAnswerView } from '../forms/act-answer-view.tsx';
import { MatterForm } from '../forms/matter.tsx';
import { SideDrawer } from '../forms/side-drawer.tsx';
import type { FormAct } from '../forms/use-act.ts';
import { useAct } from '../forms/use-act.ts';
import { namespaces } from '../i18n/start.ts';
import { LongOverdueList } from './long-overdue-list.tsx';
import { matchesShelved } from './matches-shelved.ts';
import './shelf.css';

const views = ['shelf', 'longOverdue'] as const;
type View = (typeof views)[number];

/** What has to be done though nobody stands at the desk: the hold shelf, and loans that are overdue for too long. */
export default function ShelfDrawer({ onClose }: { readonly onClose: () => void }) {
  const { t } = useTranslation(namespaces);
  const { data: overdue = [] } = useLongOverdue();
  const [view, setView] = useState<View>('shelf');
  const [switched, setSwitched] = useState(false);
  const late = overdue.length === 0 ? '' : ` (${overdue.length})`;
  return (
    <SideDrawer title={t('shelf.title')} testId="shelf-drawer" onClose={onClose}>
      <SegmentedControl
        fullWidth
        value={view}
        onChange={(value) => {
          setSwitched(true);
          setView(views.find((known) => known === value) ?? 'shelf');
        }}
        aria-label={t('shelf.title')}
        data={[
          { value: 'shelf', label: t('shelf.view') },
          { value: 'longOverdue', label: `${t('longOverdue.view')}${late}` },
        ]}
        data-testid="shelf-view"
      />
      {view === 'shelf' ? <HoldShelf findsFirst={!switched} /> : <LongOverdueList />}
    </SideDrawer>
  );
}

/** What stands on the hold shelf: first what has waited too long and has to come off, then the rest by its last day. */
function HoldShelf({ findsFirst }: { readonly findsFirst: boolean }) {
  const { t } = useTranslation(namespaces);
  const { data: shelf, isPending } = useShelf();
  const doing = useAct();
  const [wanted, setWanted] = useState('');
  const found = (shelf ?? []).filter((shelved) => matchesShelved(shelved, wanted));
  const lapsed = found.filter((shelved) => shelved.lapsed);
  const waiting = found.filter((shelved) => !shelved.lapsed);
  const total = shelf?.length ?? 0;
  return (
    <>
      {isPending && <p className="form-quiet">{t('app.loading')}</p>}
      <ActAnswerView answer={doing.answer} done={t('shelf.ended')} />
      {shelf && total === 0 && (
        <div className="teach">
          <IconBookmark aria-hidden size="2.4rem" stroke={1.4} />
          <strong>{t('shelf.none')}</strong>
          <p>{t('shelf.noneHelp')}</p>
        </div>
      )}
      {total > 0 && (
        <>
          <p className="shelf-counts" data-testid="shelf-counts">
            {t('shelf.count', { count: total })}
            {lapsed.length > 0 && (
              <>
                {' · '}
                <b>{t('shelf.lapsedCount', { count: lapsed.length })}</b>
              </>
            )}
          </p>
          <TextInput
            label={t('shelf.find')}
            value={wanted}
            autoComplete="off"
            // The shelf may come after the drawer, which sets the focus when it opens; a switch of views keeps it.
            autoFocus={findsFirst}
            data-autofocus={findsFirst ? true : undefined}
            onChange={(event) => setWanted(event.currentTarget.value)}
            data-testid="shelf-find"
          />
          {found.length === 0 && <p className="form-quiet">{t('shelf.noMatch')}</p>}
          <Shelved title={t('shelf.lapsed')} shelved={lapsed} doing={doing} />
          <Shelved title={t('shelf.waiting')} shelved={waiting} doing={doing} />
        </>
      )}
    </>
  );
}

interface ShelvedProps {
  readonly title: string;
  readonly shelved: readonly ShelvedHold[];
  readonly doing: FormAct;
}

function Shelved({ title, shelved, doing }: ShelvedProps) {
  if (shelved.length === 0) return null;
  return (
    <section className="form-part">
      <h3 className="form-part-title">{title}</h3>
      <ul className="card-list">
        {shelved.map((one) => (
          <ShelvedLine key={one.hold.id} shelved={one} doing={doing} />
        ))}
      </ul>
    </section>
  );
}

function ShelvedLine({ shelved, doing }: { readonly shelved: ShelvedHold; readonly doing: FormAct }) {
  const { t } = useTranslation(namespaces);
  const [why, setWhy] = useState<HoldEnding | null>(null);
  const { hold, patron, title, barcode, until, lapsed } = shelved;
  const { state } = hold;
  const end = (ending: HoldEnding): void => {
    void doing.act({ do: 'end-hold', hold: hold.id, why: ending, note: '' });
  };
  return (
    <li className="shelved" data-testid="shelf-line" data-hold={hold.id} data-lapsed={lapsed}>
      <div className="line">
        <span className="line-words">
          <b>{title || barcode}</b> <span className="form-quiet">{barcode}</span>
          <span className="shelved-reader">
            {patron.name} <span className="form-quiet">{patron.card}</span>
          </span>
          <span className="form-quiet payment-aside">
            {t('shelf.until', { date: formatDate(until) })}
            {state.status === 'waiting' &&
              ` · ${t('shelf.since', { date: formatDate(state.since.slice(0, 10)) })}`}
          </span>
        </span>
        {why === null && (
          <Button
            size="xs"
            variant={lapsed ? 'light' : 'subtle'}
            disabled={doing.busy}
            data-testid={lapsed ? 'shelf-take-back' : 'shelf-end'}
            onClick={() => (lapsed ? end('not-collected') : setWhy('cancelled-by-patron'))}
          >
            {lapsed ? t('shelf.takeBack') : t('shelf.end')}
          </Button>
        )}
      </div>
      {why !== null && (
        <MatterForm
          confirm={t('shelf.end')}
          testId="shelf-end-confirm"
          busy={doing.busy}
          onConfirm={() => end(why)}
          onCancel={() => setWhy(null)}
        >
          <NativeSelect
            label={t('shelf.why')}
            value={why}
            onChange={(event) =>
              setWhy(holdEndings.find((ending) => ending === event.currentTarget.value) ?? why)
            }
            data={holdEndings.map((ending) => ({ value: ending, label: t(`shelf.ending.${ending}`) }))}
            data-testid="shelf-why"
          />
        </MatterForm>
      )}
    </li>
  );
}
