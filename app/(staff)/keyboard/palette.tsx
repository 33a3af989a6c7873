import { type KeyboardEvent, useEffect, useId, useLayoutEffect, useRef, useState } from 'react';
import { Listbox, Option, OptionGroup } from '@/components/listbox.tsx';
import { type Command, caseHrefIn, run } from './command.ts';
import { FoundLine, type FoundWords } from './found-case.tsx';
import { presentCase } from './keys.ts';
import { read } from './match.ts';
import { type Group, keyOf, type Offer, offersFor } from './offers.ts';
import { useFound } from './use-found.ts';

export type PaletteWords = {
  close: string;
  title: string;
  hint: string;
  whose: string;
  list: string;
  none: string;
  count: string;
  one: string;
  failed: string;
  foot: string;
  groups: Record<Group, string>;
};

/** Every action and every case behind one field: opened from anywhere, closed without a trace. */
export default function Palette({
  commands,
  words: { palette: words, find },
  early,
  onReady,
  onClose,
}: {
  commands: readonly Command[];
  words: { palette: PaletteWords; find: FoundWords };
  /** What was typed before this was here. */
  early: () => string;
  /** From now on it takes itself what is typed. */
  onReady: () => void;
  onClose: () => void;
}) {
  const dialog = useRef<HTMLDialogElement>(null);
  const id = useId();
  const [caseHref] = useState(presentCase);
  const [next] = useState(actsOnPage);
  const [typed, setTyped] = useState(early);
  const [act, setAct] = useState<Command | null>(null);
  const [chosen, setChosen] = useState<string | null>(null);
  const whole = useFound(typed);
  const { rest } = act ? { rest: '' } : read(typed, commands);
  const beside = useFound(rest);
  const offers = offersFor({
    typed,
    commands,
    next: act ? [] : next,
    act,
    whole: whole.cases,
    beside: beside.cases,
  });
  const active = Math.max(
    0,
    offers.findIndex((offer) => keyOf(offer) === chosen),
  );

  useLayoutEffect(() => {
    const element = dialog.current;
    element?.showModal();
    onReady();
    // Closing gives the focus back to where it was; taking an open dialog out of the page would not.
    return () => element?.close();
  }, [onReady]);
  useEffect(() => {
    document.getElementById(`${id}-${active}`)?.scrollIntoView({ block: 'nearest' });
  }, [id, active]);

  const type = (text: string) => {
    setTyped(text);
    setChosen(null);
  };
  const isWaiting = typed.trim() !== '' && (whole.query !== typed.trim() || beside.query !== rest);
  /** A case found for what was typed before is not what is meant now. */
  const isStale = ({ found }: Offer) => found !== null && isWaiting;
  const choose = ({ command, found }: Offer) => {
    const href = found ? found.href : caseHref;
    if (command?.kind === 'act' && !href) {
      setAct(command);
      type('');
      return;
    }
    // First, so that what is pressed on the page can take the focus.
    dialog.current?.close();
    if (command) run(command, href);
    else if (found) location.assign(found.href);
  };
  const onKeyDown = (event: KeyboardEvent<HTMLInputElement>) => {
    if (event.nativeEvent.isComposing) return;
    const { key } = event;
    const offer = offers[active];
    if (key === 'ArrowDown' || key === 'ArrowUp') {
      const step = key === 'ArrowDown' ? 1 : -1;
      const to = offers[(active + step + offers.length) % offers.length];
      setChosen(to ? keyOf(to) : null);
    } else if (key === 'Enter') {
      if (offer && !isStale(offer)) choose(offer);
    } else if (key === 'Backspace' && typed === '' && act) setAct(null);
    else return;
    event.preventDefault();
  };
  const hasNone = offers.length === 0 && typed !== '' && !isWaiting;
  const counted = offers.length === 1 ? words.one : words.count.replace('{n}', String(offers.length));

  return (
    <dialog
      ref={dialog}
      className="palette"
      aria-label={words.title}
      closedby="any"
      onClose={({ currentTarget }) => {
        if (!currentTarget.open) onClose();
      }}
    >
      <div className="palette-field">
        {act ? <span className="palette-act">{act.label}</span> : null}
        <input
          role="combobox"
          aria-label={act ? `${act.label}: ${words.whose}` : words.title}
          aria-autocomplete="list"
          aria-expanded={offers.length > 0}
          aria-controls={`${id}-list`}
          aria-activedescendant={offers.length > 0 ? `${id}-${active}` : undefined}
          placeholder={act ? words.whose : words.hint}
          autoComplete="off"
          spellCheck={false}
          maxLength={200}
          autoFocus
          value={typed}
          onChange={(event) => type(event.currentTarget.value)}
          onKeyDown={onKeyDown}
        />
      </div>
      {offers.length > 0 ? (
        <Listbox id={`${id}-list`} label={words.list}>
          {groupsOf(offers).map(({ group, act: of, start, members }) => (
            <OptionGroup
              key={`${group} ${start}`}
              id={`${id}-${group}-${start}`}
              title={words.groups[group].replace('{act}', of?.label ?? '')}
            >
              {members.map((offer, index) => (
                <Option
                  key={keyOf(offer)}
                  id={`${id}-${start + index}`}
                  isActive={start + index === active}
                  onPoint={() => setChosen(keyOf(offer))}
                  onChoose={() => choose(offer)}
                >
                  <OfferLine offer={offer} words={find} />
                </Option>
              ))}
            </OptionGroup>
          ))}
        </Listbox>
      ) : null}
      {hasNone ? <p className="opt-say">{words.none}</p> : null}
      {whole.hasFailed ? <p className="opt-say">{words.failed}</p> : null}
      <footer className="palette-foot">
        <span>{words.foot}</span>
        <button className="btn" type="button" onClick={() => dialog.current?.close()}>
          {words.close}
        </button>
      </footer>
      <output className="vh" aria-live="polite">
        {typed === '' || isWaiting ? '' : hasNone ? words.none : counted}
      </output>
    </dialog>
  );
}

function OfferLine({ offer: { command, found }, words }: { offer: Offer; words: FoundWords }) {
  if (found) return <FoundLine found={found} words={words} />;
  return (
    <>
      <span className="opt-name">{command?.label}</span>
      {command?.keys ? (
        <span className="opt-keys">
          {command.keys.split(' ').map((key) => (
            <kbd key={key}>{key}</kbd>
          ))}
        </span>
      ) : null}
    </>
  );
}

type Run = { group: Group; act: Command | null; start: number; members: Offer[] };

/** Neighbors of one kind under one heading. */
function groupsOf(offers: readonly Offer[]): Run[] {
  const runs: Run[] = [];
  offers.forEach((offer, index) => {
    const last = runs.at(-1);
    const isSame = last?.group === offer.group && (offer.group !== 'on' || last.act === offer.command);
    if (last && isSame) last.members.push(offer);
    else runs.push({ group: offer.group, act: offer.command, start: index, members: [offer] });
  });
  return runs;
}

/** What the page of a case offers to record now, the next legal step first. */
function actsOnPage(): Command[] {
  return [...document.querySelectorAll<HTMLAnchorElement>('a[data-act]')].flatMap((link) => {
    const caseHref = caseHrefIn(link.pathname);
    const to = caseHref && (link.pathname + link.search).slice(caseHref.length + 1);
    return to ? [{ kind: 'act' as const, label: link.textContent.trim(), to }] : [];
  });
}
