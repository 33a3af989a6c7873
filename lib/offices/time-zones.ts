/** The zones of the United States' offices, from the west. */
const US_ZONES = [
  'Pacific/Honolulu',
  'America/Anchorage',
  'America/Los_Angeles',
  'America/Phoenix',
  'America/Denver',
  'America/Chicago',
  'America/New_York',
] as const;

export type ZoneGroup = { readonly group: string; readonly zones: readonly string[] };

/** Every time zone this machine knows by name, those of the United States first. */
export function zoneGroups(): ZoneGroup[] {
  const us: readonly string[] = US_ZONES;
  const others = Intl.supportedValuesOf('timeZone').filter((zone) => !us.includes(zone));
  return [
    { group: 'United States', zones: us },
    { group: 'Elsewhere', zones: others },
  ];
}

/** "America/New York" */
export const zoneText = (zone: string): string => zone.replaceAll('_', ' ');
