/** What a page can ask of a folder that is no station yet, and a station's facts as a file. */
import { eventIterator, oc, type } from '@orpc/contract';
import { z } from 'zod';
import type { Reason } from '../../domain/outcome.ts';
import type { StationEvent } from './station.ts';

const enrolInputSchema = z.object({
  /** `https://…` of the province. */
  province: z.url({ protocol: /^https?$/ }).max(300),
  /** As typed. */
  code: z.string().max(64),
  /** The certificate that a person has compared, `ABCD-EF01-2345-6789`; null while nobody has. */
  fingerprint: z.string().max(64).nullable(),
});
export type EnrolInput = z.infer<typeof enrolInputSchema>;

export type SetUpAnswer =
  | {
      readonly kind: 'enrolled';
      readonly station: string;
      readonly desk: string;
      readonly library: string;
      /** The key lies in a file that anyone with this user's rights can read. */
      readonly exposed: boolean;
    }
  /** A certificate that this computer does not know: a person compares its fingerprint. */
  | { readonly kind: 'compare'; readonly fingerprint: string }
  | { readonly kind: 'refused'; readonly reason: Reason };

/** A piece of a rescue file: first what it is, then its text. */
export type RescuePart =
  | {
      readonly type: 'file';
      readonly name: string;
      readonly facts: number;
      /** Entries of the journal that are known to be missing. */
      readonly unreadable: number;
      /** Something is wrong with the journal: what is whole of it is in the file. */
      readonly damaged: boolean;
    }
  | { readonly type: 'text'; readonly text: string };

/** All that is served where there is no station yet; its one event is `set-up`. */
export const setUpContract = {
  station: { events: oc.output(eventIterator(type<StationEvent>())) },
  setUp: {
    enrol: oc.input(enrolInputSchema).output(type<SetUpAnswer>()),
    /** The person has read what the folder has become: the station starts in place of this. */
    begin: oc.output(type<void>()),
  },
};
