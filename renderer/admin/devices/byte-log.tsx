import { Button } from '@mantine/core';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { LineBytes } from '../../../contract/devices/detection.ts';
import { useApi } from '../../connection/queries.ts';
import { namespaces } from '../../i18n/start.ts';
import { bytesText, timeOf } from './bytes-text.ts';
import { Panel } from './panel.tsx';

/** Time between two questions (ms). */
const everyMs = 500;
/** Pieces that are kept; older ones are of no use. */
const most = 300;

/** The bytes of a device, live: the newest on top. */
export function ByteLog(props: {
  readonly device: string;
  readonly name: string;
  readonly onClose: () => void;
}) {
  const { t } = useTranslation(namespaces);
  return (
    <Panel title={t('deviceSetup.log.of', { name: props.name })} onClose={props.onClose}>
      <ByteTable device={props.device} />
    </Panel>
  );
}

export function ByteTable({ device }: { readonly device: string }) {
  const { t } = useTranslation(namespaces);
  const [paused, setPaused] = useState(false);
  const [copied, setCopied] = useState(false);
  const pieces = useBytes(device, paused);
  const copy = (): void =>
    void navigator.clipboard.writeText(bytesText(t, pieces)).then(
      () => setCopied(true),
      () => setCopied(false),
    );
  return (
    <div className="bytes" data-testid="device-byte-log">
      <p className="bytes-head">
        <span className="form-quiet">{t('deviceSetup.log.help', { most })}</span>
        <Button
          size="xs"
          variant="default"
          aria-pressed={paused}
          data-testid="device-bytes-pause"
          onClick={() => setPaused(!paused)}
        >
          {paused ? t('deviceSetup.log.resume') : t('deviceSetup.log.pause')}
        </Button>
        <Button
          size="xs"
          variant="default"
          disabled={pieces.length === 0}
          data-testid="device-bytes-copy"
          onBlur={() => setCopied(false)}
          onClick={copy}
        >
          {copied ? t('deviceSetup.log.copied') : t('deviceSetup.log.copy')}
        </Button>
      </p>
      {pieces.length === 0 ? (
        <p className="form-quiet">{t('deviceSetup.log.empty')}</p>
      ) : (
        <div className="bytes-scroll" tabIndex={0} role="region" aria-label={t('deviceSetup.log.title')}>
          <table className="bytes-table">
            <thead>
              <tr>
                {(['time', 'direction', 'length', 'hex', 'text'] as const).map((name) => (
                  <th key={name} scope="col">
                    {t(`deviceSetup.log.${name}`)}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {pieces.toReversed().map((piece) => (
                <tr key={piece.seq} data-testid="device-byte-row" data-direction={piece.direction}>
                  <td>{timeOf(piece.at)}</td>
                  <td>{t(`deviceSetup.log.${piece.direction}`)}</td>
                  <td>{piece.length}</td>
                  <td className="bytes-hex">{piece.hex.replaceAll(/(..)(?=.)/gu, '$1 ')}</td>
                  <td className="bytes-hex">{piece.text}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
    </div>
  );
}

/** Pieces of a device's line while somebody looks, the oldest first. */
function useBytes(device: string, paused: boolean): readonly LineBytes[] {
  const api = useApi();
  const [pieces, setPieces] = useState<readonly LineBytes[]>([]);
  const after = pieces.at(-1)?.seq ?? 0;
  useEffect(() => {
    if (paused) return;
    let over = false;
    let timer: number | undefined;
    let last = after;
    const ask = async (): Promise<void> => {
      const news = await api.devices.bytes({ device, after: last }).catch(() => []);
      if (over) return;
      last = news.at(-1)?.seq ?? last;
      if (news.length > 0) setPieces((known) => [...known, ...news].slice(-most));
      timer = window.setTimeout(() => void ask(), everyMs);
    };
    void ask();
    return () => {
      over = true;
      window.clearTimeout(timer);
    };
    // `after` is where it goes on when somebody paused it, not what starts it again.
    // oxlint-disable-next-line react/exhaustive-deps
  }, [api, device, paused]);
  return pieces;
}
