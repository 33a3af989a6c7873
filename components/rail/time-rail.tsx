import { Drawing } from '../drawing.tsx';
import { RAIL_WIDTHS, type RailWidth } from './geometry.ts';
import type { Segment } from './lanes.ts';
import { type BarShape, layoutRail, type RailLayout } from './layout.ts';
import type { RailModel, RailSide } from './model.ts';
import type { Strip } from './strip.ts';
import { ENGLISH_WORDS } from './words.ts';

const LOOK = { client: 'ours', plan: 'theirs', department: 'other' } as const;

const SEGMENT: Record<Segment['kind'], Record<RailSide, string>> = {
  used: { client: 'ours used', plan: 'theirs used', department: 'other used' },
  left: { client: 'ours left', plan: 'theirs left', department: 'other left' },
  rest: { client: 'ghost ours', plan: 'ghost', department: 'ghost' },
  ghost: { client: 'ghost ours', plan: 'ghost', department: 'ghost' },
  reading: { client: 'alt', plan: 'alt-t', department: 'alt-t' },
};

function textClass(kind: Segment['kind'] | null, side: RailSide): string | undefined {
  if (kind === 'ghost') return 'd halo';
  if (kind === null) return 'halo';
  if (kind !== 'left' || side === 'department') return undefined;
  return side === 'client' ? 'inv' : 'invp';
}

function Bar({ bar }: { bar: BarShape }) {
  const { side, y, height, segments, cap, over, text } = bar;
  return (
    <g>
      {segments.map(({ kind, x, width }) => {
        const inset = kind === 'used' || kind === 'left' ? 0 : 0.5;
        return (
          <rect
            key={`${kind}-${x}`}
            className={SEGMENT[kind][side]}
            x={x}
            y={y + inset}
            width={width}
            height={height - 2 * inset}
          />
        );
      })}
      {cap ? <path className={`cap ${LOOK[side]}`} d={`M${cap.x} ${cap.from}V${cap.to}`} /> : null}
      {over ? (
        <>
          <path className="over thick" d={`M${over.from} ${over.y}H${over.to}`} />
          {over.diamond ? (
            <path className="diamond" d={`M${over.from} ${over.y - 5.5}l5.5 5.5l-5.5 5.5l-5.5 -5.5z`} />
          ) : null}
        </>
      ) : null}
      {text ? (
        <text className={textClass(text.onSegment, side)} x={text.x} y={text.y}>
          {text.text}
        </text>
      ) : null}
    </g>
  );
}

function tapePath({ left, right, top, height, isTorn }: RailLayout['tape']): string {
  if (!isTorn) return `M${left} ${top}H${right}V${top + height}H${left}Z`;
  const tooth = height / 4;
  return `M${left + 4} ${top}H${right}V${top + height}H${left + 4}l-4 ${-tooth}l4 ${-tooth}l-4 ${-tooth}Z`;
}

function Tape({ tape }: { tape: RailLayout['tape'] }) {
  const { top, height, left, pastTo, ticks, labels, offDays, isTorn } = tape;
  const past = pastTo - left - 1 - (isTorn ? 4 : 0);
  return (
    <>
      <path className="tape" d={tapePath(tape)} />
      {past > 0 ? (
        <rect
          className="tape-past"
          x={left + 0.5 + (isTorn ? 4 : 0)}
          y={top + 0.5}
          width={past}
          height={height - 1}
        />
      ) : null}
      {offDays.map(({ x, width, isClosed }) => (
        <g key={x}>
          <rect className="tape-off" x={x + 0.5} y={top + 0.5} width={width - 0.5} height={height - 1} />
          {isClosed ? (
            <rect className="shut" x={x + 0.5} y={top + 0.5} width={width - 1} height={height - 1} />
          ) : null}
        </g>
      ))}
      {ticks.map(({ x, isMonth }) => (
        <path key={x} className={isMonth ? 'tick m' : 'tick'} d={`M${x} ${top}v${height}`} />
      ))}
      {labels.map(({ x, text, anchor }) => (
        <text key={x} className="month" x={x} y={top + height / 2 + 4} textAnchor={anchor}>
          {text}
        </text>
      ))}
    </>
  );
}

