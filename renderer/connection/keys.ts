import type { PolicySpace } from '../../domain/policy/impact.ts';
import type { PolicySet } from '../../domain/policy/policy.ts';

/** Names of what the page knows of the core, for the query cache. */
export const keys = {
  info: ['info'],
  rows: ['rows'],
  patron: ['patron'],
  devices: ['devices'],
  sync: ['sync'],
  slips: ['slips'],
  deviceSettings: ['device-settings'],
  trial: ['trial'],
  detected: ['detected'],
  unwrittenTags: ['unwritten-tags'],
  drawer: ['drawer'],
  reported: ['reported'],
  shelf: ['shelf'],
  exceptions: ['exceptions'],
  longOverdue: ['long-overdue'],
  policy: ['policy'],
  policyPreview: (set: PolicySet) => ['policy-preview', set] as const,
  whatIf: (question: { readonly set: PolicySet; readonly space: PolicySpace }) =>
    ['what-if', question] as const,
  closing: (from: string, to: string, name: string) => ['closing', from, to, name] as const,
  templatePreview: (kind: string, text: string) => ['template-preview', kind, text] as const,
  calendar: ['calendar'],
  templates: ['templates'],
  freeCard: ['free-card'],
  training: ['training'],
  samples: ['samples'],
  slipImage: (slip: string) => ['slip-image', slip] as const,
  titleDetails: ['title'],
  title: (biblio: string) => ['title', biblio] as const,
  titles: (text: string) => ['titles', text] as const,
  readers: (text: string) => ['readers', text] as const,
} as const;
