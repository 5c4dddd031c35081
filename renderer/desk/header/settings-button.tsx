import { Popover } from '@mantine/core';
import { IconSettings } from '@tabler/icons-react';
import { lazy, Suspense, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { namespaces } from '../../i18n/start.ts';
import { loadSettings } from './load-settings.ts';

const SettingsForm = lazy(loadSettings);

export function SettingsButton() {
  const { t } = useTranslation(namespaces);
  const [opened, setOpened] = useState(false);
  return (
    <Popover opened={opened} onChange={setOpened} width="23rem" position="bottom-end" shadow="md" trapFocus>
      <Popover.Target>
        <button
          type="button"
          className="tool"
          title={t('header.settings')}
          aria-label={t('header.settings')}
          data-testid="settings"
          onClick={() => setOpened(!opened)}
        >
          <IconSettings aria-hidden size="1.25rem" stroke={1.7} />
        </button>
      </Popover.Target>
      <Popover.Dropdown>
        <Suspense fallback={<p>{t('app.loading')}</p>}>
          <SettingsForm onLeave={() => setOpened(false)} />
        </Suspense>
      </Popover.Dropdown>
    </Popover>
  );
}
