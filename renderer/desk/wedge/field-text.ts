/** A text field as it was before a scanner began to type into it. */
export interface FieldBefore {
  readonly field: HTMLInputElement | HTMLTextAreaElement;
  readonly value: string;
}

export function fieldBefore(target: EventTarget | null): FieldBefore | null {
  return target instanceof HTMLInputElement || target instanceof HTMLTextAreaElement
    ? { field: target, value: target.value }
    : null;
}

/** Takes out again what a scanner typed. */
export function putBack({ field, value }: FieldBefore): void {
  if (field.isConnected && field.value !== value) setText(field, value);
}

/** Types what had been held back, behind what the field holds. */
export function typeBehind({ field }: FieldBefore, text: string): void {
  if (field.isConnected) setText(field, field.value + text);
}

/** Through the element's own setter and with an event: the page's forms keep the value themselves. */
function setText(field: HTMLInputElement | HTMLTextAreaElement, value: string): void {
  const prototype = field instanceof HTMLInputElement ? HTMLInputElement : HTMLTextAreaElement;
  Object.getOwnPropertyDescriptor(prototype.prototype, 'value')?.set?.call(field, value);
  field.dispatchEvent(new Event('input', { bubbles: true }));
}
