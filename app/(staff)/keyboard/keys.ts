import { type Command, caseHrefIn, run } from './command.ts';
import { caseHrefOfRow, goToAssign, goToUnread, moveRow, onRowClick, pressVerb, selectRow } from './rows.ts';

export type KeyTarget = {
  readonly commands: readonly Command[];
  /** Whether keys act on their own; the palette opens either way. */
  readonly isOn: () => boolean;
  readonly show: (what: 'palette' | 'sheet') => void;
  /** Takes what is typed while the palette is on its way; false once it takes that itself. */
  readonly keep: (letter: string) => boolean;
};

const PREFIX_MS = 1_500;
const TYPED_IN =
  'input:not([type=checkbox],[type=radio],[type=button],[type=submit],[type=reset],[type=file]),textarea,select,[contenteditable=true],[role=listbox],[role=application]';

/** The case that a page is about, or the one at whose row one is. */
export const presentCase = (): string | null => caseHrefIn(location.pathname) ?? caseHrefOfRow();

const isApple = (): boolean => /Mac|iP(hone|ad)/.test(navigator.platform);
/** What opens the palette on this machine, as its keyboard writes it. */
export const paletteKey = (): string => (isApple() ? '⌘ K' : 'Ctrl K');

function focusFind(): boolean {
  const box = [...document.querySelectorAll<HTMLInputElement>('[data-find]')].find((each) =>
    each.checkVisibility(),
  );
  box?.focus();
  box?.select();
  return box !== undefined;
}

const BUILT_IN: Readonly<Record<string, () => boolean>> = {
  '/': focusFind,
  j: () => moveRow(1),
  k: () => moveRow(-1),
  x: () => selectRow(false),
  X: () => selectRow(true),
  '.': pressVerb,
  n: goToUnread,
  a: goToAssign,
};

/** Listens until the answer is called. Nothing is taken from a field, an open dialog or a covered page. */
export function listenForKeys({ commands, isOn, show, keep }: KeyTarget): () => void {
  const byKeys = new Map(commands.flatMap((command) => (command.keys ? [[command.keys, command]] : [])));
  let prefix: { key: string; at: number } | null = null;

  const act = (key: string, at: number): boolean => {
    const before = prefix && at - prefix.at < PREFIX_MS ? `${prefix.key} ` : '';
    prefix = null;
    const command = byKeys.get(before + key);
    if (!before) {
      if (key === '?') {
        show('sheet');
        return true;
      }
      if (BUILT_IN[key]?.()) return true;
      if ([...byKeys.keys()].some((keys) => keys.startsWith(`${key} `))) {
        prefix = { key, at };
        return true;
      }
    }
    const caseHref = presentCase();
    if (!command || (command.kind === 'act' && !caseHref)) return false;
    run(command, caseHref);
    return true;
  };

  const onKey = (event: KeyboardEvent) => {
    const { key, target } = event;
    if (event.defaultPrevented || event.isComposing || 'covered' in document.documentElement.dataset) return;
    const isCommand = isApple() ? event.metaKey : event.ctrlKey;
    if (isCommand && !event.altKey && !event.shiftKey && key.toLowerCase() === 'k') {
      event.preventDefault();
      show('palette');
      return;
    }
    if (event.metaKey || event.ctrlKey || event.altKey) return;
    if (keep(key)) {
      event.preventDefault();
      return;
    }
    const isTaken = target instanceof Element && target.closest(TYPED_IN);
    if (isTaken || !isOn() || document.querySelector('dialog[open]')) return;
    if (act(key, event.timeStamp)) event.preventDefault();
  };
  document.addEventListener('keydown', onKey);
  document.addEventListener('click', onRowClick);
  return () => {
    document.removeEventListener('keydown', onKey);
    document.removeEventListener('click', onRowClick);
  };
}
