import type {
  ClosingPreview,
  DrawerState,
  LongOverdue,
  PolicyOverview,
  PolicyPreview,
  ReportedTransfer,
  ShelvedHold,
  WhatIfAnswer,
} from '../../contract/workstation/admin.ts';
import type { CatalogueHit, PatronHit } from '../../contract/workstation/contract.ts';
import type { DeskPatron, TitleDetail } from '../../contract/workstation/desk.ts';
import type { ExceptionWork } from '../../contract/workstation/exceptions.ts';
import type { Calendar } from '../../domain/calendar/calendar.ts';
import type { CloseDays } from '../../domain/commands.ts';
import type { PolicySpace } from '../../domain/policy/impact.ts';
import { whatIf } from '../../domain/policy/impact.ts';
import type { PolicySet } from '../../domain/policy/policy.ts';
import type { SlipTemplate } from '../../domain/printing/template.ts';
import { titleDetail } from '../services/catalogue/title-detail.ts';
import { longOverdue } from '../services/circulation/long-overdue.ts';
import { patronPanel } from '../services/circulation/patron-panel.ts';
import { exceptionWorklist } from '../services/exceptions/worklist.ts';
import { holdShelf } from '../services/holds/hold-shelf.ts';
import { drawerState, reportedTransfers } from '../services/money/drawer-state.ts';
import { freeCard } from '../services/patrons/free-card.ts';
import { closingPreview, policyOverview, policyPreview } from '../services/policy/policy-admin.ts';
import type { ReaderContext } from '../services/reader-context.ts';
import { readerView } from '../services/reader-context.ts';
import { searchOver } from '../store/mirror/search.ts';

/** Everything that only reads. */
export interface ReaderVerbs {
  patronPanel(patron: string): DeskPatron | null;
  searchTitles(text: string): readonly CatalogueHit[];
  searchPatrons(text: string): readonly PatronHit[];
  title(biblio: string): TitleDetail | null;
  longOverdue(): readonly LongOverdue[];
  holdShelf(): readonly ShelvedHold[];
  exceptions(): readonly ExceptionWork[];
  freeCard(): string;
  drawer(): DrawerState;
  reportedTransfers(): readonly ReportedTransfer[];
  policyOverview(): PolicyOverview;
  policyPreview(draft: PolicySet): PolicyPreview;
  whatIf(set: PolicySet, space: PolicySpace): WhatIfAnswer;
  calendar(): Calendar;
  closingPreview(ask: Omit<CloseDays, 'do'>): ClosingPreview;
  templates(): readonly SlipTemplate[];
  /** Lets the mirror go, so that another file can take its place, and takes it up again. */
  detach(): void;
  attach(): void;
  close(): void;
}

export function readerVerbs(context: ReaderContext): Omit<ReaderVerbs, 'detach' | 'attach'> {
  const search = searchOver(context.db);
  return {
    patronPanel: (patron) => patronPanel(context, patron),
    searchTitles: search.titles,
    searchPatrons: search.patrons,
    title: (biblio) => titleDetail(context, biblio),
    longOverdue: () => longOverdue(context),
    holdShelf: () => holdShelf(context),
    exceptions: () => exceptionWorklist(context),
    freeCard: () => freeCard(context),
    drawer: () => drawerState(context),
    reportedTransfers: () => reportedTransfers(context),
    policyOverview: () => policyOverview(context),
    policyPreview: (draft) => policyPreview(context, draft),
    whatIf,
    calendar: () => readerView(context).calendar(context.library),
    closingPreview: (ask) => closingPreview(context, ask),
    templates: () => context.settings.templates(context.library),
    close: () => void context.db.close(),
  };
}
