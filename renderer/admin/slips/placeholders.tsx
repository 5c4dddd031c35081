import { useTranslation } from 'react-i18next';
import type { SlipKind } from '../../../domain/printing/template.ts';
import { slipFields } from '../../../domain/printing/slip-fields.ts';
import type { Translate } from '../../i18n/start.ts';
import { namespaces } from '../../i18n/start.ts';
import { vi } from '../../i18n/vi.ts';
import { isKeyOf } from '../../ui/is-key-of.ts';
import type { PlaceholderLine } from './placeholder-lines.ts';
import { placeholderLines } from './placeholder-lines.ts';

interface PlaceholdersProps {
  readonly kind: SlipKind;
  readonly onInsert: (text: string) => void;
}

/** Everything a slip of this kind can say; each goes into the text where the cursor stands. */
export function Placeholders({ kind, onInsert }: PlaceholdersProps) {
  const { t } = useTranslation(namespaces);
  return (
    <>
      <h2>{t('templates.placeholders')}</h2>
      <p className="form-quiet">{t('templates.placeholdersHelp')}</p>
      <ul className="placeholders">
        {placeholderLines(slipFields[kind]).map((line) => (
          <li key={line.path} style={{ paddingInlineStart: `${line.depth * 1.1}rem` }}>
            <button
              type="button"
              className="placeholder"
              data-testid="template-placeholder"
              data-path={line.path}
              onClick={() => onInsert(line.insert)}
            >
              <code>{line.name}</code>
              <span className="form-quiet">{meaning(t, line)}</span>
            </button>
          </li>
        ))}
      </ul>
    </>
  );
}

function meaning(t: Translate, { name, kind }: PlaceholderLine): string {
  const words = isKeyOf(vi.templates.means, name) ? t(`templates.means.${name}`) : '';
  if (kind === 'text') return words;
  const how = kind === 'list' ? t('templates.list') : t(`templates.${kind}`);
  return words === '' ? how : `${words} (${how})`;
}
