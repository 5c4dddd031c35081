import { useLayoutEffect, useRef, useState } from 'react';
import type { DeskRow } from '../../../contract/workstation/desk.ts';
import { useSettings } from '../../ui/page-context.tsx';
import { DeskRowView } from './desk-row-view.tsx';
import { interleaved } from './interleaved.ts';
import { NoticeView } from './notice-view.tsx';
import type { Notice } from './notices.ts';
import { keyedRows } from './question.ts';
import { depthOf, rowsInPage } from './rows-in-page.ts';

interface RowsListProps {
  readonly rows: readonly DeskRow[];
  readonly local: readonly Notice[];
}

/** The rows and notices, newest on top. Those far below are in the page once somebody scrolls down to them. */
export function RowsList({ rows, local }: RowsListProps) {
  const [{ textSize }] = useSettings();
  const list = useRef<HTMLOListElement>(null);
  const isScrolled = useRef(false);
  const [depth, setDepth] = useState(() => depthOf(0, 0, textSize));
  const keyed = keyedRows(rows);
  // Staff who scrolled down to read must still see what they scan next.
  const newest = `${rows[0]?.id ?? ''}${local[0]?.id ?? ''}`;
  useLayoutEffect(() => {
    // Scrolling a list that is at its top would have the whole page laid out once more at every scan.
    if (newest !== '' && isScrolled.current) list.current?.scrollTo({ top: 0 });
  }, [newest]);
  const onScroll = (element: HTMLElement): void => {
    const { scrollTop, clientHeight } = element;
    isScrolled.current = scrollTop > 0;
    const wanted = depthOf(scrollTop + clientHeight, clientHeight, textSize);
    // A row with the focus does not go: the next Tab would start at the top of the page.
    const hasFocus = element.contains(document.activeElement);
    setDepth((now) => (hasFocus ? Math.max(now, wanted) : wanted));
  };
  return (
    // Focusable so that the list can be scrolled by keyboard.
    <ol
      ref={list}
      className="rows-list"
      tabIndex={0}
      aria-labelledby="rows-title"
      data-testid="desk-rows"
      onScroll={(event) => onScroll(event.currentTarget)}
    >
      {rowsInPage(interleaved(rows, local), depth, [keyed.question, keyed.handover]).map((entry) =>
        'unseen' in entry ? (
          <li key={entry.id} aria-hidden style={{ height: `${entry.rem}rem` }} />
        ) : 'what' in entry ? (
          <NoticeView key={entry.id} notice={entry} />
        ) : (
          <DeskRowView
            key={entry.id}
            row={entry}
            hasKeys={entry.id === keyed.question}
            isWaiting={keyed.handover !== null && entry.state === 'pending'}
            waiting={entry.id === keyed.handover ? keyed.waiting : 0}
          />
        ),
      )}
    </ol>
  );
}
