import { Popover } from '@mantine/core';
import { IconAdjustmentsHorizontal } from '@tabler/icons-react';
import { lazy, Suspense } from 'react';
import { useTranslation } from 'react-i18next';
import { namespaces } from '../../i18n/start.ts';
import { ActButton } from '../../ui/act-button.tsx';
import { loadModes } from './load-modes.ts';
import type { ModesAsked } from './use-modes.ts';

const ModesForm = lazy(loadModes);

interface ModesButtonProps {
  readonly asked: ModesAsked;
  readonly onAsk: (asked: ModesAsked) => void;
}

/** The small menu that switches on what stays on. */
export function ModesButton({ asked, onAsk }: ModesButtonProps) {
  const { t } = useTranslation(namespaces);
  return (
    <Popover
      opened={asked !== null}
      onChange={(opened) => onAsk(opened ? 'menu' : null)}
      width="27rem"
      position="bottom-end"
      shadow="md"
      trapFocus
      returnFocus
    >
      <Popover.Target>
        <ActButton
          act="modes"
          icon={<IconAdjustmentsHorizontal aria-hidden size="1.15rem" />}
          onClick={() => onAsk(asked === null ? 'menu' : null)}
        >
          {t('modes.button')}
        </ActButton>
      </Popover.Target>
      <Popover.Dropdown>
        <Suspense fallback={<p>{t('app.loading')}</p>}>
          {asked !== null && <ModesForm asked={asked} onAsk={onAsk} />}
        </Suspense>
      </Popover.Dropdown>
    </Popover>
  );
}
