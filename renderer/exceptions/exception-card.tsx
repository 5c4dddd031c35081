import { Button } from '@mantine/core';
import { useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ExceptionWork } from '../../contract/workstation/exceptions.ts';
import { rangeWords } from '../../domain/exceptions/range-words.ts';
import { useDeskDrawers } from '../desk/drawers/desk-drawer.ts';
import { formatAge } from '../format/ages.ts';
import { formatMoment } from '../format/dates.ts';
import type { FormAct } from '../forms/use-act.ts';
import { useMay } from '../forms/use-may.ts';
import { namespaces } from '../i18n/start.ts';
import { useNow } from '../ui/use-now.ts';
import { ExceptionFacts } from './exception-facts.tsx';
import { placeWords, resolutionWords, ruleAdvice, ruleTitle } from './exception-words.ts';
import { ResolveForm } from './resolve-form.tsx';
import type { Way } from './ways.ts';
import { waysOf } from './ways.ts';

interface ExceptionCardProps {
  readonly work: ExceptionWork;
  readonly doing: FormAct;
}

/** One disagreement: what happened, the facts side by side, where to go, and what was done about it. */
export function ExceptionCard({ work, doing }: ExceptionCardProps) {
  const { t, i18n } = useTranslation(namespaces);
  const now = useNow(60_000);
  const title = useId();
  const { id, rule, item, openedAt, facts, missing, resolved } = work;
  return (
    <li
      className="exception"
      aria-labelledby={title}
      data-testid="exception"
      data-exception={id}
      data-rule={rule}
      data-resolved={resolved !== null}
    >
      <div className="exception-head">
        <h3 id={title}>{ruleTitle(t, work)}</h3>
        <span className="form-quiet" title={formatMoment(openedAt)}>
          {formatAge(openedAt, now, i18n.language)}
        </span>
      </div>
      {item && (
        <p className="exception-subject">
          <b>{item.title || t('exceptions.unknownCopy')}</b>{' '}
          <span className="form-quiet">{item.barcode}</span>
        </p>
      )}
      <ExceptionFacts facts={facts} named={item?.barcode ?? null} />
      {missing.length > 0 && (
        <p data-testid="exception-missing">{t('exceptions.missing', { numbers: rangeWords(missing) })}</p>
      )}
      {resolved === null ? <ToResolve work={work} doing={doing} /> : <Done work={work} resolved={resolved} />}
    </li>
  );
}

/** What to do about it, the ways there, and the form that says it was done. */
function ToResolve({ work, doing }: ExceptionCardProps) {
  const { t } = useTranslation(namespaces);
  const may = useMay();
  const [asking, setAsking] = useState(false);
  return (
    <>
      <p className="exception-advice">{ruleAdvice(t, work)}</p>
      {asking ? (
        <ResolveForm work={work} doing={doing} onCancel={() => setAsking(false)} />
      ) : (
        <div className="form-acts">
          <Button
            size="xs"
            disabled={doing.busy || !may('exceptions')}
            data-testid="exception-resolve"
            onClick={() => {
              doing.forget();
              setAsking(true);
            }}
          >
            {t('exceptions.resolve')}
          </Button>
          {waysOf(work).map((way) => (
            <WayButton key={way.to === 'item' ? way.item : way.patron.id} way={way} />
          ))}
        </div>
      )}
    </>
  );
}

function WayButton({ way }: { readonly way: Way }) {
  const { t } = useTranslation(namespaces);
  const drawers = useDeskDrawers();
  const words = (): string => {
    switch (way.to) {
      case 'item':
        return t('exceptions.openItem');
      case 'reader':
        return t('exceptions.openReader', { name: way.patron.name });
      case 'pay':
        return t('exceptions.openMoney', { name: way.patron.name });
    }
  };
  const go = (): void =>
    drawers.open(
      way.to === 'item' ? { kind: 'item', item: way.item } : { kind: way.to, patron: way.patron.id },
    );
  return (
    <Button size="xs" variant="subtle" data-testid={`exception-to-${way.to}`} onClick={go}>
      {words()}
    </Button>
  );
}

interface DoneProps {
  readonly work: ExceptionWork;
  readonly resolved: NonNullable<ExceptionWork['resolved']>;
}

function Done({ work, resolved }: DoneProps) {
  const { t } = useTranslation(namespaces);
  const { resolution, note, desk, at } = resolved;
  const { staff, library } = work.resolvedBy;
  return (
    <p className="exception-done" data-testid="exception-done">
      <b>{resolutionWords(t, resolution)}</b>
      {note !== '' && ` – ${note}`}{' '}
      <span className="form-quiet">
        {[placeWords(t, desk, library), staff, formatMoment(at)].filter(Boolean).join(' · ')}
        {work.provisional && (
          <>
            {' '}
            <span className="state-tag" title={t('exceptions.unsentHelp')}>
              {t('exceptions.unsent')}
            </span>
          </>
        )}
      </span>
    </p>
  );
}
