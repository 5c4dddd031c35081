import { useCallback, useState } from 'react';
import type { PaperReading, RegistrationAnswer } from '../../contract/workstation/patrons.ts';
import type { Patron } from '../../domain/patrons/patron.ts';
import type { Reason } from '../../domain/outcome.ts';
import type { PatronCategory } from '../../domain/policy/policy.ts';
import { useToday } from '../connection/queries.ts';
import type { ActAnswer } from '../forms/use-act.ts';
import { noAnswer } from '../forms/use-act.ts';
import { usePage } from '../ui/page-context.tsx';
import type { FormField, RegisterForm } from './register-form.ts';
import {
  ageOf,
  categoryFor,
  emptyForm,
  fieldProblem,
  formFields,
  registrationOf,
  withPaper,
} from './register-form.ts';

type Problem = Extract<RegistrationAnswer, { readonly ok: false }>['problems'][number];
type Problems = readonly Problem[];

/** The registration form: what is in it, what is wrong with it, and what a scan put there. */
export interface RegistrationState {
  readonly form: RegisterForm;
  readonly age: number | null;
  readonly today: string;
  /** True while the category is the one that goes with the age, and nobody has chosen another. */
  readonly categorySuggested: boolean;
  readonly paper: PaperReading | null;
  readonly reading: boolean;
  readonly saving: boolean;
  /** What the core says of the form as a whole. */
  readonly general: readonly Reason[];
  /** Set when the core gave no answer. */
  readonly failure: ActAnswer | null;
  problemOf(field: FormField): Reason | null;
  change(changes: Partial<RegisterForm>): void;
  /** A field was left: says at once what is wrong with it. */
  leave(field: FormField): void;
  /** Reads a paper into the form: a text, or the paper of a row. */
  read(source: { readonly text: string } | { readonly row: string }): Promise<void>;
  /** Takes back what the last paper filled in; null when there is nothing to take back. */
  readonly putBack: (() => void) | null;
  /** The new reader; or null, and the fields say why. */
  save(): Promise<Patron | null>;
}

export function useRegistration(freeCard: string, categories: readonly PatronCategory[]): RegistrationState {
  const { connection } = usePage();
  const { api } = connection;
  const today = useToday();
  const [form, setForm] = useState<RegisterForm>(emptyForm);
  const [problems, setProblems] = useState<Problems>([]);
  const [touched, setTouched] = useState<readonly string[]>([]);
  const [failure, setFailure] = useState<ActAnswer | null>(null);
  const [paper, setPaper] = useState<PaperReading | null>(null);
  const [before, setBefore] = useState<RegisterForm | null>(null);
  const [reading, setReading] = useState(false);
  const [saving, setSaving] = useState(false);

  const age = ageOf(form, today);
  const suggested = categoryFor(categories, age) ?? '';
  const shown: RegisterForm = {
    ...form,
    category: touched.includes('category') ? form.category : suggested,
    card: touched.includes('card') ? form.card : freeCard,
  };

  const settle = (field: FormField, problem: Reason | null): void =>
    setProblems((all) => [
      ...all.filter((known) => known.field !== field),
      ...(problem ? [{ field, reason: problem }] : []),
    ]);
  const change = (changes: Partial<RegisterForm>): void => {
    setTouched((all) => [...all, ...Object.keys(changes)]);
    setForm((old) => ({ ...old, ...changes }));
    // A field that is being mended is not wrong any more until it is left again.
    setProblems((all) => all.filter(({ field }) => field !== null && !(field in changes)));
  };
  const read = useCallback<RegistrationState['read']>(
    async (source) => {
      setReading(true);
      try {
        const answer = await api.patrons.readPaper(source);
        setPaper(answer);
        if (answer.kind === 'other' || answer.kind === 'unreadable') return;
        setForm((old) => {
          setBefore(old);
          return withPaper(old, answer);
        });
        setProblems([]);
      } catch {
        setPaper(null);
        setFailure(noAnswer(connection));
      } finally {
        setReading(false);
      }
    },
    [api, connection],
  );
  const save = async (): Promise<Patron | null> => {
    if (saving) return null;
    const found = formFields.flatMap((field): Problems => {
      const problem = fieldProblem(field, shown, today);
      return problem ? [{ field, reason: problem }] : [];
    });
    setProblems(found);
    setFailure(null);
    if (found.length > 0) return null;
    setSaving(true);
    try {
      const answer = await api.patrons.register(registrationOf(shown, today));
      if (answer.ok) return answer.patron;
      setProblems(answer.problems);
    } catch {
      setFailure(noAnswer(connection));
    } finally {
      setSaving(false);
    }
    return null;
  };
  return {
    form: shown,
    age,
    today,
    categorySuggested: !touched.includes('category') && suggested !== '',
    paper,
    reading,
    saving,
    general: problems
      .filter(({ field }) => field === null || !isFormField(field))
      .map((known) => known.reason),
    failure,
    problemOf: (name) => problems.find(({ field }) => field === name)?.reason ?? null,
    change,
    leave: (field) => settle(field, fieldProblem(field, shown, today)),
    read,
    putBack:
      before &&
      (() => {
        setForm(before);
        setBefore(null);
        setPaper(null);
      }),
    save,
  };
}

function isFormField(field: string): field is FormField {
  return formFields.some((known) => known === field);
}
