/** Where one was in a list, for this tab: whoever comes back from a case goes on from there. */
const LAST_ROW = 'recourse-row';

const isShown = (element: Element): boolean => element.checkVisibility();
const linkOf = (row: Element) => row.querySelector<HTMLAnchorElement>('[data-open]');
const boxOf = (row: Element) => row.querySelector<HTMLInputElement>('input[type=checkbox]');
const shownRows = (): Element[] => [...document.querySelectorAll('[data-row]')].filter(isShown);

let anchor: Element | null = null;

/** The row one is at: what has the focus is in it, or was when the focus was last in a list. */
export function currentRow(): Element | null {
  const focused = document.activeElement?.closest('[data-row]');
  if (focused) return focused;
  const last = sessionStorage.getItem(LAST_ROW);
  return shownRows().find((row) => last !== null && linkOf(row)?.pathname === last) ?? null;
}

/** The case of the row that has the focus. */
export const caseHrefOfRow = (): string | null => {
  const focused = document.activeElement?.closest('[data-row]');
  return (focused && linkOf(focused)?.pathname) ?? null;
};

export function goToRow(row: Element): void {
  const link = linkOf(row);
  if (!link) return;
  sessionStorage.setItem(LAST_ROW, link.pathname);
  link.focus({ preventScroll: true });
  row.scrollIntoView({ block: 'nearest' });
}

/** One row on or back; from outside the list, to the row one was last at, or the first. */
export function moveRow(step: 1 | -1): boolean {
  const rows = shownRows();
  const [first] = rows;
  const current = currentRow();
  const isIn = current?.contains(document.activeElement);
  const next = current && isIn ? rows[rows.indexOf(current) + step] : (current ?? first);
  if (next) goToRow(next);
  return first !== undefined;
}

/** Chooses the row one is at, or lets it go; `isRange` carries what the last row got on to this one. */
export function selectRow(isRange: boolean): boolean {
  const row = currentRow();
  const box = row && boxOf(row);
  if (!row || !box) return false;
  if (isRange) selectThrough(row, boxOf(anchor ?? row)?.checked ?? true);
  else box.click();
  anchor = row;
  return true;
}

/** A click with Shift on a row's box carries its state back to the last row that was chosen. */
export function onRowClick({ target, shiftKey, isTrusted }: MouseEvent): void {
  const row =
    isTrusted && target instanceof HTMLInputElement && target.type === 'checkbox'
      ? target.closest('[data-row]')
      : null;
  if (!row) return;
  if (shiftKey && anchor?.isConnected) {
    selectThrough(row, (target as HTMLInputElement).checked);
    getSelection()?.removeAllRanges();
  }
  anchor = row;
}

function selectThrough(row: Element, on: boolean): void {
  const rows = shownRows();
  const [from = 0, to = 0] = [rows.indexOf(anchor ?? row), rows.indexOf(row)].toSorted((a, b) => a - b);
  for (const each of rows.slice(Math.max(from, 0), to + 1)) {
    const box = boxOf(each);
    if (box && box.checked !== on) box.click();
  }
}

/** Presses the row's button, or the page's where one is at no row. */
export function pressVerb(): boolean {
  const focused = document.activeElement?.closest('[data-row]');
  const verb = (focused ?? document).querySelector<HTMLElement>('[data-verb]');
  verb?.click();
  return verb !== null;
}

/** To the newest of what one has not seen: a row of a list, or an entry of a case's timeline. */
export function goToUnread(): boolean {
  const unread = [...document.querySelectorAll<HTMLElement>('[data-unread]')].find(isShown);
  const row = unread?.closest('[data-row]');
  if (row) goToRow(row);
  else if (unread) {
    unread.tabIndex = -1;
    unread.focus();
  }
  return unread !== undefined;
}

/** To whom the cases that are chosen shall go; false where none is chosen. */
export function goToAssign(): boolean {
  const isAnyChosen = document.querySelector('[data-row] input[type=checkbox]:checked');
  const assign = document.querySelector<HTMLElement>('[data-assign]');
  if (!isAnyChosen || !assign) return false;
  assign.focus();
  if (!(assign instanceof HTMLSelectElement) && !assign.closest('details')?.open) assign.click();
  return true;
}
