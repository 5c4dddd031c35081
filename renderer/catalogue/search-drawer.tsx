import { Drawer, TextInput } from '@mantine/core';
import { IconSearch } from '@tabler/icons-react';
import { keepPreviousData, useQuery, useQueryClient } from '@tanstack/react-query';
import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { keys } from '../connection/keys.ts';
import { useApi } from '../connection/queries.ts';
import { useDeskDrawers } from '../desk/drawers/desk-drawer.ts';
import { namespaces } from '../i18n/start.ts';
import { DataAgeLine } from '../sync/data-age-line.tsx';
import { useSettled } from '../ui/use-settled.ts';
import { ReaderHits } from './reader-hits.tsx';
import { TitleHits } from './title-hits.tsx';
import './search-drawer.css';

/** Fewest characters worth a search. */
const shortest = 2;

interface SearchDrawerProps {
  readonly onClose: () => void;
  /** Called with the card of the reader to open. */
  readonly onReader: (card: string) => void;
}

/** One box for readers and titles. A reader is opened by the card, exactly as if it had been scanned. */
export default function SearchDrawer({ onClose, onReader }: SearchDrawerProps) {
  const { t } = useTranslation(namespaces);
  const api = useApi();
  const queries = useQueryClient();
  const drawers = useDeskDrawers();
  const [typed, setTyped] = useState('');
  const results = useRef<HTMLDivElement>(null);
  const text = useSettled(typed.trim(), 120);
  const asked = text.length >= shortest;
  const readers = useQuery({
    queryKey: keys.readers(text),
    queryFn: () => api.patrons.search({ text }),
    enabled: asked,
    placeholderData: keepPreviousData,
  });
  const titles = useQuery({
    queryKey: keys.titles(text),
    queryFn: () => api.catalogue.search({ text }),
    enabled: asked,
    placeholderData: keepPreviousData,
  });
  const open = (card: string): void => {
    onReader(card);
    onClose();
  };
  /** Enter opens the reader that was meant, and asks afresh: a scanner is faster than the search as you type. */
  const openMeant = async (): Promise<void> => {
    const wanted = typed.trim();
    if (wanted.length < shortest) return;
    const queryFn = () => api.patrons.search({ text: wanted });
    const hits = await queries.fetchQuery({ queryKey: keys.readers(wanted), queryFn });
    const exact = hits.find(({ card }) => card.toLowerCase() === wanted.toLowerCase());
    const meant = exact ?? (hits.length === 1 ? hits[0] : undefined);
    if (meant) open(meant.card);
    else results.current?.querySelector('button')?.focus();
  };
  return (
    <Drawer
      opened
      onClose={onClose}
      position="right"
      overlayProps={{ backgroundOpacity: 0.3 }}
      size="min(38rem, 94vw)"
      title={t('search.title')}
      closeButtonProps={{ 'aria-label': t('app.close') }}
      data-testid="search-drawer"
    >
      <TextInput
        data-autofocus
        data-testid="search-box"
        size="md"
        label={t('search.label')}
        placeholder={t('search.placeholder')}
        description={asked ? undefined : t('search.hint')}
        inputWrapperOrder={['label', 'input', 'description']}
        leftSection={<IconSearch aria-hidden size="1.2rem" />}
        autoComplete="off"
        spellCheck={false}
        maxLength={200}
        value={typed}
        onChange={(event) => setTyped(event.currentTarget.value)}
        onKeyDown={(event) => {
          // Enter that ends a composed syllable belongs to the input method. A failed search is shown below.
          if (event.key === 'Enter' && !event.nativeEvent.isComposing) void openMeant().catch(() => {});
          if (event.key !== 'ArrowDown') return;
          event.preventDefault();
          results.current?.querySelector('button')?.focus();
        }}
      />
      {asked && (
        <div className="hits" ref={results} aria-busy={readers.isFetching || titles.isFetching}>
          <DataAgeLine />
          {(readers.isError || titles.isError) && <p role="alert">{t('app.loadFailed')}</p>}
          {readers.data && <ReaderHits hits={readers.data} onOpen={open} />}
          {titles.data && (
            <TitleHits hits={titles.data} onOpen={(biblio) => drawers.open({ kind: 'title', biblio })} />
          )}
        </div>
      )}
    </Drawer>
  );
}