function cellClass(look: Strip['cells'][number]['look'], owner: RailSide): string {
  if (look === 'open') return 'cell';
  if (look === 'today') return 'cell today';
  if (look === 'last') return owner === 'client' ? 'cell last' : 'cell last-t';
  return 'cell off';
}

function cellTextClass(look: Strip['cells'][number]['look'], owner: RailSide): string {
  if (look === 'today') return 'invp';
  if (look === 'last') return owner === 'client' ? 'inv' : 'invp';
  return look === 'open' ? '' : 'f';
}

function Lens({ lens, top }: { lens: Strip['lens']; top: number }) {
  const bend = top - (top - lens.top) * 0.48;
  const rise = lens.top + (top - lens.top) * 0.48;
  return (
    <path
      className="flare"
      d={`M${lens.from} ${lens.top}C${lens.from} ${bend} ${lens.stripFrom} ${rise} ${lens.stripFrom} ${top}H${lens.stripTo}C${lens.stripTo} ${rise} ${lens.to} ${bend} ${lens.to} ${lens.top}Z`}
    />
  );
}

function LastDays({ strip, isPhone }: { strip: Strip; isPhone: boolean }) {
  const { top, height, cells, owner, left, detail, notes } = strip;
  return (
    <>
      {cells.map(({ x, width, weekday, day, look }) => {
        const name = cellTextClass(look, owner);
        return (
          <g key={x}>
            <rect className={cellClass(look, owner)} x={x} y={top} width={width} height={height} />
            {look === 'closed' ? (
              <rect className="shut" x={x + 0.5} y={top + 0.5} width={width - 1} height={height - 1} />
            ) : null}
            <text className={name} x={x + width / 2} y={top + 20} textAnchor="middle">
              {weekday}
            </text>
            <text className={`${name} b n`} x={x + width / 2} y={top + 40} textAnchor="middle">
              {day}
            </text>
          </g>
        );
      })}
      {notes.map(({ x, y, text, anchor }) => (
        <text key={text} className="d" x={x} y={y} textAnchor={anchor}>
          {text}
        </text>
      ))}
      <text className={isPhone ? 'b' : 'big'} x={left.x} y={left.y} textAnchor={left.anchor}>
        {left.text}
      </text>
      <text className="d" x={detail.x} y={detail.y} textAnchor={detail.anchor}>
        {detail.text}
      </text>
    </>
  );
}

function RailDrawing({ model, width }: { model: RailModel; width: RailWidth }) {
  const rail = layoutRail(model, width);
  const { flag } = rail.today;
  return (
    <Drawing
      className="rail"
      width={rail.width}
      height={rail.height}
      title={model.title}
      description={model.description}
    >
      <Tape tape={rail.tape} />
      {rail.laneNames.map(({ y, text }) => (
        <text key={text} className="d" x="0" y={y}>
          {text}
        </text>
      ))}
      {rail.bars.map((bar) => (
        <Bar key={bar.id} bar={bar} />
      ))}
      {rail.strip ? <Lens lens={rail.strip.lens} top={rail.strip.top} /> : null}
      {rail.leaders.map(({ x, from, to }) => (
        <path key={`${x}-${from}`} className="lead" d={`M${x} ${from}V${to}`} />
      ))}
      {rail.labels.map((label) =>
        label.edge === 'above' ? (
          <g key={`above-${label.dotX}`}>
            <text className="b" x={label.x} y={rail.labelShift + 18} textAnchor={label.anchor}>
              {label.what}
            </text>
            <text className="d" x={label.x} y={rail.labelShift + 35} textAnchor={label.anchor}>
              {label.when}
            </text>
          </g>
        ) : (
          <text
            key={`below-${label.dotX}`}
            className="d"
            x={label.x}
            y={rail.lowerLabelY}
            textAnchor={label.anchor}
          >
            <tspan className="b ink">{label.what}</tspan> {label.when}
          </text>
        ),
      )}
      {rail.tornText ? (
        <text className="d" x={rail.tornText.x} y={rail.tornText.y}>
          {rail.tornText.text}
        </text>
      ) : null}
      {rail.dots.map(({ x, y, edge, side, hollow, radius }) => (
        <circle
          key={`${edge}-${x}`}
          className={`let ${side === 'client' ? 'client' : 'plan'}${hollow ? ' hollow' : ''}`}
          cx={x}
          cy={y}
          r={radius}
        />
      ))}
      {rail.endNote ? (
        <>
          <text className="b" x={rail.endNote.x} y={rail.endNote.y}>
            {rail.endNote.text}
          </text>
          <text className="d" x={rail.endNote.x} y={rail.endNote.y + 17}>
            {rail.endNote.detail}
          </text>
        </>
      ) : null}
      <path className="now" d={`M${rail.today.x} ${rail.today.from}V${rail.today.to}`} />
      <rect className="flag" x={flag.x} y={flag.y} width={flag.width} height="23" />
      <text className="flagt" x={flag.textX} y={flag.y + 16} textAnchor="middle">
        {flag.text}
      </text>
      {rail.strip ? <LastDays strip={rail.strip} isPhone={width === 358} /> : null}
    </Drawing>
  );
}

