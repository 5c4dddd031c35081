import { Button } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { UnwrittenTag } from '../../contract/workstation/station.ts';
import { useUnwrittenTags } from '../connection/queries.ts';
import { useDeskCalls } from '../desk/use-desk-calls.ts';
import { formatTime } from '../format/dates.ts';
import { reasonSentence, splitSentence } from '../format/reasons.ts';
import { SideDrawer } from '../forms/side-drawer.tsx';
import { namespaces } from '../i18n/start.ts';

/** Copies whose RFID tags do not say what was recorded, until each is written or seen to. */
export default function UnwrittenTagsDrawer({ onClose }: { readonly onClose: () => void }) {
  const { t } = useTranslation(namespaces);
  const { data: unwritten = [] } = useUnwrittenTags();
  return (
    <SideDrawer title={t('tags.title')} testId="tags-drawer" onClose={onClose}>
      <p className="form-quiet">{unwritten.length === 0 ? t('tags.none') : t('tags.help')}</p>
      <ul className="card-list">
        {unwritten.map((one) => (
          <Line key={one.item} tag={one} />
        ))}
      </ul>
    </SideDrawer>
  );
}

function Line({ tag }: { readonly tag: UnwrittenTag }) {
  const { t } = useTranslation(namespaces);
  const calls = useDeskCalls();
  const { item, barcode, title, wanted, problem, since } = tag;
  return (
    <li className="line" data-testid="unwritten-tag" data-item={item}>
      <span className="line-words">
        <b>{t(`tags.${wanted}.failed`)}</b> {title || barcode}
        <span className="form-quiet payment-aside">
          {t('tags.barcode', { barcode })} · {t('tags.since', { time: formatTime(since) })}
          {problem && ` · ${splitSentence(reasonSentence(t, { code: problem, params: {} })).head}`}
        </span>
      </span>
      <Button
        size="xs"
        aria-label={t('tags.retryOf', { barcode })}
        data-testid="unwritten-retry"
        onClick={() => calls.retryTag(item)}
      >
        {t('tags.retry')}
      </Button>
      <Button
        size="xs"
        variant="subtle"
        aria-label={t('tags.dismissOf', { barcode })}
        data-testid="unwritten-dismiss"
        onClick={() => calls.dismissTag(item)}
      >
        {t('tags.dismiss')}
      </Button>
    </li>
  );
}
