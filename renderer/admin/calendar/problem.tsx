/** What is wrong with a part of the calendar. */
export function Problem({ text }: { readonly text: string | null }) {
  return text === null ? null : (
    <p className="field-problem" data-testid="calendar-fault">
      {text}
    </p>
  );
}
