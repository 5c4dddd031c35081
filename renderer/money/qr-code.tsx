import { useTranslation } from 'react-i18next';
import { namespaces } from '../i18n/start.ts';
import { qrPath } from './qr-path.ts';

interface QrCodeProps {
  readonly text: string;
  /** What the code is for, for who cannot see it. */
  readonly label: string;
}

/** A payment code as a drawing: dark on white whatever the screen's colours, because telephones read it. */
export default function QrCode({ text, label }: QrCodeProps) {
  const { t } = useTranslation(namespaces);
  const drawn = qrPath(text);
  if (!drawn) return <p>{t('money.pay.tooLong')}</p>;
  return (
    <svg
      className="qr"
      viewBox={`0 0 ${drawn.size} ${drawn.size}`}
      role="img"
      aria-label={label}
      shapeRendering="crispEdges"
      data-testid="pay-qr-code"
      data-payload={text}
    >
      <rect width={drawn.size} height={drawn.size} fill="#ffffff" />
      <path d={drawn.path} fill="#000000" />
    </svg>
  );
}
