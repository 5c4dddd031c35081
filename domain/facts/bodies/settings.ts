import type { Calendar } from '../../calendar/calendar.ts';
import type { PolicySet } from '../../policy/policy.ts';
import type { SlipTemplate } from '../../printing/template.ts';

/** A new version; the one before stays, for the loans made under it. */
export interface PolicySaved {
  readonly set: PolicySet;
}

export interface CalendarSaved {
  readonly calendar: Calendar;
  readonly note: string;
}

export interface TemplateSaved {
  readonly template: SlipTemplate;
}
