import { Button, Popover } from '@mantine/core';
import {
  IconCloudCheck,
  IconCloudDownload,
  IconCloudLock,
  IconCloudOff,
  IconCloudQuestion,
  IconCloudUp,
} from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { SyncStatus } from '../../contract/workstation/station.ts';
import { reason } from '../../domain/outcome.ts';
import { useInfo, useSync } from '../connection/queries.ts';
import { reasonSentence } from '../format/reasons.ts';
import { ExceptionsCount, ExceptionsStory } from '../exceptions/exceptions-story.tsx';
import { namespaces } from '../i18n/start.ts';
import { useNow } from '../ui/use-now.ts';
import { RescueButton } from './rescue-button.tsx';
import { pillWords, problemSentence, syncStory } from './sync-story.ts';
import './sync-pill.css';

const icons = {
  online: IconCloudCheck,
  offline: IconCloudOff,
  never: IconCloudQuestion,
  'catching-up': IconCloudDownload,
  forked: IconCloudLock,
  refused: IconCloudLock,
} as const satisfies Readonly<Record<SyncStatus['state'], unknown>>;

/** Always there: what is not sent, how old the data is, and on a click the story in plain words. */
export function SyncPill({ onSyncNow }: { readonly onSyncNow: () => void }) {
  const { t, i18n } = useTranslation(namespaces);
  const now = useNow(5_000);
  const [opened, setOpened] = useState(false);
  const { data: status } = useSync();
  const { data: info } = useInfo();
  if (!status) return <span className="pill pill-empty" />;
  const told = { t, language: i18n.language, now };
  const { first, second } = pillWords(told, status);
  const Icon = status.state === 'online' && status.unsent > 0 ? IconCloudUp : icons[status.state];
  const problem = problemSentence(t, status);
  return (
    <Popover
      opened={opened}
      onChange={setOpened}
      width="25rem"
      position="bottom"
      shadow="md"
      withArrow
      trapFocus
    >
      <Popover.Target>
        <button
          type="button"
          className="pill"
          data-testid="sync-pill"
          data-state={status.state}
          data-unsent={status.unsent}
          onClick={() => setOpened(!opened)}
        >
          <Icon aria-hidden size="1.25rem" stroke={1.8} />
          <span className="pill-first">{first}</span>
          <span className="pill-second">{second}</span>
          <ExceptionsCount />
        </button>
      </Popover.Target>
      <Popover.Dropdown>
        <section className="story" aria-labelledby="sync-title" data-testid="sync-story">
          <h2 id="sync-title">{t('sync.title')}</h2>
          {syncStory(told, status).map((sentence) => (
            <p key={sentence}>{sentence}</p>
          ))}
          {problem && (
            <p className="story-problem" data-testid="sync-problem">
              <b>{t('sync.story.problem')}</b> {problem}
            </p>
          )}
          <Button size="sm" variant="light" data-testid="sync-now" onClick={onSyncNow}>
            {t('sync.now')}
          </Button>
          {status.unsent > 0 && <RescueButton unsent={status.unsent} />}
          {info?.keyExposed && <p data-testid="key-exposed">{reasonSentence(t, reason('LT-4117'))}</p>}
          <ExceptionsStory onLeave={() => setOpened(false)} />
        </section>
      </Popover.Dropdown>
    </Popover>
  );
}
