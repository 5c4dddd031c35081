/** `safeStorage` of one user; texts of another do not decrypt. */
export class MockSafeStorage {
  available = true;
  backend: 'basic_text' | 'gnome_libsecret' | 'unknown' = 'gnome_libsecret';

  isAsyncEncryptionAvailable(): Promise<boolean> {
    return Promise.resolve(this.available);
  }

  getSelectedStorageBackend(): 'basic_text' | 'gnome_libsecret' | 'unknown' {
    return this.backend;
  }

  encryptStringAsync(text: string): Promise<Buffer> {
    return Promise.resolve(Buffer.from(Buffer.from(`mine:${text}`).toString('hex')));
  }

  decryptStringAsync(encrypted: Buffer): Promise<{ shouldReEncrypt: boolean; result: string }> {
    const text = Buffer.from(encrypted.toString(), 'hex').toString();
    if (!text.startsWith('mine:')) return Promise.reject(new Error('Error while decrypting the ciphertext'));
    return Promise.resolve({ shouldReEncrypt: false, result: text.slice('mine:'.length) });
  }
}
