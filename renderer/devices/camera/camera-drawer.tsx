import { Button, NativeSelect } from '@mantine/core';
import { IconBulb, IconBulbOff, IconCamera, IconCameraOff } from '@tabler/icons-react';
import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { OutcomeCode } from '../../../domain/outcome.ts';
import { SideDrawer } from '../../forms/side-drawer.tsx';
import { reasonSentence, splitSentence } from '../../format/reasons.ts';
import { namespaces } from '../../i18n/start.ts';
import { useSettings } from '../../ui/page-context.tsx';
import type { OpenCamera } from './open-camera.ts';
import { useCamera } from './use-camera.ts';
import './camera.css';

interface CameraDrawerProps {
  readonly onCode: (text: string) => void;
  readonly onClose: () => void;
}

/** Reads codes by camera: what it reads goes where any scan goes, and the desk stays in sight. */
export default function CameraDrawer({ onCode, onClose }: CameraDrawerProps) {
  const { t } = useTranslation(namespaces);
  const [attempt, setAttempt] = useState(0);
  return (
    <SideDrawer
      title={
        <span className="side-title">
          <IconCamera aria-hidden size="1.4rem" stroke={1.7} /> {t('camera.title')}
        </span>
      }
      testId="camera-drawer"
      size="min(30rem, 96vw)"
      onClose={onClose}
    >
      <p className="form-quiet">{t('camera.help')}</p>
      <Camera key={attempt} onCode={onCode} onRetry={() => setAttempt(attempt + 1)} />
    </SideDrawer>
  );
}

/** The picture, what was read in it last, and what can be set. */
function Camera({
  onCode,
  onRetry,
}: {
  readonly onCode: (text: string) => void;
  readonly onRetry: () => void;
}) {
  const { t } = useTranslation(namespaces);
  const [{ camera: wanted }, change] = useSettings();
  const [last, setLast] = useState<string | null>(null);
  const video = useRef<HTMLVideoElement>(null);
  const { camera, problem } = useCamera(video, wanted, (text) => {
    setLast(text);
    onCode(text);
  });
  return (
    <>
      <div className="camera-picture" data-problem={problem ?? undefined}>
        <video
          ref={video}
          autoPlay
          muted
          playsInline
          aria-label={t('camera.picture')}
          data-testid="camera-video"
        />
        {problem === null && <span className="camera-frame" aria-hidden />}
        {problem !== null && <Problem code={problem} onRetry={onRetry} />}
      </div>
      <p className="camera-said" role="status" data-testid="camera-said">
        {last === null ? (
          problem === null && t(camera ? 'camera.looking' : 'camera.starting')
        ) : (
          <>
            {t('camera.last')} <b data-testid="camera-last">{shortened(last)}</b>
          </>
        )}
      </p>
      {camera && (
        <div className="camera-tools">
          <Choice camera={camera} onChoose={(id) => change({ camera: id })} />
          {camera.setTorch && <Torch key={camera.id} set={camera.setTorch} />}
        </div>
      )}
    </>
  );
}

/** A paper's text is somebody's name and address: the picture of it is enough. */
function shortened(text: string): string {
  return text.length > 24 || text.includes('|') ? `${text.slice(0, 4)}…` : text;
}

function Problem({ code, onRetry }: { readonly code: OutcomeCode; readonly onRetry: () => void }) {
  const { t } = useTranslation(namespaces);
  const { head, rest } = splitSentence(reasonSentence(t, { code, params: {} }));
  return (
    <div className="camera-problem" role="alert" data-testid="camera-problem" data-code={code}>
      <IconCameraOff aria-hidden size="2rem" stroke={1.5} />
      <strong>{head}</strong>
      <p>{rest}</p>
      <Button size="xs" variant="default" onClick={onRetry} data-testid="camera-retry">
        {t('camera.retry')}
      </Button>
    </div>
  );
}

function Choice({
  camera,
  onChoose,
}: {
  readonly camera: OpenCamera;
  readonly onChoose: (id: string) => void;
}) {
  const { t } = useTranslation(namespaces);
  if (camera.choices.length < 2) return null;
  return (
    <NativeSelect
      label={t('camera.choose')}
      value={camera.id}
      onChange={(event) => onChoose(event.currentTarget.value)}
      data={camera.choices.map(({ id, label }, index) => ({
        value: id,
        label: label === '' ? t('camera.unnamed', { number: index + 1 }) : label,
      }))}
      data-testid="camera-choice"
    />
  );
}

function Torch({ set }: { readonly set: (on: boolean) => Promise<void> }) {
  const { t } = useTranslation(namespaces);
  const [on, setOn] = useState(false);
  return (
    <Button
      variant="default"
      aria-pressed={on}
      leftSection={on ? <IconBulbOff aria-hidden size="1.1rem" /> : <IconBulb aria-hidden size="1.1rem" />}
      onClick={() => {
        void set(!on).then(
          () => setOn(!on),
          () => undefined,
        );
      }}
    >
      {t(on ? 'camera.torchOff' : 'camera.torchOn')}
    </Button>
  );
}
