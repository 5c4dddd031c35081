import { describe, expect, it } from 'vitest';
import { outcomeCodes } from '../../domain/outcome.ts';
import { outcomesEn } from '../../contract/locales/outcomes.en.ts';
import { outcomesVi } from '../../contract/locales/outcomes.vi.ts';
import { en } from './en.ts';
import { vi } from './vi.ts';

interface Tree {
  readonly [key: string]: string | Tree;
}

/** Every sentence by its path, plural forms folded into one: `loans.count_one` → `loans.count`. */
function sentences(tree: Tree, path = ''): readonly (readonly [string, string])[] {
  return Object.entries(tree).flatMap(([key, value]) => {
    const at = path === '' ? key : `${path}.${key}`;
    return typeof value === 'string' ? [[at, value] as const] : sentences(value, at);
  });
}

const withoutForm = (key: string): string => key.replace(/_(one|other)$/, '');
const holes = (text: string): readonly string[] => (text.match(/\{\{\w+\}\}/g) ?? []).toSorted();
const vietnamese = sentences(vi);
const english = new Map(sentences(en));

describe('the words', () => {
  it('have one file for each key: of two files with the same key the later would hide the earlier', () => {
    const files = import.meta.glob<Readonly<Record<string, object>>>('./vi/*.ts', { eager: true });
    const taken = new Map<string, string>();
    for (const [file, exported] of Object.entries(files))
      for (const key of Object.values(exported).flatMap((words) => Object.keys(words))) {
        expect([key, taken.get(key)]).toEqual([key, undefined]);
        taken.set(key, file);
        expect(Object.keys(vi), file).toContain(key);
      }
    expect(taken.size).toBeGreaterThan(10);
  });
});

describe('the two languages', () => {
  it('have the same sentences', () => {
    const inEnglish = new Set([...english.keys()].map(withoutForm));
    expect(new Set(vietnamese.map(([key]) => withoutForm(key)))).toEqual(inEnglish);
  });

  it('leave the same holes to fill', () => {
    for (const [key, text] of vietnamese)
      expect([key, holes(english.get(key) ?? '')]).toEqual([key, holes(text)]);
    for (const code of outcomeCodes)
      expect([code, holes(outcomesEn[code])]).toEqual([code, holes(outcomesVi[code])]);
  });

  it('leave nothing blank and store one spelling', () => {
    for (const [key, text] of [...vietnamese, ...english]) {
      expect(text.trim(), key).not.toBe('');
      expect(text, key).toBe(text.normalize('NFC'));
    }
  });

  it('have no machine-translated Vietnamese of the kind the glossary warns of', () => {
    const all = vietnamese.map(([, text]) => text.toLowerCase()).join('\n');
    for (const wrong of [
      'cho thuê',
      'người bảo trợ',
      'kiểm tra ra',
      'thanh toán ra',
      'vật phẩm',
      'tiền phạt',
    ]) {
      expect(all).not.toContain(wrong);
    }
  });
});
