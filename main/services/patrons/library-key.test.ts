import { statSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { testFolder } from '../../testing/folders.ts';
import { libraryKey, openLibraryKey, writeLibraryKey } from './library-key.ts';

const key = libraryKey(new Uint8Array(32).fill(1));
const other = libraryKey(new Uint8Array(32).fill(2));

describe('what is sealed', () => {
  it('opens with the same key only, and not when it was changed', () => {
    const sealed = key.seal('024090001234');
    expect(sealed).not.toContain('024090001234');
    expect(key.unseal(sealed)).toBe('024090001234');
    expect(other.unseal(sealed)).toBeNull();
    expect(key.unseal(`${sealed.slice(0, -2)}AA`)).toBeNull();
    expect(key.unseal('gì đó')).toBeNull();
  });

  it('never looks the same twice, while an alias always does', () => {
    expect(key.seal('x')).not.toBe(key.seal('x'));
    expect(key.alias('citizen-id', '024090001234')).toBe(key.alias('citizen-id', '024090001234'));
    expect(key.alias('citizen-id', '024090001234')).not.toBe(other.alias('citizen-id', '024090001234'));
    expect(key.alias('citizen-id', '1')).not.toBe(key.alias('old-card', '1'));
    expect(key.alias('citizen-id', '024090001234')).not.toContain('024090001234');
  });

  it('is kept in the station’s folder, for this user only', () => {
    const folder = testFolder();
    const sealed = openLibraryKey(folder).seal('x');
    expect(openLibraryKey(folder).unseal(sealed)).toBe('x');
    // Windows keeps no such bits: there the user's own folder is what keeps others out.
    const kept = process.platform === 'win32' ? 0o666 : 0o600;
    expect(statSync(join(folder, 'library.key')).mode & 0o777).toBe(kept);
    writeLibraryKey(folder, new Uint8Array(32).fill(1));
    expect(openLibraryKey(folder).unseal(key.seal('y'))).toBe('y');
  });
});
