import { Menu } from '@mantine/core';
import {
  IconCalendarMonth,
  IconChevronDown,
  IconPlugConnected,
  IconReceipt,
  IconScale,
} from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { namespaces } from '../i18n/start.ts';
import type { Place } from './place.ts';
import { goTo, usePlace } from './place.ts';

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
  return (
    <Menu position="bottom-end" shadow="md" width="17rem" withInitialFocusPlaceholder={false}>
      <Menu.Target>
        <button type="button" className="tool tool-text" data-testid="admin-menu">
          {t('admin.menu')}
          <IconChevronDown aria-hidden size="0.95rem" stroke={1.9} style={{ alignSelf: 'center' }} />
        </button>
      </Menu.Target>
      <Menu.Dropdown>
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
