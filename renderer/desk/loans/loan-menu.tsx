import { Menu } from '@mantine/core';
import {
  IconBook,
  IconCalendarDue,
  IconDotsVertical,
  IconFileInfo,
  IconMessageReport,
  IconZoomExclamation,
} from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { PatronLoan } from '../../../contract/workstation/desk.ts';
import { permissionWords } from '../../../contract/locales/format.ts';
import { localeOf } from '../../format/reasons.ts';
import { useMay } from '../../forms/use-may.ts';
import { namespaces } from '../../i18n/start.ts';
import { useDeskDrawers } from '../drawers/desk-drawer.ts';
import { useDeskCalls } from '../use-desk-calls.ts';
import type { LoanEditing } from './loan-edit.tsx';

interface LoanMenuProps {
  readonly entry: PatronLoan;
  readonly onEdit: (editing: LoanEditing) => void;
}

/** What is seldom done with a loan. The menu itself is made at the first click: tables have many rows. */
export function LoanMenu(props: LoanMenuProps) {
  const { t } = useTranslation(namespaces);
  const [wanted, setWanted] = useState(false);
  const label = t('loans.more', { title: props.entry.item.title });
  if (wanted) return <OpenMenu {...props} label={label} />;
  return (
    <button
      type="button"
      className="row-tool"
      aria-haspopup="menu"
      aria-label={label}
      title={label}
      data-testid="loan-more"
      onClick={() => setWanted(true)}
    >
      <IconDotsVertical aria-hidden size="1.15rem" />
    </button>
  );
}

function OpenMenu({ entry, label, onEdit }: LoanMenuProps & { readonly label: string }) {
  const { t } = useTranslation(namespaces);
  const drawers = useDeskDrawers();
  const calls = useDeskCalls();
  const may = useMay();
  const { item, loan } = entry;
  const lacks = (permission: 'set-due-date' | 'mark-item'): string | null =>
    may(permission) ? null : t('modes.lacks', { permission: permissionWords(permission, localeOf(t)) });
  const noDue = lacks('set-due-date');
  const noMark = lacks('mark-item');
  return (
    <Menu
      defaultOpened
      position="bottom-end"
      shadow="md"
      width="17rem"
      withinPortal
      returnFocus
      withInitialFocusPlaceholder={false}
    >
      <Menu.Target>
        <button type="button" className="row-tool" aria-label={label} title={label} data-testid="loan-more">
          <IconDotsVertical aria-hidden size="1.15rem" />
        </button>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Item
          leftSection={<IconCalendarDue aria-hidden size="1.1rem" stroke={1.7} />}
          disabled={noDue !== null}
          title={noDue ?? undefined}
          data-testid="loan-change-due"
          onClick={() => onEdit('due')}
        >
          {t('loans.changeDue')}
        </Menu.Item>
        <Menu.Item
          leftSection={<IconZoomExclamation aria-hidden size="1.1rem" stroke={1.7} />}
          disabled={noMark !== null}
          title={noMark ?? undefined}
          data-testid="loan-lost"
          onClick={() => onEdit('lost')}
        >
          {t('loans.lost')}
        </Menu.Item>
        <Menu.Item
          leftSection={<IconMessageReport aria-hidden size="1.1rem" stroke={1.7} />}
          disabled={noMark !== null || loan.claimedReturnedAt !== null}
          title={noMark ?? undefined}
          data-testid="loan-claim"
          onClick={() =>
            calls.act({
              do: 'mark-item',
              item: item.id,
              mark: 'claimed-returned',
              decision: '',
              note: '',
              charge: null,
            })
          }
        >
          {t('loans.claim')}
        </Menu.Item>
        <Menu.Divider />
        <Menu.Item
          leftSection={<IconFileInfo aria-hidden size="1.1rem" stroke={1.7} />}
          data-testid="loan-item"
          onClick={() => drawers.open({ kind: 'item', item: item.id })}
        >
          {t('loans.openItem')}
        </Menu.Item>
        <Menu.Item
          leftSection={<IconBook aria-hidden size="1.1rem" stroke={1.7} />}
          data-testid="loan-open-title"
          onClick={() => drawers.open({ kind: 'title', biblio: item.biblio })}
        >
          {t('loans.openTitle')}
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}
