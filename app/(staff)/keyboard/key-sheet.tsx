import { type ReactNode, useId, useLayoutEffect, useRef } from 'react';
import type { Command } from './command.ts';

export type SheetWords = {
  title: string;
  lead: string;
  switch: string;
  switchHint: string;
  nowOn: string;
  nowOff: string;
  then: string;
  close: string;
  groups: Record<'anywhere' | 'list' | 'case' | 'go', string>;
  keys: Record<
    'find' | 'palette' | 'sheet' | 'down' | 'up' | 'open' | 'select' | 'range' | 'verb' | 'unread' | 'assign',
    string
  >;
};

type Line = readonly [keys: string, what: string];

/** All keys on one sheet, and the switch that turns them off. */
export default function KeySheet({
  commands,
  words,
  paletteKey,
  isOn,
  onSwitch,
  onClose,
}: {
  commands: readonly Command[];
  words: SheetWords;
  paletteKey: string;
  isOn: boolean;
  onSwitch: (on: boolean) => void;
  onClose: () => void;
}) {
  const dialog = useRef<HTMLDialogElement>(null);
  const id = useId();
  useLayoutEffect(() => {
    const element = dialog.current;
    element?.showModal();
    return () => element?.close();
  }, []);
  const { keys, groups } = words;
  const keyed = (kind: Command['kind'], isFit: (keys: string) => boolean): Line[] =>
    commands.flatMap((command) =>
      command.kind === kind && command.keys && isFit(command.keys) ? [[command.keys, command.label]] : [],
    );
  const isPair = (pressed: string) => pressed.includes(' ');
  const mayAssign = commands.some(({ keys: pressed }) => pressed === 'a');
  return (
    <dialog
      ref={dialog}
      className="key-sheet"
      aria-labelledby={`${id}-title`}
      closedby="any"
      onClose={({ currentTarget }) => {
        if (!currentTarget.open) onClose();
      }}
    >
      <header>
        <h2 id={`${id}-title`}>{words.title}</h2>
        <button className="btn" type="button" onClick={() => dialog.current?.close()}>
          {words.close}
        </button>
      </header>
      <p className="quiet">{words.lead}</p>
      <label className="check-line">
        <span className="check">
          <input
            type="checkbox"
            checked={isOn}
            aria-describedby={`${id}-hint`}
            onChange={(event) => onSwitch(event.currentTarget.checked)}
          />
        </span>
        <span>{words.switch}</span>
      </label>
      <p className="small quiet" id={`${id}-hint`}>
        {words.switchHint} <output aria-live="polite">{isOn ? words.nowOn : words.nowOff}</output>
      </p>
      <div className="key-groups">
        <KeyGroup
          title={groups.anywhere}
          lines={[
            ['/', keys.find],
            [paletteKey, keys.palette],
            ...keyed('place', (pressed) => !isPair(pressed)),
            ['n', keys.unread],
            ['?', keys.sheet],
          ]}
        />
        <KeyGroup
          title={groups.list}
          lines={[
            ['j', keys.down],
            ['k', keys.up],
            ['Enter', keys.open],
            ['x', keys.select],
            ['Shift x', keys.range],
            ['.', keys.verb],
          ]}
        />
        <KeyGroup
          title={groups.case}
          lines={[
            ...keyed('act', (pressed) => pressed !== 'a'),
            ...(mayAssign ? [['a', keys.assign] as const] : []),
          ]}
        />
        <KeyGroup title={groups.go} lines={keyed('place', isPair)} then={words.then} />
      </div>
    </dialog>
  );
}

function KeyGroup({ title, lines, then }: { title: string; lines: readonly Line[]; then?: string }) {
  const headingId = useId();
  if (lines.length === 0) return null;
  return (
    <section aria-labelledby={headingId}>
      <h3 id={headingId}>{title}</h3>
      <dl>
        {lines.map(([pressed, what]) => (
          <div key={pressed}>
            <dt>{kbds(pressed, then)}</dt>
            <dd>{what}</dd>
          </div>
        ))}
      </dl>
    </section>
  );
}

const kbds = (pressed: string, then?: string): ReactNode =>
  pressed.split(' ').map((key, index) => (
    <span key={key}>
      {index > 0 && then ? <span className="small quiet"> {then} </span> : null}
      <kbd>{key}</kbd>
    </span>
  ));
