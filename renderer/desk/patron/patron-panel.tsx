import {
  IconArchive,
  IconBooks,
  IconClockExclamation,
  IconId,
  IconMessagePlus,
  IconUserEdit,
  IconUserPlus,
} from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { DeskPatron } from '../../../contract/workstation/desk.ts';
import { usePatron } from '../../connection/queries.ts';
import { namespaces } from '../../i18n/start.ts';
import { DataAgeLine } from '../../sync/data-age-line.tsx';
import { ActButton } from '../../ui/act-button.tsx';
import type { DeskAct } from '../keys/presets.ts';
import { LoanMeter } from './loan-meter.tsx';
import { MessageForm } from './message-form.tsx';
import type { KnownBlock } from './patron-block.tsx';
import { PatronBlock } from './patron-block.tsx';
import { Messages } from './messages.tsx';
import { PatronMoney } from './patron-money.tsx';
import { PatronWho } from './patron-who.tsx';
import './patron-panel.css';

interface PatronPanelProps {
  readonly acts: Readonly<Record<DeskAct, () => void>>;
  /** True while a message for this reader is being written. */
  readonly isWriting: boolean;
  readonly onWritten: () => void;
}

/** The reader at the desk: who, what stands in the way, how many loans, what is owed, and what can be done. */
export function PatronPanel(props: PatronPanelProps) {
  const { t } = useTranslation(namespaces);
  const open = usePatron().data ?? null;
  return (
    <section
      className="panel patron"
      // Focusable so that it can be scrolled by keyboard when the text is large.
      tabIndex={0}
      aria-labelledby="patron-title"
      data-testid="patron-panel"
      data-open={open !== null}
    >
      <h2 id="patron-title" className="heading">
        {t('patron.title')}
      </h2>
      {open ? <OpenPatron key={open.patron.id} open={open} {...props} /> : <NoPatron acts={props.acts} />}
    </section>
  );
}

function NoPatron({ acts }: Pick<PatronPanelProps, 'acts'>) {
  const { t } = useTranslation(namespaces);
  return (
    <div className="teach" data-testid="patron-empty">
      <span className="patron-placeholder">
        <IconId aria-hidden size="2.4rem" stroke={1.4} />
      </span>
      <strong>{t('patron.empty.title')}</strong>
      <p>{t('patron.empty.text')}</p>
      <div className="patron-first">
        <button type="button" className="link" data-testid="patron-search" onClick={acts.search}>
          {t('patron.empty.search')}
        </button>
        <ActButton
          act="register"
          variant="light"
          icon={<IconUserPlus aria-hidden size="1.15rem" stroke={1.8} />}
          onClick={acts.register}
        >
          {t('patron.register')}
        </ActButton>
      </div>
    </div>
  );
}

function OpenPatron({ open, acts, isWriting, onWritten }: PatronPanelProps & { readonly open: DeskPatron }) {
  const { t } = useTranslation(namespaces);
  const { patron, loans, maxLoans, blocks, messages, holds } = open;
  const overdue = loans.filter((loan) => loan.overdue).length;
  const inRoom = loans.filter(({ loan }) => loan.use === 'reading-room').length;
  const ready = holds.filter(({ hold }) => hold.state.status === 'waiting').length;
  return (
    <div className="patron-open">
      <PatronWho open={open} />
      <DataAgeLine />
      {/* At the largest text a small screen shows little more than this. */}
      {blocks.map((block) => (
        <PatronBlock key={block.reason.code} block={block} onCure={(code) => acts[cures[code]]()} />
      ))}
      <Messages messages={messages} />
      <LoanMeter count={loans.length - inRoom} max={maxLoans} mayBorrow={blocks.length === 0} />
      <ul className="patron-facts">
        <li className={overdue > 0 ? 'patron-fact-some' : undefined} data-testid="patron-overdue">
          {overdue > 0 && <IconClockExclamation aria-hidden size="1.15rem" />}
          {overdue > 0 ? t('patron.overdue', { count: overdue }) : t('patron.noOverdue')}
        </li>
        {inRoom > 0 && (
          <li data-testid="patron-in-room">
            <IconBooks aria-hidden size="1.15rem" />
            {t('patron.inRoom', { count: inRoom })}
          </li>
        )}
        {ready > 0 && (
          <li className="patron-fact-some" data-testid="patron-ready">
            <IconArchive aria-hidden size="1.15rem" />
            {t('patron.ready', { count: ready })}
          </li>
        )}
      </ul>
      <PatronMoney open={open} onPay={acts.pay} onDeposit={acts.deposit} />
      <div className="patron-acts">
        <ActButton
          act="reader"
          size="xs"
          icon={<IconUserEdit aria-hidden size="1.1rem" stroke={1.8} />}
          onClick={acts.reader}
        >
          {t('patron.edit')}
        </ActButton>
        <ActButton
          act="message"
          size="xs"
          icon={<IconMessagePlus aria-hidden size="1.1rem" stroke={1.8} />}
          onClick={acts.message}
        >
          {t('patron.message')}
        </ActButton>
      </div>
      {isWriting && (
        <MessageForm
          about={{ kind: 'patron', patron: patron.id }}
          label={t('patron.messageText')}
          untilLabel={t('patron.messageDay')}
          saveLabel={t('patron.messageSave')}
          autoFocus
          onClose={onWritten}
        />
      )}
    </div>
  );
}

/** What mends each kind of block. */
const cures: Readonly<Record<KnownBlock, DeskAct>> = {
  'LT-1201': 'reader',
  'LT-1202': 'reader',
  'LT-1209': 'reader',
  'LT-1213': 'pay',
  'LT-1214': 'pay',
  'LT-1215': 'renewAll',
};
