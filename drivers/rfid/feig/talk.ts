import type { AirLine, AirResult, AirSettings, SeenTag } from '../air.ts';
import { failed } from '../exchange.ts';
import { createFramedLine } from '../framed-line.ts';
import { buildFeigRequest, createFeigFramer, type FeigFrame } from './codec.ts';
import { feigFailure } from './failures.ts';
import { readNotification } from './notification.ts';
import { feigStatus, iso15693Type } from './numbers.ts';
import { defaultFeigSettings } from './settings.ts';

interface FeigQuestion {
  readonly command: number;
  readonly data: readonly number[];
  /** Whether the data of an answer has the shape that this question's must have. */
  readonly fits: (data: Uint8Array) => boolean;
  /** Puts the question again after silence or a garbled answer: only for one that changes nothing. */
  readonly twice: boolean;
  /** STATUS that counts as done; absent: 00. */
  readonly good?: readonly number[];
}

export interface FeigTalk {
  ask(question: FeigQuestion): Promise<AirResult<FeigFrame>>;
  receive(bytes: Uint8Array): void;
  lost(): void;
}

/**
 * Questions to a FEIG reader. An answer does not name its sub-command, so one that has not the shape of this
 * question's (a late one, a notification) is passed over.
 */
export function createFeigTalk(line: AirLine, settings: AirSettings): FeigTalk {
  const { frames } = settings.feig ?? defaultFeigSettings;
  const { address, timeoutMs } = settings;
  const talk = createFramedLine(line, createFeigFramer(), (frame) => {
    const tags = tagsOf(frame);
    if (tags.length > 0) line.onTags(tags);
  });

  return {
    receive: (bytes) => talk.receive(bytes),
    lost: () => talk.lost(),
    async ask({ command, data, fits, twice, good = [feigStatus.ok] }) {
      const bytes = buildFeigRequest({
        address,
        command,
        data: Uint8Array.from(data),
        advanced: frames === 'advanced',
      });
      if (bytes === null) return failed('refused');
      const take = (frame: FeigFrame): 'last' | 'other' => {
        const mine = frame.command === command && (address === 0xff || frame.address === address);
        return mine && (!good.includes(frame.status) || fits(frame.data)) ? 'last' : 'other';
      };
      let result = await talk.ask({ bytes, take, timeoutMs });
      if (twice && isSilence(result)) result = await talk.ask({ bytes, take, timeoutMs });
      if (!result.ok) return result;
      const [frame] = result.value;
      if (frame === undefined) return failed('no-answer');
      if (good.includes(frame.status)) return { ok: true, value: frame };
      const { failure, detail } = feigFailure(frame);
      return failed(failure, detail);
    },
  };
}

export function isSilence(result: AirResult<unknown>): boolean {
  return !result.ok && result.failure === 'no-answer';
}

/** A question that nobody answered leaves nothing to go on with. */
export function isUnheard(result: AirResult<unknown>): boolean {
  return !result.ok && (result.failure === 'no-answer' || result.failure === 'line-lost');
}

/** Tags of a notification that came between. */
function tagsOf(frame: FeigFrame): readonly SeenTag[] {
  return (readNotification(frame) ?? []).flatMap(({ transponderType, idd, antenna }) =>
    transponderType === iso15693Type && idd !== null
      ? [{ address: idd, dsfid: null, pc: null, rssi: null, antenna }]
      : [],
  );
}
