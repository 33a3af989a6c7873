/** What the palette offers and a key can do: a place to go to, something to record on a case, or a control of the page. */
export type Command = {
  readonly kind: 'place' | 'act' | 'press';
  readonly label: string;
  /** Other words that it is found under. */
  readonly also?: string;
  /** The key that does it, or two, one after the other: "g t". */
  readonly keys?: string;
  /** A place's address, an act's folder beside a case's page, or what is to be pressed, as a selector. */
  readonly to: string;
};

/** One case as the search in the bar and the palette show it. */
export type ShownCase = { readonly href: string; readonly clientName: string; readonly number: string };

const CASE_PATH = /^\/cases\/[0-9a-f-]{36}/;

/** The address of the case that a page is about, or null where it is about none. */
export const caseHrefIn = (path: string): string | null => CASE_PATH.exec(path)?.[0] ?? null;

/** Does it, on this case where it is done on one. What needs a case and has none is left alone. */
export function run(command: Command, caseHref: string | null): void {
  if (command.kind === 'press') document.querySelector<HTMLElement>(command.to)?.click();
  else if (command.kind === 'place') location.assign(command.to);
  else if (caseHref) location.assign(`${caseHref}/${command.to}`);
}
