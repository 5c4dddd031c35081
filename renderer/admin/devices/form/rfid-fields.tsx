import { Checkbox } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { SecurityMethod } from '../../../../contract/devices/config.ts';
import { rfidFamilies } from '../../../../contract/devices/config.ts';
import { factoryRfid, hfFamilies, rfidLine } from '../../../../contract/devices/factory.ts';
import { namespaces } from '../../../i18n/start.ts';
import { lineDraft } from './draft.ts';
import { ChoiceField, FlagField, HexField, NumberField, OptionalGroup, TextField } from './fields.tsx';
import { useDeviceForm } from './form-context.tsx';

const hfMethods = ['none', 'afi', 'eas', 'afi-and-eas'] as const satisfies readonly SecurityMethod[];
const uhfMethods = ['none', 'pc-afi', 'alliance', 'uhf-eas'] as const satisfies readonly SecurityMethod[];
/** Methods that write the pair of AFI values. */
const byAfi: ReadonlySet<unknown> = new Set(['afi', 'afi-and-eas', 'pc-afi']);
/** Data models of tags (`drivers/rfid/tags/tag.ts`), in the order in which they are usually tried. */
const profiles = [
  'iso28560-3',
  'iso28560-2',
  'iso28560-4',
  'alliance',
  'raw-ascii',
  'raw-bcd',
  'raw-hex',
  'raw-integer',
] as const;

/** Which reader it is, how tags are secured here, and what is written on them. */
export function RfidFields() {
  const { t } = useTranslation(namespaces);
  const { at, setAll } = useDeviceForm();
  const family = rfidFamilies.find((one) => one === at('family')) ?? 'feig';
  const isHf = hfFamilies.has(family);
  const chooseFamily = (text: string): void => {
    const next = rfidFamilies.find((one) => one === text) ?? family;
    const line =
      next === 'llrp'
        ? { transport: lineDraft('tcp', { kind: 'rfid', family: next }) }
        : at('transport.kind') === 'serial'
          ? { 'transport.baudRate': rfidLine[next].baudRate, 'transport.parity': rfidLine[next].parity }
          : {};
    setAll({
      family: next,
      ...line,
      ...(hfFamilies.has(next) === isHf ? {} : { 'settings.security': factoryRfid(next).security }),
      ...(next === 'feig' ? {} : { 'settings.feig': undefined }),
    });
  };
  const methods = isHf ? hfMethods : uhfMethods;
  return (
    <>
      <ChoiceField
        path="family"
        name="family"
        choices={rfidFamilies.map((value) => ({ value, label: t(`deviceFields.family.${value}`) }))}
        onChoose={chooseFamily}
      />
      <NumberField path="settings.address" name="address" />
      <ChoiceField
        path="settings.security"
        name="security"
        choices={methods.map((value) => ({ value, label: t(`deviceFields.security.${value}`) }))}
      />
      {byAfi.has(at('settings.security')) && (
        <>
          <HexField path="settings.afi.on" name="afiOn" digits={2} />
          <HexField path="settings.afi.off" name="afiOff" digits={2} />
        </>
      )}
      {!isHf && <TextField path="settings.accessPassword" name="accessPassword" />}
      <Profiles />
      {family === 'feig' && (
        <OptionalGroup
          path="settings.feig"
          name="feig"
          none={undefined}
          factory={{ frames: 'advanced', blockBytes: 'as-on-tag', writesDsfid: false }}
        >
          <ChoiceField
            path="settings.feig.frames"
            name="feigFrames"
            choices={(['advanced', 'standard'] as const).map((value) => ({
              value,
              label: t(`deviceFields.feigFrames.${value}`),
            }))}
          />
          <ChoiceField
            path="settings.feig.blockBytes"
            name="feigBlocks"
            choices={(['as-on-tag', 'reversed'] as const).map((value) => ({
              value,
              label: t(`deviceFields.feigBlocks.${value}`),
            }))}
          />
          <FlagField path="settings.feig.writesDsfid" name="feigDsfid" />
        </OptionalGroup>
      )}
    </>
  );
}

/** All that cannot be mistaken for one another, or a chosen few in their order. */
function Profiles() {
  const { t } = useTranslation(namespaces);
  const { at, set } = useDeviceForm();
  const value = at('settings.profiles');
  const chosen: readonly unknown[] = Array.isArray(value) ? value : [];
  return (
    <fieldset className="device-group form-wide">
      <legend>{t('deviceFields.field.profiles')}</legend>
      <Checkbox
        label={t('deviceFields.profilesAuto')}
        checked={value === 'auto'}
        data-testid="device-field-settings.profiles"
        onChange={(event) => set('settings.profiles', event.currentTarget.checked ? 'auto' : ['iso28560-3'])}
      />
      {value !== 'auto' && (
        <div className="device-checks">
          {profiles.map((name) => (
            <Checkbox
              key={name}
              label={t(`deviceFields.profile.${name}`)}
              checked={chosen.includes(name)}
              // The last one stays: a tag has to be read as something.
              disabled={chosen.length === 1 && chosen.includes(name)}
              onChange={(event) =>
                set(
                  'settings.profiles',
                  profiles.filter((one) =>
                    one === name ? event.currentTarget.checked : chosen.includes(one),
                  ),
                )
              }
            />
          ))}
        </div>
      )}
    </fieldset>
  );
}
