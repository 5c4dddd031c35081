import { Button } from '@mantine/core';
import { IconBarcode, IconCircleCheck, IconCircleX, IconPrinter } from '@tabler/icons-react';
import { useEffect, useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { selfTestCode } from '../../../domain/identifiers/self-test.ts';
import { SideDrawer } from '../../forms/side-drawer.tsx';
import { namespaces } from '../../i18n/start.ts';
import { qrPath } from '../../money/qr-path.ts';
import { usePage, useSettings } from '../../ui/page-context.tsx';
import { wedgeGapLimits, wedgePrefixPattern } from '../../ui/settings.ts';
import type { TestVerdict } from './judge-test.ts';
import { judgeTest } from './judge-test.ts';
import { listenForTest } from './listen-test.ts';
import { quietModules, selfTestBars } from './self-test-bars.ts';
import { scannerTestMark } from './listen.ts';
import './scanner-test.css';

/** Shows a barcode and says whether a keyboard scanner types it back unchanged, and if not, what is in the way. */
export default function ScannerTestDrawer({ onClose }: { readonly onClose: () => void }) {
  const { t } = useTranslation(namespaces);
  const { sounds, settings } = usePage();
  const [verdict, setVerdict] = useState<TestVerdict | null>(null);
  useEffect(
    () =>
      listenForTest(window, (strokes) => {
        const { wedgeGap: gap, wedgePrefix: prefix } = settings.get();
        const judged = judgeTest(strokes, { gap, prefix, minLength: 1 });
        sounds.play(judged.verdict === 'right' ? 'done' : 'refused');
        setVerdict(judged);
      }),
    [settings, sounds],
  );
  return (
    <SideDrawer
      title={
        <span className="side-title">
          <IconBarcode aria-hidden size="1.4rem" stroke={1.7} /> {t('scannerTest.title')}
        </span>
      }
      testId="scanner-test"
      size="min(38rem, 97vw)"
      onClose={onClose}
    >
      <p className="form-quiet">{t('scannerTest.help')}</p>
      <Codes />
      <label className="scanner-test-box">
        <span className="unseen">{t('scannerTest.typed')}</span>
        {/* An input method of the system itself acts in text fields only: without one it would go unseen. */}
        <input
          data-autofocus
          autoComplete="off"
          spellCheck={false}
          value=""
          onChange={() => undefined}
          placeholder={t('scannerTest.waiting')}
          data-testid="scanner-test-box"
          {...{ [scannerTestMark]: '' }}
        />
      </label>
      <div role="status">{verdict && <Verdict verdict={verdict} />}</div>
    </SideDrawer>
  );
}

/** Dark on white whatever the screen's colours: scanners read it. */
function Codes() {
  const { t } = useTranslation(namespaces);
  const bars = useMemo(() => barsPath(), []);
  const qr = useMemo(() => qrPath(selfTestCode), []);
  return (
    <div className="scanner-test-codes">
      <svg
        viewBox={`0 0 ${bars.width} 60`}
        preserveAspectRatio="none"
        role="img"
        aria-label={t('scannerTest.bars')}
        shapeRendering="crispEdges"
        className="scanner-test-bars"
      >
        <path d={bars.path} fill="#000000" />
      </svg>
      {qr && (
        <svg
          viewBox={`0 0 ${qr.size} ${qr.size}`}
          role="img"
          aria-label={t('scannerTest.qr')}
          shapeRendering="crispEdges"
          className="scanner-test-qr"
        >
          <path d={qr.path} fill="#000000" />
        </svg>
      )}
      <code>{selfTestCode}</code>
      <span className="scanner-test-print">
        {t('scannerTest.laser')}
        <Button
          size="xs"
          variant="default"
          leftSection={<IconPrinter aria-hidden size="1rem" />}
          onClick={() => window.print()}
        >
          {t('scannerTest.print')}
        </Button>
      </span>
    </div>
  );
}

function barsPath(): { readonly path: string; readonly width: number } {
  let at = quietModules;
  const parts: string[] = [];
  for (const [index, width] of [...selfTestBars].map(Number).entries()) {
    if (index % 2 === 0) parts.push(`M${at} 4h${width}v52h-${width}z`);
    at += width;
  }
  return { path: parts.join(''), width: at + quietModules };
}

function Verdict({ verdict: { verdict, typed, slowest, before } }: { readonly verdict: TestVerdict }) {
  const { t } = useTranslation(namespaces);
  const [{ wedgeGap }, change] = useSettings();
  const wider = Math.min(wedgeGapLimits.max, Math.ceil((slowest + 10) / 5) * 5);
  return (
    <section
      className="scanner-test-verdict"
      data-outcome={verdict === 'right' ? 'done' : 'refused'}
      data-testid="scanner-test-verdict"
      data-verdict={verdict}
    >
      <p className="scanner-test-word">
        {verdict === 'right' ? <IconCircleCheck aria-hidden /> : <IconCircleX aria-hidden />}
        <strong>{t(verdict === 'right' ? 'scannerTest.right' : `scannerTest.wrong.${verdict}`)}</strong>
      </p>
      {verdict !== 'right' && <p>{t(`scannerTest.cure.${verdict}`)}</p>}
      <dl>
        <dt>{t('scannerTest.expected')}</dt>
        <dd>{selfTestCode}</dd>
        <dt>{t('scannerTest.typed')}</dt>
        <dd data-testid="scanner-test-typed">{typed === '' ? t('scannerTest.nothing') : typed}</dd>
      </dl>
      <p className="form-quiet">{t('scannerTest.gap', { ms: slowest, limit: wedgeGap })}</p>
      <div className="form-acts">
        {verdict === 'extra' && before !== '' && wedgePrefixPattern.test(before) && (
          <Button size="xs" onClick={() => change({ wedgePrefix: before })}>
            {t('scannerTest.usePrefix', { prefix: before })}
          </Button>
        )}
        {verdict === 'slow' && slowest < wedgeGapLimits.max && (
          <Button size="xs" onClick={() => change({ wedgeGap: wider })}>
            {t('scannerTest.widen', { ms: wider })}
          </Button>
        )}
        <span className="form-quiet">{t('scannerTest.again')}</span>
      </div>
    </section>
  );
}
