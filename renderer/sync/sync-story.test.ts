import { describe, expect, it } from 'vitest';
import type { SyncStatus } from '../../contract/workstation/station.ts';
import { namespaces, startLanguages } from '../i18n/start.ts';
import { pillWords, problemSentence, syncStory } from './sync-story.ts';

const t = startLanguages('vi').getFixedT('vi', namespaces);
const told = { t, language: 'vi', now: Date.parse('2026-11-22T14:00:00+07:00') };
const online: SyncStatus = {
  state: 'online',
  unsent: 0,
  oldestUnsentAt: null,
  freshAt: '2026-11-22T13:58:00+07:00',
  lastError: null,
  progress: null,
};

describe('the sync pill', () => {
  it('is quiet when all is sent', () => {
    expect(pillWords(told, online)).toEqual({ first: 'Đã gửi hết', second: 'cập nhật 2 phút trước' });
  });

  it('says at once that the province is out of reach and what waits', () => {
    const offline: SyncStatus = {
      ...online,
      state: 'offline',
      unsent: 3,
      oldestUnsentAt: '2026-11-22T13:48:00+07:00',
      lastError: 'LT-4101',
    };
    expect(pillWords(told, offline).first).toBe('Mất liên lạc tỉnh · 3 chờ gửi');
    expect(syncStory(told, offline).join(' ')).toContain('3 lượt đang chờ gửi; lượt cũ nhất: 12 phút trước.');
    expect(problemSentence(t, offline)).toContain('Vẫn mượn, trả bình thường');
  });

  it('never claims that all was sent before the province was ever met', () => {
    const never: SyncStatus = { ...online, state: 'never', freshAt: null };
    expect(pillWords(told, never).second).toBe('chưa cập nhật lần nào');
    expect(syncStory(told, never).join(' ')).not.toContain('Tỉnh đã nhận đủ');
  });

  it('shows how far the catalogue has come', () => {
    const catching: SyncStatus = { ...online, state: 'catching-up', progress: { done: 419, total: 1_000 } };
    expect(pillWords(told, catching).first).toBe('Đang tải danh mục 41%');
    const file = { ...catching, progress: { done: 45, total: 100, unit: 'bytes' as const } };
    expect(syncStory(told, file)[0]).toContain('Đang tải danh mục: 45%');
    expect(pillWords(told, { ...catching, progress: { done: 0, total: 0 } }).first).toBe('Đang tải danh mục');
  });
});
