import { type Places, ROUTES } from '../../e2e/sweep/routes-table.ts';

export type Screen = {
  readonly name: string;
  readonly path: string;
  /** Nobody is signed in. */
  readonly isPublic: boolean;
  readonly theme: 'light' | 'dark';
};

/** Pages that only a link from a mail, or a session in between, leads to. */
const BY_LINK = /\[token\]|^\/\(auth\)\/(?!sign-in\/page|reset\/page)/;
const IN_DARK = ['/', '/cases', '/team', ''];

/**
 * Every page of the app as the sweep knows them, with the ids that were found; the main ones in the dark as well. A page
 * whose id the office does not have is left out.
 */
export function screensOf(places: Partial<Places>): readonly Screen[] {
  const pages = Object.entries(ROUTES).filter(
    ([route, { headers }]) => route.endsWith('/page') && !headers && !BY_LINK.test(route),
  );
  const light = pages.flatMap(([route, row]): Screen[] => {
    const path = pathOf(row.path, places);
    return path === null
      ? []
      : [{ name: nameOf(route), path, isPublic: row.permission === 'public', theme: 'light' }];
  });
  const dark = IN_DARK.flatMap((start) => {
    const path = start === '' ? places.caseId && `/cases/${places.caseId}` : start;
    const screen = light.find((each) => each.path === path);
    return screen ? [{ ...screen, name: `${screen.name}, dark`, theme: 'dark' as const }] : [];
  });
  return [...light, ...dark];
}

function pathOf(path: (places: Places) => string, places: Partial<Places>): string | null {
  let isWhole = true;
  const known = new Proxy(places, {
    get(found, name) {
      const id = found[name as keyof Places];
      isWhole &&= id !== undefined;
      return id ?? '';
    },
  });
  const made = path(known as Places);
  return isWhole ? made : null;
}

/** "cases/[caseId]/plan-decision" as "case, plan decision", "plans/[planId]" as "one of plans". */
function nameOf(route: string): string {
  const parts = route
    .replace(/\/page$/, '')
    .replace('cases/[caseId]', 'case')
    .split('/')
    .filter((part) => part !== '' && !part.startsWith('('));
  const words = parts.filter((part) => !part.startsWith('['));
  const said = words.map((part) => part.replaceAll('-', ' ').replace(/^_/, '')).join(', ');
  if (said === '') return 'today';
  return parts.at(-1)?.startsWith('[') ? `one of ${said}` : said;
}
