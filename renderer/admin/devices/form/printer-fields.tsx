import { useTranslation } from 'react-i18next';
import { printerModels } from '../../../../contract/devices/printing.ts';
import { namespaces } from '../../../i18n/start.ts';
import type { Draft } from './draft.ts';
import { ChoiceField, NumberField } from './fields.tsx';
import { useDeviceForm } from './form-context.tsx';

const modes = ['raster', 'code-page', 'pages', 'page'] as const;
const texts: Readonly<Record<(typeof modes)[number], Draft>> = {
  raster: { mode: 'raster' },
  'code-page': { mode: 'code-page', model: 'epson' },
  pages: { mode: 'pages', encoding: 'tcvn-3', page: 30, capitals: 31 },
  page: { mode: 'page', size: 'A5' },
};

/** How wide the paper is, and how Vietnamese gets onto it. */
export function PrinterFields() {
  const { t } = useTranslation(namespaces);
  const { at, set, setAll } = useDeviceForm();
  const mode = at('text.mode') ?? 'raster';
  const choose = (text: string): void => {
    const next = modes.find((one) => one === text) ?? 'raster';
    // A sheet goes through a queue of the system, whatever line there was.
    if (next === 'page' && at('transport.kind') !== 'spooler')
      setAll({ text: texts[next], transport: { kind: 'spooler', printer: '' } });
    else set('text', texts[next]);
  };
  return (
    <>
      {mode !== 'page' && (
        <ChoiceField
          path="dots"
          name="dots"
          choices={[
            { value: 576, label: t('deviceFields.dots.wide') },
            { value: 384, label: t('deviceFields.dots.narrow') },
          ]}
        />
      )}
      <ChoiceField
        path="text.mode"
        name="textMode"
        choices={modes.map((value) => ({ value, label: t(`deviceFields.textMode.${value}`) }))}
        onChoose={choose}
      />
      {mode === 'code-page' && (
        <ChoiceField
          path="text.model"
          name="model"
          choices={printerModels.map((value) => ({ value, label: t(`deviceFields.printerModel.${value}`) }))}
        />
      )}
      {mode === 'pages' && (
        <>
          <ChoiceField
            path="text.encoding"
            name="encoding"
            choices={[
              { value: 'tcvn-3', label: 'TCVN-3 (ABC)' },
              { value: 'windows-1258', label: 'Windows-1258' },
              { value: 'viscii', label: 'VISCII' },
            ]}
          />
          <NumberField path="text.page" name="codePage" />
          <NumberField path="text.capitals" name="capitalsPage" />
        </>
      )}
      {mode === 'page' && (
        <ChoiceField
          path="text.size"
          name="size"
          choices={[
            { value: 'A5', label: 'A5' },
            { value: 'A4', label: 'A4' },
          ]}
        />
      )}
    </>
  );
}
