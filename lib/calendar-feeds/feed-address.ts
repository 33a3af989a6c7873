const FILE = /^([\w-]{43})\.ics$/;

/** Where a calendar program fetches a feed: whoever knows the address reads it. */
export const feedAddress = (appUrl: string, officeId: string, token: string): string =>
  `${appUrl}/api/calendar/${officeId}/${token}.ics`;

/** The token in the last part of an address; null where there is none. */
export const tokenIn = (file: string): string | null => FILE.exec(file)?.[1] ?? null;
