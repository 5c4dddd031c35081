import { randomUUID } from 'node:crypto';
import type { FromDrivers, ToDrivers } from '../../contract/devices/drivers.ts';

/** Messages to the driver process that are answered by one of their own. */
type JobMessage = Extract<ToDrivers, { readonly job: string }>;
type JobAnswer = Extract<FromDrivers, { readonly job: string }>;

/** Why nobody answered: it took too long, the process died with it, or it was never sent. */
type Unanswered = 'too-long' | 'lost' | 'not-sent';

/** What was asked of the driver process and is not answered yet. */
export interface Jobs {
  /** Sends a message under a number of its own and waits for the answer. Never rejects. */
  ask(message: (job: string) => JobMessage, timeoutMs: number): Promise<JobAnswer | Unanswered>;
  answered(answer: JobAnswer): void;
  /** The process is gone, and with it every job. */
  lost(): void;
}

/** @param send false when there is nobody to send to */
export function jobsOver(send: (message: ToDrivers) => boolean): Jobs {
  const waiting = new Map<string, (answer: JobAnswer | Unanswered) => void>();

  const settle = (job: string, answer: JobAnswer | Unanswered): void => {
    waiting.get(job)?.(answer);
    waiting.delete(job);
  };

  return {
    ask(message, timeoutMs) {
      const job = randomUUID();
      return new Promise((resolve) => {
        const timer = setTimeout(() => settle(job, 'too-long'), timeoutMs);
        waiting.set(job, (answer) => {
          clearTimeout(timer);
          resolve(answer);
        });
        if (!send(message(job))) settle(job, 'not-sent');
      });
    },
    answered: (answer) => settle(answer.job, answer),
    lost() {
      for (const job of waiting.keys()) settle(job, 'lost');
    },
  };
}
