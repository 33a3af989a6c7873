import { expect, test } from 'vitest';
import { subscriberOf } from '../../../lib/calendar-feeds/subscriber.ts';

test.each([
  ['Google-Calendar-Importer', 'Google Calendar'],
  ['Mozilla/5.0 (compatible; Google-Calendar-Importer/1.0; +http://www.google.com)', 'Google Calendar'],
  ['iOS/18.1 (22B83) dataaccessd/1.0', 'Apple Calendar'],
  ['macOS/15.1 (24B83) dataaccessd/1.0', 'Apple Calendar'],
  ['Mac+OS+X/10.10.5 (14F27) CalendarAgent/316.1', 'Apple Calendar'],
  ['Microsoft Office/16.0 (Windows NT 10.0; Microsoft Outlook 16.0.17928; Pro)', 'Outlook'],
  ['Mozilla/4.0 (compatible; ms-office; MSOffice 16) Outlook-iOS/2.0', 'Outlook'],
  ['Mozilla/5.0 (X11; Linux x86_64; rv:128.0) Gecko/20100101 Thunderbird/128.4.0', 'Thunderbird'],
  ['ICSx5/2.3', 'ICSx⁵'],
  ['Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36', 'A web browser'],
  ['curl/8.5.0', 'curl'],
  ['Some-Calendar 1.2 <b>', 'Some-Calendar'],
  [`<script>${'a'.repeat(100)}`, `script${'a'.repeat(34)}`],
  ['', 'A program without a name'],
  [null, 'A program without a name'],
])('%s is called %s', (userAgent, name) => {
  expect(subscriberOf(userAgent)).toBe(name);
});
