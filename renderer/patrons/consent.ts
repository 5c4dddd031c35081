import type { Consent } from '../../domain/patrons/patron.ts';

/** Version of the text readers are shown: `docs/consent.md`. The core writes the same at registration. */
export const consentTextVersion = 'v1';

/** From this age on a child agrees together with the guardian; below, the guardian alone (Decree 13/2023 art. 20). */
const childAgrees = 7;
/** From this age on nobody else is asked: Law on Children 2016 art. 1. */
const childEnds = 16;

/** The two boxes of a purpose. */
export interface Agreement {
  readonly patron: boolean;
  readonly guardian: boolean;
}

/** Who has to agree for a reader of this age; without an age it is the reader. */
export function whoAgrees(age: number | null): Consent['agreed'] {
  if (age === null || age >= childEnds) return 'patron';
  return age < childAgrees ? 'guardian' : 'both';
}

/** Whether everybody who has to has agreed. */
export function agreedBy(who: Consent['agreed'], { patron, guardian }: Agreement): boolean {
  switch (who) {
    case 'patron':
      return patron;
    case 'guardian':
      return guardian;
    case 'both':
      return patron && guardian;
  }
}
