import { Button } from '@mantine/core';
import { IconListDetails } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { useDeskDrawers } from '../desk/drawers/desk-drawer.ts';
import { namespaces } from '../i18n/start.ts';
import { KeyHint } from '../ui/key-hint.tsx';
import { useWaitingExceptions } from './waiting-exceptions.ts';

/** What the story of the sync says of what waits for somebody; nothing where nothing does. */
export function ExceptionsStory({ onLeave }: { readonly onLeave: () => void }) {
  const { t } = useTranslation(namespaces);
  const drawers = useDeskDrawers();
  const count = useWaitingExceptions();
  if (count === 0) return null;
  return (
    <>
      <p data-testid="story-exceptions">{t('exceptions.story', { count })}</p>
      <Button
        size="sm"
        variant="light"
        rightSection={<KeyHint act="exceptions" />}
        data-testid="story-exceptions-see"
        onClick={() => {
          onLeave();
          drawers.open({ kind: 'exceptions' });
        }}
      >
        {t('exceptions.see')}
      </Button>
    </>
  );
}

/** The same for the pill: a figure, and words for who does not see it. */
export function ExceptionsCount() {
  const { t } = useTranslation(namespaces);
  const count = useWaitingExceptions();
  if (count === 0) return null;
  return (
    <span
      className="pill-count"
      title={t('exceptions.count', { count })}
      data-testid="exceptions-count"
      data-count={count}
    >
      <IconListDetails aria-hidden size="1rem" stroke={2} />
      <span aria-hidden>{count}</span>
      <span className="unseen">{t('exceptions.count', { count })}</span>
    </span>
  );
}
