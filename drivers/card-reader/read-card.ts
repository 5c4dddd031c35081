import type { Card } from '../transport/pcsc.ts';
import { getUid, readAnswer, readPages } from './apdu.ts';
import type { CardContent } from './config.ts';
import { areaBytes, readNdefText } from './ndef.ts';
import { formatUid } from './uid-format.ts';

/**
 * `gone` it was taken away while it was read · `refused` it does not answer this command (`detail`: its status word) ·
 * `empty` there is no number where the site says it stands.
 */
export type CardRead =
  | { readonly ok: true; readonly text: string }
  | { readonly ok: false; readonly failure: 'gone' | 'refused' | 'empty'; readonly detail: string | null };

/** What a Type 2 tag answers to one read. */
const readBytes = 16;
const pageBytes = 4;
const containerPage = 3;
const firstDataPage = 4;

/** NTAG216, the largest in use. */
const largestArea = 888;

/** The card's number as the site set it up. Never rejects. */
export async function readCard(card: Card, content: CardContent): Promise<CardRead> {
  try {
    switch (content.kind) {
      case 'uid': {
        const uid = readAnswer(await card.transmit(getUid));
        if (!uid.ok) return failed('refused', uid.status);
        return uid.data.length === 0 ? failed('empty') : found(formatUid(uid.data, content.format));
      }
      case 'ndef':
        return await readNdef(card);
      case 'pages': {
        const bytes = await readArea(card, content.firstPage, content.bytes);
        if (!(bytes instanceof Uint8Array)) return bytes;
        return found(content.as === 'hex' ? Buffer.from(bytes).toString('hex').toUpperCase() : textOf(bytes));
      }
    }
  } catch {
    return failed('gone');
  }
}

async function readNdef(card: Card): Promise<CardRead> {
  const container = await readArea(card, containerPage, pageBytes);
  if (!(container instanceof Uint8Array)) return container;
  const size = areaBytes(container);
  if (size === null) return failed('empty');
  const area = await readArea(card, firstDataPage, Math.min(size, largestArea));
  if (!(area instanceof Uint8Array)) return area;
  const text = readNdefText(area);
  return text === null ? failed('empty') : found(text);
}

async function readArea(card: Card, firstPage: number, bytes: number): Promise<Uint8Array | CardRead> {
  const area = new Uint8Array(bytes);
  for (let at = 0; at < bytes; at += readBytes) {
    const length = Math.min(readBytes, bytes - at);
    const answer = readAnswer(await card.transmit(readPages(firstPage + at / pageBytes, length)));
    if (!answer.ok) return failed('refused', answer.status);
    if (answer.data.length < length) return failed('refused');
    area.set(answer.data.subarray(0, length), at);
  }
  return area;
}

function textOf(bytes: Uint8Array): string {
  const end = bytes.indexOf(0);
  const text = new TextDecoder().decode(end === -1 ? bytes : bytes.subarray(0, end));
  return text.normalize('NFC').trim();
}

function found(text: string): CardRead {
  return text === '' ? failed('empty') : { ok: true, text };
}

function failed(failure: 'gone' | 'refused' | 'empty', detail: string | null = null): CardRead {
  return { ok: false, failure, detail };
}