function RailTable({ model }: { model: RailModel }) {
  const { columns } = model.words ?? ENGLISH_WORDS;
  return (
    <table className="rail-table">
      <caption className="vh">{model.title}</caption>
      <thead>
        <tr>
          <th scope="col">{columns.date}</th>
          <th scope="col">{columns.what}</th>
          <th scope="col">{columns.whose}</th>
          <th scope="col">{columns.result}</th>
        </tr>
      </thead>
      <tbody>
        {model.table.map((row) => (
          <tr key={`${row.on}-${row.what}`}>
            <td>
              <time dateTime={row.on}>{row.date}</time>
            </td>
            <td>{row.what}</td>
            <td>{row.whose}</td>
            <td>{row.result}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function KeySwatch({ above, below }: { above: string; below: string }) {
  return (
    <svg width="20" height="10" viewBox="0 0 20 10" aria-hidden="true">
      <rect className={above} width="9" height="10" />
      <rect className={below} x="10" width="9" height="10" />
    </svg>
  );
}

/** A dispute drawn to scale: theirs on the line, ours under it, and what is left of each. */
export function TimeRail({
  model,
  widths = RAIL_WIDTHS,
  withKey = true,
  withTable = true,
}: {
  model: RailModel;
  /** The drawings to make; the widest that fits its column is shown. */
  widths?: readonly RailWidth[];
  withKey?: boolean;
  withTable?: boolean;
}) {
  const hasReadings = model.bars.some((bar) => bar.otherReadings?.length || bar.latestOn);
  const words = model.words ?? ENGLISH_WORDS;
  const inWords = layoutRail(model, widths[0] ?? 1320).inWords;
  return (
    <div>
      <div className="rail-fit">
        {widths.map((width) => (
          <div key={width} className={`w${width}`}>
            <RailDrawing model={model} width={width} />
          </div>
        ))}
      </div>
      {inWords.length > 0 ? (
        <p className="small quiet">
          {words.notDrawn}: {inWords.join('; ')}.
        </p>
      ) : null}
      {withKey || withTable ? (
        <div className="rail-key">
          {withKey ? (
            <>
              <span>
                <KeySwatch above="kt" below="ko" />
                {words.left}
              </span>
              <span>
                <KeySwatch above="kp" below="kq" />
                {words.used}
              </span>
              {hasReadings ? (
                <span>
                  <svg width="26" height="10" viewBox="0 0 26 10" aria-hidden="true">
                    <rect className="alt" x=".5" y=".5" width="25" height="9" />
                  </svg>
                  {words.readings}
                </span>
              ) : null}
              <span>
                <svg width="22" height="10" viewBox="0 0 22 10" aria-hidden="true">
                  <circle className="kt" cx="5" cy="5" r="4.5" />
                  <circle className="ko" cx="16" cy="5" r="4.5" />
                </svg>
                {words.letters}
              </span>
            </>
          ) : null}
          {withTable ? (
            <details className="rail-text">
              <summary>{words.asText}</summary>
              <RailTable model={model} />
            </details>
          ) : null}
        </div>
      ) : null}
    </div>
  );
}
