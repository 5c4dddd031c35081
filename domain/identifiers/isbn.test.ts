import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readIsbn, readIsbnField, readIssn } from './isbn.ts';
import file from './isbn.vectors.json' with { type: 'json' };

describe('readIsbn', () => {
  it.each(file.commons.valid)('takes %s', (text) => {
    expect(readIsbn(text)).toMatchObject({ ok: true });
  });

  it.each(file.commons.invalid)('refuses "%s"', (text) => {
    expect(readIsbn(text)).toMatchObject({ ok: false });
  });

  it.each([
    ['0-201-63385-X', '9780201633856', '020163385X'],
    ['9780201633856', '9780201633856', '020163385X'],
    ['ISBN 978-604-1-00001-8', '9786041000018', '6041000019'],
    ['ISBN-10: 0 201 63385 x', '9780201633856', '020163385X'],
    ['978\u20110\u2011201\u201163385\u20116', '9780201633856', '020163385X'],
    ['9791090636071', '9791090636071', null],
    // A price or an issue behind the barcode: zxing blackbox upcean-extension-1/1.
    ['978073520044951299', '9780735200449', '0735200440'],
    ['9780735200449 51299', '9780735200449', '0735200440'],
  ])('%s → %s, %s', (text, isbn13, isbn10) => {
    expect(readIsbn(text)).toEqual({ ok: true, isbn13, isbn10 });
  });

  it.each([
    ['check-digit', '9780201633857'],
    ['check-digit', '0201633850'],
    ['not-an-isbn', '9771699057002'],
    ['not-an-isbn', '9790060115615'],
    ['not-an-isbn', '9780201633856 (pbk.)'],
  ])('%s: %s', (fault, text) => {
    expect(readIsbn(text)).toEqual({ ok: false, fault });
  });

  it('finds every wrong digit and goes from ten digits to thirteen and back', () => {
    const digits = fc.stringMatching(/^\d{9}$/);
    fc.assert(
      fc.property(digits, fc.nat(9), fc.nat(8), (core, wrong, place) => {
        const candidates = [...'0123456789X'].map((check) => readIsbn(core + check));
        const [only, ...others] = candidates.filter(({ ok }) => ok);
        expect(others).toEqual([]);
        if (!only?.ok) throw new Error('One check digit fits.');
        expect(readIsbn(only.isbn13)).toEqual(only);
        const spoilt = only.isbn13.slice(0, place + 3) + String(wrong) + only.isbn13.slice(place + 4);
        expect(readIsbn(spoilt).ok).toBe(spoilt === only.isbn13);
      }),
    );
  });
});

describe('readIsbnField', () => {
  it.each(file.marc020.cases)('$raw', ({ raw, isbn13 }) => {
    const reading = readIsbnField(raw);
    expect(reading.ok ? reading.isbn13 : null).toBe(isbn13);
  });
});

describe('readIssn', () => {
  it.each(file.marc022.cases)('$raw', ({ raw, valid }) => {
    expect(readIssn(raw).ok).toBe(valid);
  });

  it.each([
    ['9771699057002', '1699-0579'],
    ['977169905700201', '1699-0579'],
    ['issn 0172-858x', '0172-858X'],
    ['00280836', '0028-0836'],
  ])('%s → %s', (text, issn) => {
    expect(readIssn(text)).toEqual({ ok: true, issn });
  });

  it.each([
    ['check-digit', '9771699057003'],
    ['check-digit', '0028-0837'],
    ['not-an-issn', '0028-08'],
    ['not-an-issn', '9780201633856'],
  ])('%s: %s', (fault, text) => {
    expect(readIssn(text)).toEqual({ ok: false, fault });
  });
});
