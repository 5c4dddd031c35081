import { useTranslation } from 'react-i18next';
import { namespaces } from '../../i18n/start.ts';

/** The signs of the slip markup, as `docs/slips.md` has them. */
const lines = [
  { sign: '# ', name: 'title' },
  { sign: '= ', name: 'center' },
  { sign: '* ', name: 'bold' },
  { sign: '~ ', name: 'small' },
  { sign: ' || ', name: 'pair' },
  { sign: '---', name: 'rule' },
  { sign: '[barcode] ', name: 'barcode' },
  { sign: '[qr] ', name: 'qr' },
] as const;

/** How a line is made large, bold, or a line across. */
export function MarkupHelp({ onInsert }: { readonly onInsert: (text: string) => void }) {
  const { t } = useTranslation(namespaces);
  return (
    <>
      <h2>{t('templates.markup')}</h2>
      <ul className="placeholders">
        {lines.map(({ sign, name }) => (
          <li key={name}>
            <button type="button" className="placeholder" onClick={() => onInsert(sign)}>
              <code>{sign.trim()}</code>
              <span className="form-quiet">{t(`templates.markupLines.${name}`)}</span>
            </button>
          </li>
        ))}
        <li className="form-quiet">{t('templates.markupLines.gap')}</li>
      </ul>
    </>
  );
}
