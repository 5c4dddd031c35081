/**
 * Short names of banks by the BIN in a transfer code, as on 22 November 2026. Banks merge and change their names
 * (DongA became Vikki, Ocean became MBV), so the list only helps people to read a code: a BIN that is not here is
 * as valid as one that is. Source: the NAPAS members that the lists of npm vietnam-qr-pay 1.5.1 and of
 * qrcode.io.vn agree on.
 */
const names: ReadonlyMap<string, string> = new Map(
  Object.entries({
    '970400': 'SaigonBank',
    '970403': 'Sacombank',
    '970405': 'Agribank',
    '970406': 'Vikki Bank',
    '970407': 'Techcombank',
    '970408': 'GPBank',
    '970409': 'Bac A Bank',
    '970410': 'Standard Chartered',
    '970412': 'PVcomBank',
    '970414': 'MBV',
    '970415': 'VietinBank',
    '970416': 'ACB',
    '970418': 'BIDV',
    '970419': 'NCB',
    '970421': 'VRB',
    '970422': 'MB',
    '970423': 'TPBank',
    '970424': 'Shinhan Bank',
    '970425': 'ABBANK',
    '970426': 'MSB',
    '970427': 'VietABank',
    '970428': 'Nam A Bank',
    '970429': 'SCB',
    '970430': 'PGBank',
    '970431': 'Eximbank',
    '970432': 'VPBank',
    '970433': 'Vietbank',
    '970434': 'Indovina Bank',
    '970436': 'Vietcombank',
    '970437': 'HDBank',
    '970438': 'BaoViet Bank',
    '970439': 'Public Bank',
    '970440': 'SeABank',
    '970441': 'VIB',
    '970442': 'Hong Leong Bank',
    '970443': 'SHB',
    '970446': 'Co-opBank',
    '970448': 'OCB',
    '970449': 'LPBank',
    '970452': 'KienlongBank',
    '970454': 'BVBank',
    '970457': 'Woori Bank',
    '970458': 'UOB',
  }),
);

/** The bank's short name; null for a BIN the list does not have. */
export function bankName(bin: string): string | null {
  return names.get(bin) ?? null;
}
