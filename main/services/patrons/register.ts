import { randomUUIDv7 } from 'node:crypto';
import type { RegisterPatron } from '../../../domain/commands.ts';
import { categoryOf, cardValidity } from '../../../domain/patrons/register.ts';
import { readBirthDate, readFullName } from '../../../domain/identifiers/contact.ts';
import { normaliseCode } from '../../../domain/identifiers/scan.ts';
import { isLegalGround } from '../../../domain/money/legal-grounds.ts';
import type { Reason } from '../../../domain/outcome.ts';
import { reason } from '../../../domain/outcome.ts';
import type { Patron } from '../../../domain/patrons/patron.ts';
import type { Registration, RegistrationAnswer } from '../../../contract/workstation/patrons.ts';
import { perform } from '../circulation/perform.ts';
import type { ActAnswer } from '../circulation/row-content.ts';
import type { DeskContext } from '../desk-context.ts';
import { viewNow } from '../desk-context.ts';
import type { LibraryKey } from './library-key.ts';
import { readContact } from './read-contact.ts';
import type { SealedContact } from './sealed-contact.ts';
import { sealContact } from './sealed-contact.ts';

/** A registration as it was answered, and the act it made when it went through. */
export interface Registered {
  readonly answer: RegistrationAnswer;
  readonly act: ActAnswer | null;
}

type Problem = Extract<RegistrationAnswer, { readonly ok: false }>['problems'][number];

/** Version of the consent text shown at registration: `docs/consent.md`. */
const consentText = 'v1';

/** Reads the form, seals what identifies the reader, and registers. Nothing is half saved. */
export function register(context: DeskContext, key: LibraryKey, form: Registration): Registered {
  const read = readForm(context, form);
  if (read.problems.length > 0) return { answer: { ok: false, problems: read.problems }, act: null };
  const command = commandOf(context, key, form, read);
  const act = perform(context, command);
  if (act.row.state === 'refused' || act.row.state === 'question') {
    const problems = act.row.findings.map((finding) => ({
      field: fieldOf(finding.reason),
      reason: finding.reason,
    }));
    return { answer: { ok: false, problems }, act: null };
  }
  const said = act.row.findings.map((finding) => finding.reason);
  return { answer: { ok: true, patron: command.patron, said }, act };
}

interface ReadForm {
  readonly name: string;
  readonly birthDate: string | null;
  readonly contact: SealedContact;
  readonly problems: readonly Problem[];
}

function readForm({ clock }: DeskContext, form: Registration): ReadForm {
  const problems: Problem[] = [];
  const name = readFullName(form.name);
  if (!name.ok) problems.push({ field: 'name', reason: reason('LT-1801', { fault: name.fault }) });
  const birth = form.birthDate.trim() === '' ? null : readBirthDate(form.birthDate, clock.today());
  if (birth && !birth.ok)
    problems.push({ field: 'birthDate', reason: reason('LT-1802', { fault: birth.fault }) });
  const read = readContact(form);
  problems.push(...read.problems);
  if (form.exemption !== null && !isLegalGround(form.exemption))
    problems.push({ field: 'exemption', reason: reason('LT-1709') });
  return {
    name: name.ok ? name.value : '',
    birthDate: birth?.ok ? birth.value : null,
    contact: read.contact,
    problems,
  };
}

function commandOf(
  context: DeskContext,
  key: LibraryKey,
  form: Registration,
  read: ReadForm,
): RegisterPatron {
  const { clock, actor, library } = context;
  const view = viewNow(context);
  const at = clock.now();
  const category = categoryOf(view.policySet(), form.category);
  const patron: Patron = {
    id: randomUUIDv7(),
    library,
    card: normaliseCode(form.card),
    name: read.name,
    category: form.category,
    expires: category ? cardValidity(category, clock.today()) : clock.today(),
    birthDate: read.birthDate,
    cardLost: false,
    block: null,
    guarantor: form.guarantor,
    exemptions:
      form.exemption === null
        ? []
        : [{ ground: form.exemption, seenAt: at, seenBy: actor, until: 'endless' }],
    consents: form.consents.map(({ purpose, agreed }) => ({
      purpose,
      granted: true,
      text: consentText,
      at,
      by: actor,
      agreed,
    })),
    aliases: read.contact.citizenId === '' ? [] : [key.alias('citizen-id', read.contact.citizenId)],
    sealed: sealContact(key, read.contact),
  };
  return {
    do: 'register-patron',
    patron,
    guardianGiven: read.contact.guardianName !== '',
    feeCharge: `${patron.id}/card`,
  };
}

/** Which field of the form a refusal of the domain belongs to. */
function fieldOf({ code }: Reason): keyof Registration | null {
  switch (code) {
    case 'LT-1801':
      return 'name';
    case 'LT-1802':
      return 'birthDate';
    case 'LT-1803':
    case 'LT-1814':
      return 'card';
    case 'LT-1805':
    case 'LT-1816':
      return 'guarantor';
    case 'LT-1808':
      return 'category';
    case 'LT-1809':
      return 'citizenId';
    default:
      return null;
  }
}
