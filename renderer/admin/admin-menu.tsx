import { Menu } from '@mantine/core';
import {
  IconCalendarMonth,
  IconChevronDown,
  IconListDetails,
  IconPlugConnected,
  IconReceipt,
  IconScale,
} from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { useDeskDrawers } from '../desk/drawers/desk-drawer.ts';
import { useWaitingExceptions } from '../exceptions/waiting-exceptions.ts';
import { namespaces } from '../i18n/start.ts';
import type { Place } from './place.ts';
import { goTo, usePlace } from './place.ts';
import { KeyHint } from '../ui/key-hint.tsx';

/** The office screens, in the order in which they decide what happens at the desk. */
const screens = [
  { place: 'policy', Icon: IconScale },
  { place: 'calendar', Icon: IconCalendarMonth },
  { place: 'slips', Icon: IconReceipt },
  { place: 'devices', Icon: IconPlugConnected },
] as const satisfies readonly { place: Place; Icon: typeof IconScale }[];

/** The way from the desk to the office screens, for the header. */
export function AdminMenu() {
  const { t } = useTranslation(namespaces);
  const here = usePlace();
  const drawers = useDeskDrawers();
  const waiting = useWaitingExceptions();
  return (
    <Menu position="bottom-end" shadow="md" width="17rem" withInitialFocusPlaceholder={false}>
      <Menu.Target>
        <button type="button" className="tool tool-text" data-testid="admin-menu">
          {t('admin.menu')}
          <IconChevronDown aria-hidden size="0.95rem" stroke={1.9} style={{ alignSelf: 'center' }} />
        </button>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Item
          leftSection={<IconListDetails aria-hidden size="1.15rem" stroke={1.7} />}
          rightSection={<KeyHint act="exceptions" />}
          data-testid="menu-exceptions"
          onClick={() => drawers.open({ kind: 'exceptions' })}
        >
          {waiting === 0 ? t('exceptions.title') : `${t('exceptions.title')} (${waiting})`}
        </Menu.Item>
        <Menu.Divider />
        {screens.map(({ place, Icon }) => (
          <Menu.Item
            key={place}
            leftSection={<Icon aria-hidden size="1.15rem" stroke={1.7} />}
            aria-current={here === place ? 'page' : undefined}
            data-testid={`admin-${place}`}
            onClick={() => goTo(place)}
          >
            {t(`admin.place.${place}`)}
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  );
}
