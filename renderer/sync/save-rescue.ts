import type { StationApi } from '../connection/connect.ts';

export interface SavedRescue {
  readonly name: string;
  readonly facts: number;
  readonly unreadable: number;
  readonly damaged: boolean;
}

/** Has the browser save the unsent facts as a file. Rejects when the core does not give it to the end. */
export async function saveRescue(api: StationApi): Promise<SavedRescue> {
  let file: SavedRescue | null = null;
  const parts: string[] = [];
  for await (const part of await api.sync.rescue()) {
    if (part.type === 'file') file = part;
    else parts.push(part.text);
  }
  if (!file) throw new Error('No file came.');
  const address = URL.createObjectURL(new Blob(parts, { type: 'application/x-ndjson' }));
  const link = document.createElement('a');
  link.href = address;
  link.download = file.name;
  link.click();
  URL.revokeObjectURL(address);
  return file;
}
