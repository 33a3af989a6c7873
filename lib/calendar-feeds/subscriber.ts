const KNOWN: readonly (readonly [pattern: RegExp, name: string])[] = [
  [/google-calendar/i, 'Google Calendar'],
  [/dataaccessd|calendaragent|icloud|\bical\//i, 'Apple Calendar'],
  [/thunderbird/i, 'Thunderbird'],
  [/outlook|microsoft office|microsoft\.exchange|exchange\//i, 'Outlook'],
  [/davx|icsx/i, 'ICSx⁵'],
  [/^mozilla\//i, 'A web browser'],
];
const LONGEST_NAME = 40;
const UNNAMED = 'A program without a name';

/** What people call the program that a User-Agent header stands for; of an unknown one its first word. Pure. */
export function subscriberOf(userAgent: string | null): string {
  const header = userAgent ?? '';
  const known = KNOWN.find(([pattern]) => pattern.test(header));
  if (known) return known[1];
  const [product = ''] = header.trim().split(/[\s/]/);
  return product.replace(/[^\w.+-]/g, '').slice(0, LONGEST_NAME) || UNNAMED;
}
