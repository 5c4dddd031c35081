/** One `keydown`, as far as the wedge cares. */
export interface Stroke {
  /** Milliseconds of the event's own clock, so that a busy page cannot stretch a burst. */
  readonly at: number;
  readonly key: string;
  /** Physical key; empty when a program and not a keyboard made the key. */
  readonly code: string;
  readonly keyCode: number;
  readonly isComposing: boolean;
  readonly repeat: boolean;
  /** Ctrl, Alt or Meta was down. */
  readonly chord: boolean;
  /** `box`: the scan box had the focus, so characters also land in it. `field`: another text field. `page`: none. */
  readonly place: 'page' | 'box' | 'field';
}

/**
 * What a stroke is inside a burst. `ime`: the marks of a Vietnamese input method at work (it erases with
 * Backspace and types with made-up keys) or a letter no label carries. `control`: a control character.
 */
export type StrokeKind = 'character' | 'terminator' | 'modifier' | 'ime' | 'control' | 'other';

const modifiers = new Set(['Shift', 'CapsLock', 'NumLock', 'Control', 'Alt', 'Meta', 'AltGraph']);
const imeKeys = new Set(['Backspace', 'Process', 'Dead', 'Unidentified']);
/** `keyCode` of a key an input method took (229) and of a Unicode packet that a program sent (231, VK_PACKET). */
const imeKeyCodes = new Set([229, 231]);

export function strokeKind(stroke: Stroke): StrokeKind {
  const { key, code } = stroke;
  if (modifiers.has(key)) return 'modifier';
  const printable = [...key].length === 1;
  if (stroke.isComposing || imeKeyCodes.has(stroke.keyCode) || imeKeys.has(key)) return 'ime';
  if (stroke.chord) return printable ? 'control' : 'other';
  if (key === 'Enter' || key === 'Tab') return 'terminator';
  if (!printable) return 'other';
  return code === '' || !/^[\x20-\x7e]$/.test(key) ? 'ime' : 'character';
}

/** True for a key a hand or a scanner pressed, as opposed to one an input method made. */
export function isPhysical({ key, code }: Stroke): boolean {
  return code !== '' && key !== 'Backspace';
}
