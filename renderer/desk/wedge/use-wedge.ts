import type { RefObject } from 'react';
import { useEffect } from 'react';
import { reason } from '../../../domain/outcome.ts';
import { usePage } from '../../ui/page-context.tsx';
import type { NoticeContent } from '../rows/notices.ts';
import { listenForWedge } from './listen.ts';
import type { WedgeEffect } from './machine.ts';
import type { WedgeOptions, WedgeProblem } from './run.ts';

/** Shortest code a label carries here. */
const minLength = 4;

/** A keyboard scanner works wherever the focus is; what a person types without a field goes into the scan box. */
export function useWedge(box: RefObject<HTMLInputElement | null>, onScan: (text: string) => void): void {
  const { settings, notices } = usePage();
  useEffect(() => {
    const onEffect = (effect: WedgeEffect): void => {
      switch (effect.type) {
        case 'scan':
          if (effect.place === 'box') takeOut(box.current, effect.text);
          onScan(effect.text);
          return;
        case 'rejected':
          if (effect.place === 'box' && box.current) box.current.value = '';
          notices.add(noticeOf(effect.problem));
          return;
        case 'typed':
          if (!overlayHasFocus()) typeInto(box.current, effect.text);
          return;
      }
    };
    const options = (): WedgeOptions => {
      const { wedgeGap: gap, wedgePrefix: prefix } = settings.get();
      return { gap, prefix, minLength };
    };
    return listenForWedge(window, options, onEffect);
  }, [settings, notices, box, onScan]);
}

function noticeOf(problem: WedgeProblem): NoticeContent {
  switch (problem) {
    case 'ime':
      return reason('LT-1108');
    case 'control':
      return reason('LT-1105');
    case 'torn':
      return { sentence: 'torn' };
  }
}

/** The burst also landed in the box: it comes out again, and what a person had typed before stays. */
function takeOut(input: HTMLInputElement | null, text: string): void {
  if (input) input.value = input.value.endsWith(text) ? input.value.slice(0, -text.length) : '';
}

function typeInto(input: HTMLInputElement | null, text: string): void {
  // On an office screen the desk's box is out of sight, and nobody would know what was put into it.
  if (!input?.checkVisibility()) return;
  input.focus();
  input.setRangeText(text, input.value.length, input.value.length, 'end');
}

/** A drawer keeps the focus it has been given. */
function overlayHasFocus(): boolean {
  return document.activeElement?.closest('[role="dialog"]') !== null && document.activeElement !== null;
}
