import { Button } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { TitleCopy } from '../../contract/workstation/desk.ts';
import { formatAmount } from '../../domain/money/amount-text.ts';
import { useTitle } from '../connection/queries.ts';
import { useDeskDrawers } from '../desk/drawers/desk-drawer.ts';
import { MessageForm } from '../desk/patron/message-form.tsx';
import { Messages } from '../desk/patron/messages.tsx';
import { formatDue } from '../format/dates.ts';
import { valueName } from '../format/values.ts';
import { SideDrawer } from '../forms/side-drawer.tsx';
import { namespaces } from '../i18n/start.ts';
import { knownItem } from './known-item.ts';
import { MarkForm } from './mark-form.tsx';
import './title-drawer.css';

interface ItemDrawerProps {
  readonly item: string;
  readonly onClose: () => void;
}

/** One copy: what it is, where it is, what staff can say of it, and a message for whoever scans it next. */
export default function ItemDrawer({ item: id, onClose }: ItemDrawerProps) {
  const { t } = useTranslation(namespaces);
  const queries = useQueryClient();
  const drawers = useDeskDrawers();
  const [item] = useState(() => knownItem(queries, id));
  const { data: title, isPending } = useTitle(item?.biblio ?? null);
  const copy = title?.copies.find((one) => one.item.id === id) ?? null;
  return (
    <SideDrawer
      title={item ? t('item.title', { barcode: item.barcode }) : t('title.title')}
      testId="item-drawer"
      onClose={onClose}
    >
      {item && (
        <p>
          <b>{item.title}</b> <span className="form-quiet">{item.author}</span>{' '}
          <button
            type="button"
            className="link"
            data-testid="item-title"
            onClick={() => drawers.open({ kind: 'title', biblio: item.biblio })}
          >
            {t('item.openTitle')}
          </button>
        </p>
      )}
      {item && isPending && <p className="form-quiet">{t('app.loading')}</p>}
      {(!item || (!isPending && !copy)) && <p role="alert">{t('item.gone')}</p>}
      {copy && <CopyFacts copy={copy} />}
      {copy && <MarkForm key={copy.status} copy={copy} />}
      {copy && <ItemMessages copy={copy} />}
    </SideDrawer>
  );
}

function CopyFacts({ copy }: { readonly copy: TitleCopy }) {
  const { t } = useTranslation(namespaces);
  const { item, status, due, itemClass, collection, price, lending, libraryName } = copy;
  const none = t('item.none');
  const facts = [
    [
      t('item.status'),
      [valueName(t, 'itemStatus', status), due !== null && t('title.due', { date: formatDue(due) })]
        .filter(Boolean)
        .join(' · '),
    ],
    [t('item.library'), libraryName],
    [t('item.collection'), valueName(t, 'collection', collection)],
    [t('item.callNumber'), item.callNumber],
    [t('item.itemClass'), valueName(t, 'itemClass', itemClass)],
    [t('item.lending'), valueName(t, 'lending', lending)],
    [t('item.price'), price > 0 ? formatAmount(price) : none],
  ] as const;
  return (
    <dl className="copy-facts" data-testid="item-facts" data-status={status}>
      {facts.map(([name, value]) => (
        <div key={name}>
          <dt>{name}</dt>
          <dd>{value === '' ? none : value}</dd>
        </div>
      ))}
    </dl>
  );
}

function ItemMessages({ copy: { item, messages } }: { readonly copy: TitleCopy }) {
  const { t } = useTranslation(namespaces);
  const [writing, setWriting] = useState(false);
  return (
    <section className="title-part" aria-labelledby="item-message">
      <h3 id="item-message" className="heading">
        {t('item.message')}
      </h3>
      <p className="form-quiet">{t('item.messageHelp')}</p>
      <Messages messages={messages} />
      {writing ? (
        <MessageForm
          about={{ kind: 'item', item: item.id }}
          label={t('item.text')}
          untilLabel={t('item.until')}
          saveLabel={t('item.save')}
          autoFocus
          onClose={() => setWriting(false)}
        />
      ) : (
        <Button
          variant="default"
          size="xs"
          w="max-content"
          data-testid="item-message"
          onClick={() => setWriting(true)}
        >
          {t('patron.message')}
        </Button>
      )}
    </section>
  );
}
