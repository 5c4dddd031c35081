import { ActionIcon } from '@mantine/core';
import { IconX } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useEffect, useId, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { namespaces } from '../../i18n/start.ts';

interface PanelProps {
  readonly title: string;
  readonly foot?: ReactNode;
  readonly onClose: () => void;
  readonly children: ReactNode;
}

/** What is being done beside the list: a title with a way out, a body that scrolls, a foot that stays. */
export function Panel({ title, foot, onClose, children }: PanelProps) {
  const { t } = useTranslation(namespaces);
  const id = useId();
  const head = useRef<HTMLHeadingElement>(null);
  // The button that opened it is far away: work by keyboard goes on here.
  useEffect(() => head.current?.focus(), []);
  return (
    <div className="device-panel" role="group" aria-labelledby={id}>
      <div className="device-panel-head">
        <h2 id={id} ref={head} tabIndex={-1}>
          {title}
        </h2>
        <ActionIcon variant="subtle" aria-label={t('app.close')} data-testid="device-close" onClick={onClose}>
          <IconX aria-hidden size="1.2rem" />
        </ActionIcon>
      </div>
      <div className="device-panel-body">{children}</div>
      {foot !== undefined && <div className="device-panel-foot">{foot}</div>}
    </div>
  );
}
