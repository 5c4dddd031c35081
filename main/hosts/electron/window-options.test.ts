import { describe, expect, it } from 'vitest';
import { deskWindowOptions, pagePreferences } from './window-options.ts';

describe('what the page may do', () => {
  it('is nothing but show itself', () => {
    expect(pagePreferences({ preload: '/bundle/preload.cjs', packaged: true })).toStrictEqual({
      preload: '/bundle/preload.cjs',
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      nodeIntegrationInWorker: false,
      nodeIntegrationInSubFrames: false,
      webSecurity: true,
      allowRunningInsecureContent: false,
      experimentalFeatures: false,
      webviewTag: false,
      plugins: false,
      navigateOnDragDrop: false,
      spellcheck: false,
      devTools: false,
    });
  });

  it('includes developer tools only where the program is built', () => {
    expect(pagePreferences({ preload: '', packaged: false }).devTools).toBe(true);
  });
});

describe('the desk window', () => {
  it('has those preferences and stays hidden until it can be shown', () => {
    const settings = { preload: '/bundle/preload.cjs', packaged: true };
    expect(deskWindowOptions(settings)).toMatchObject({
      show: false,
      webPreferences: pagePreferences(settings),
    });
  });
});
