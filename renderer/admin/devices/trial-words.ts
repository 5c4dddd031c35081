import type { TagSeen, TrialEvent } from '../../../contract/devices/drivers.ts';
import { classifyScan } from '../../../domain/identifiers/classify.ts';
import { commandPrefix } from '../../../domain/identifiers/commands.ts';
import { defaultCodePatterns } from '../../../domain/identifiers/default-patterns.ts';
import type { Translate } from '../../i18n/start.ts';
import { reasonSentence, splitSentence } from '../../format/reasons.ts';

interface TrialWords {
  readonly what: string;
  /** What was received, as it was received. */
  readonly told: string;
  /** What it was taken for. */
  readonly as: string;
}

/** What a device on trial did, in words. A person's card is named, never shown. */
export function trialWords(
  t: Translate,
  event: Exclude<TrialEvent, { readonly type: 'device' }>,
  today: string,
): TrialWords {
  switch (event.type) {
    case 'scan': {
      const what = t('deviceSetup.trial.scan');
      if (!event.frame.ok)
        return {
          what: t('deviceSetup.trial.unreadable'),
          told: t('deviceSetup.trial.bytesOnly', { count: event.frame.bytes }),
          as: splitSentence(reasonSentence(t, { code: event.frame.code, params: {} })).head,
        };
      const { text, symbology } = event.frame;
      const { kind } = classifyScan(text, { ...defaultCodePatterns, commandPrefix, today, parents: true });
      const isPersonal = kind === 'citizen-card' || kind === 'health-card';
      const as = [t(`deviceSetup.trial.scanKind.${kind}`), symbology === null ? '' : `]${symbology}`];
      return { what, told: isPersonal ? '•••' : text, as: as.filter(Boolean).join(' · ') };
    }
    case 'tag':
      return {
        what: t('deviceSetup.trial.tag'),
        told: event.tag.code ?? event.tag.address,
        as: tagWords(t, event.tag),
      };
    case 'tags-left':
      return {
        what: '',
        told: t('deviceSetup.trial.left', { addresses: event.addresses.join(', ') }),
        as: '',
      };
    case 'gate':
      return gateWords(t, event.event);
    case 'passage':
      return {
        what: '',
        told: t('deviceSetup.trial.passage'),
        as: t(`deviceSetup.trial.direction.${event.direction}`),
      };
  }
}

function tagWords(t: Translate, { kind, owner, part, security, address }: TagSeen): string {
  return [
    t(`deviceSetup.trial.tagKind.${kind}`),
    part && part.total > 1 ? t('deviceSetup.trial.part', part) : '',
    owner === null ? '' : t('deviceSetup.trial.owner', { owner }),
    security === null ? '' : t(`deviceSetup.trial.tagSecurity.${security}`),
    address,
  ]
    .filter(Boolean)
    .join(' · ');
}

function gateWords(t: Translate, event: Extract<TrialEvent, { readonly type: 'gate' }>['event']): TrialWords {
  switch (event.kind) {
    case 'alarm': {
      const items = event.items
        .map(({ code, address }) => code ?? address ?? t('deviceSetup.trial.alarmNobody'))
        .join(', ');
      return {
        what: '',
        told: t('deviceSetup.trial.alarm', { items: items || t('deviceSetup.trial.alarmNobody') }),
        as: event.direction === null ? '' : t(`deviceSetup.trial.direction.${event.direction}`),
      };
    }
    case 'counts':
      return { what: '', told: t('deviceSetup.trial.counts', { in: event.in, out: event.out }), as: '' };
    case 'missed':
      return { what: '', told: t('deviceSetup.trial.missed'), as: '' };
  }
}
