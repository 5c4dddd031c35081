import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { SlipTemplate } from '../../../domain/printing/template.ts';
import { keys } from '../../connection/keys.ts';
import { useApi } from '../../connection/queries.ts';
import { namespaces } from '../../i18n/start.ts';
import { useSettled } from '../../ui/use-settled.ts';
import { faultName } from '../code-words.ts';

interface SlipPreviewProps {
  readonly template: SlipTemplate;
  /** False while the wording cannot be printed: then the last paper stays. */
  readonly isRight: boolean;
}

/** The slip as the printer would draw it, a moment after typing stops. */
export function SlipPreview({ template, isRight }: SlipPreviewProps) {
  const { t } = useTranslation(namespaces);
  const api = useApi();
  const text = useSettled(template.text, 300);
  const { data, isFetching, isError } = useQuery({
    queryKey: keys.templatePreview(template.kind, text),
    queryFn: () => api.templates.preview({ template: { ...template, text } }),
    enabled: isRight && text === template.text,
    placeholderData: keepPreviousData,
    gcTime: 10_000,
  });
  const [image, setImage] = useState<string | null>(null);
  if (data?.ok && data.image !== image) setImage(data.image);
  const kindName = t(`templates.kind.${template.kind}`);
  return (
    <section className="slip-paper" tabIndex={0} aria-labelledby={`slip-paper-${template.kind}`}>
      <h2 id={`slip-paper-${template.kind}`}>{t('templates.preview')}</h2>
      <p className="form-quiet">
        {isRight
          ? isFetching
            ? t('templates.drawing')
            : t('templates.previewHelp')
          : t('templates.previewOld')}
      </p>
      {isError && <p className="field-problem">{t('templates.failed')}</p>}
      {data && !data.ok && isRight && (
        <p className="field-problem">
          {t('templates.faultAt', { line: data.line, fault: faultName(t, data.fault) })}
        </p>
      )}
      {image !== null && (
        <img
          className={isRight ? 'slip-image' : 'slip-image slip-image-old'}
          src={`data:image/png;base64,${image}`}
          alt={t('templates.previewAlt', { kind: kindName })}
          data-testid="template-preview"
        />
      )}
    </section>
  );
}
