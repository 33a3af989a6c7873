'use client';

import { usePathname } from 'next/navigation';
import { useCallback, useEffect, useRef, useState } from 'react';
import type { Command } from './command.ts';
import type FindList from './find-list.tsx';
import type { FindWords } from './find-list.tsx';
import type KeySheet from './key-sheet.tsx';
import type { SheetWords } from './key-sheet.tsx';
import { listenForKeys, paletteKey } from './keys.ts';
import type Palette from './palette.tsx';
import type { PaletteWords } from './palette.tsx';
import { SaidResults } from './said.tsx';

/** What is open over the page. Each comes when it is first asked for: a page that is only read carries none of them. */
type Opened = { readonly Palette: typeof Palette } | { readonly KeySheet: typeof KeySheet };
type Finding = { readonly box: HTMLInputElement; readonly List: typeof FindList };

const ONE_YEAR_S = 31_536_000;

/** The keys of every screen, the palette and their sheet, and what the search in the bar finds while one types. */
export function Keyboard({
  commands,
  words,
  isOn,
}: {
  commands: readonly Command[];
  words: { find: FindWords; palette: PaletteWords; sheet: SheetWords };
  /** Whether keys act on their own on this device. */
  isOn: boolean;
}) {
  const [opened, setOpened] = useState<Opened | null>(null);
  const [finding, setFinding] = useState<Finding | null>(null);
  const [isKeyed, setIsKeyed] = useState(isOn);
  const keyed = useRef(isOn);
  /** What is typed before the palette has come; null where none is on its way. */
  const early = useRef<string | null>(null);

  useEffect(() => {
    const show = async (what: 'palette' | 'sheet') => {
      if (document.querySelector(':is(.palette, .key-sheet)[open]')) return;
      if (what === 'sheet') return setOpened({ KeySheet: (await import('./key-sheet.tsx')).default });
      early.current ??= '';
      try {
        setOpened({ Palette: (await import('./palette.tsx')).default });
      } catch {
        early.current = null;
      }
    };
    const press = ({ target }: Event) => {
      const pressed = target instanceof Element ? target.closest('[data-command]') : null;
      const what = pressed?.getAttribute('data-command');
      if (what !== 'sheet' && what !== 'palette') return;
      // The menu closes under what opens now, and the focus has to find something when it comes back.
      if (pressed?.contains(document.activeElement))
        pressed.closest('details')?.querySelector('summary')?.focus();
      void show(what);
    };
    const leave = listenForKeys({
      commands,
      isOn: () => keyed.current,
      show: (what) => void show(what),
      keep: (key) => {
        if (early.current === null) return false;
        if (key.length === 1) early.current += key;
        return true;
      },
    });
    document.addEventListener('click', press);
    return () => {
      leave();
      document.removeEventListener('click', press);
    };
  }, [commands]);
  useEffect(() => {
    const box = document.querySelector<HTMLInputElement>('.top [data-find]');
    if (!box) return undefined;
    const open = async () => {
      const { default: List } = await import('./find-list.tsx');
      setFinding({ box, List });
    };
    const onFocus = () => void open();
    readyForList(box);
    if (document.activeElement === box) onFocus();
    box.addEventListener('focus', onFocus, { once: true });
    return () => box.removeEventListener('focus', onFocus);
  }, []);
  useCurrentPlace();

  const earlyTyped = useCallback(() => early.current ?? '', []);
  const onReady = useCallback(() => {
    early.current = null;
  }, []);
  // What closes may do so after the other one opened in its place.
  const closePalette = () => setOpened((present) => (present && 'Palette' in present ? null : present));
  const closeSheet = () => setOpened((present) => (present && 'KeySheet' in present ? null : present));
  const switchKeys = (on: boolean) => {
    keyed.current = on;
    setIsKeyed(on);
    document.cookie = `keys=${on ? 'on' : 'off'}; path=/; max-age=${ONE_YEAR_S}; samesite=lax`;
    document.documentElement.dataset['keys'] = on ? 'on' : 'off';
  };
  return (
    <>
      <SaidResults />
      {finding ? <finding.List box={finding.box} words={words.find} /> : null}
      {opened && 'Palette' in opened ? (
        <opened.Palette
          commands={commands}
          words={words}
          early={earlyTyped}
          onReady={onReady}
          onClose={closePalette}
        />
      ) : null}
      {opened && 'KeySheet' in opened ? (
        <opened.KeySheet
          commands={commands}
          words={words.sheet}
          paletteKey={paletteKey()}
          isOn={isKeyed}
          onSwitch={switchKeys}
          onClose={closeSheet}
        />
      ) : null}
    </>
  );
}

/** With scripts the search answers with a list; without them it is a plain field. */
function readyForList(box: HTMLInputElement): void {
  box.role = 'combobox';
  box.ariaExpanded = 'false';
  box.ariaAutoComplete = 'list';
  box.setAttribute('aria-controls', `${box.id}-list`);
}

/** The bar is drawn once; a page that comes without a new one is marked in it here. */
function useCurrentPlace(): void {
  const path = usePathname();
  useEffect(() => {
    for (const link of document.querySelectorAll<HTMLAnchorElement>('[data-place]')) {
      const to = link.pathname;
      const isHere = to === '/' ? path === to : path === to || path.startsWith(`${to}/`);
      if (isHere) link.setAttribute('aria-current', 'page');
      else link.removeAttribute('aria-current');
    }
  }, [path]);
}
