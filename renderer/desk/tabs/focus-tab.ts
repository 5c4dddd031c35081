/** Puts the focus on the chosen tab once it is painted: the next Tab goes into what it shows. */
export function focusTab(): void {
  requestAnimationFrame(() => {
    document.querySelector<HTMLElement>(".tabs [role='tab'][aria-selected='true']")?.focus();
  });
}
