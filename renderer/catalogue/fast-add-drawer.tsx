import { Button, NativeSelect, TextInput } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { keys } from '../connection/keys.ts';
import { useInfo, usePatronId, usePolicy } from '../connection/queries.ts';
import type { RowsState } from '../connection/station-cache.ts';
import { useDeskCalls } from '../desk/use-desk-calls.ts';
import { valueName } from '../format/values.ts';
import { ActAnswerView } from '../forms/act-answer-view.tsx';
import { AmountField } from '../forms/amount-field.tsx';
import { amountOf } from '../forms/amount-of.ts';
import { SideDrawer } from '../forms/side-drawer.tsx';
import { useAct } from '../forms/use-act.ts';
import { namespaces } from '../i18n/start.ts';

interface FastAddDrawerProps {
  /** The label that nobody knew. */
  readonly code: string;
  readonly onClose: () => void;
  readonly onCode: (code: string) => void;
}

const ordinary = { itemClass: 'sach', collection: 'kho-mo' } as const;

/** A book nobody has catalogued: the least that is needed to lend it. The rest is for the cataloguers. */
export default function FastAddDrawer({ code, onClose, onCode }: FastAddDrawerProps) {
  const { t } = useTranslation(namespaces);
  const queries = useQueryClient();
  const calls = useDeskCalls();
  const { data: info } = useInfo();
  const { data: policy } = usePolicy();
  const lending = usePatronId() !== null;
  const { busy, answer, act } = useAct();
  const [barcode, setBarcode] = useState(code);
  const [title, setTitle] = useState('');
  const [author, setAuthor] = useState('');
  const [isbn, setIsbn] = useState('');
  const [itemClass, setItemClass] = useState<string>(ordinary.itemClass);
  const [collection, setCollection] = useState<string>(ordinary.collection);
  const [price, setPrice] = useState('');
  const [callNumber, setCallNumber] = useState('');
  const [parts, setParts] = useState('');
  const space = policy?.space;
  const options = (known: readonly string[] | undefined, chosen: string): readonly string[] =>
    known?.includes(chosen) ? known : [chosen, ...(known ?? [])];
  const isWhole =
    barcode.trim() !== '' && title.trim() !== '' && (price.trim() === '' || amountOf(price) !== null);

  const save = async (): Promise<void> => {
    if (!info || !isWhole) return;
    const biblio = crypto.randomUUID();
    const row = await act({
      do: 'fast-add',
      biblio: {
        id: biblio,
        title: title.trim(),
        author: author.trim(),
        ddc: '',
        publisher: '',
        year: null,
        isbn: isbn.trim() === '' ? null : isbn.trim(),
        language: 'vie',
        minAge: 'any',
      },
      item: {
        id: crypto.randomUUID(),
        biblio,
        library: info.library.id,
        barcode: barcode.trim(),
        callNumber: callNumber.trim(),
        itemClass,
        collection,
        price: amountOf(price) ?? 0,
        lending: 'for-loan',
        parts: parts.trim(),
      },
    });
    if (!row) return;
    // The row that asked about this label has its answer.
    const asked = queries
      .getQueryData<RowsState>(keys.rows)
      ?.rows.find((one) => one.question?.fastAdd === true && one.text === code);
    if (asked) calls.decline(asked.id);
    onClose();
    if (lending) onCode(barcode.trim());
  };
  return (
    <SideDrawer
      title={t('fastAdd.title')}
      testId="fast-add-drawer"
      onClose={onClose}
      foot={
        <>
          <ActAnswerView answer={answer} />
          <div className="form-acts form-acts-end">
            <Button variant="default" onClick={onClose}>
              {t('forms.cancel')}
            </Button>
            <Button
              loading={busy}
              disabled={!isWhole}
              data-testid="fast-add-save"
              onClick={() => void save()}
            >
              {lending ? t('fastAdd.saveAndLend') : t('fastAdd.save')}
            </Button>
          </div>
        </>
      }
    >
      <p>{t('fastAdd.help')}</p>
      <div className="form-grid">
        <TextInput
          label={t('fastAdd.barcode')}
          required
          maxLength={64}
          autoComplete="off"
          value={barcode}
          onChange={(event) => setBarcode(event.currentTarget.value)}
          data-testid="fast-add-barcode"
        />
        <TextInput
          className="form-wide"
          label={t('fastAdd.bookTitle')}
          required
          maxLength={500}
          autoComplete="off"
          data-autofocus
          value={title}
          onChange={(event) => setTitle(event.currentTarget.value)}
          data-testid="fast-add-title"
        />
        <TextInput
          label={t('fastAdd.author')}
          maxLength={300}
          autoComplete="off"
          value={author}
          onChange={(event) => setAuthor(event.currentTarget.value)}
          data-testid="fast-add-author"
        />
        <TextInput
          label={t('fastAdd.isbn')}
          maxLength={20}
          autoComplete="off"
          inputMode="numeric"
          value={isbn}
          onChange={(event) => setIsbn(event.currentTarget.value)}
        />
        <NativeSelect
          label={t('fastAdd.itemClass')}
          value={itemClass}
          onChange={(event) => setItemClass(event.currentTarget.value)}
          data={options(space?.itemClasses, itemClass).map((value) => ({
            value,
            label: valueName(t, 'itemClass', value),
          }))}
        />
        <NativeSelect
          label={t('fastAdd.collection')}
          value={collection}
          onChange={(event) => setCollection(event.currentTarget.value)}
          data={options(space?.collections, collection).map((value) => ({
            value,
            label: valueName(t, 'collection', value),
          }))}
        />
        <AmountField label={t('fastAdd.price')} value={price} onChange={setPrice} testId="fast-add-price" />
        <TextInput
          label={t('fastAdd.callNumber')}
          maxLength={64}
          autoComplete="off"
          value={callNumber}
          onChange={(event) => setCallNumber(event.currentTarget.value)}
        />
        <TextInput
          label={t('fastAdd.parts')}
          maxLength={200}
          autoComplete="off"
          value={parts}
          onChange={(event) => setParts(event.currentTarget.value)}
        />
      </div>
    </SideDrawer>
  );
}
