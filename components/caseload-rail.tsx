import { Drawing } from './drawing.tsx';
import { type CaseloadModel, layoutCaseload } from './rail/caseload.ts';
import { RAIL_WIDTHS, type RailWidth } from './rail/geometry.ts';

export type { CaseloadModel } from './rail/caseload.ts';

const LOOK = { client: 'left ours', plan: 'left theirs', department: 'left other' } as const;

function CaseloadDrawing({ model, width }: { model: CaseloadModel; width: RailWidth }) {
  const load = layoutCaseload(model, width);
  const { cell, cellTop } = load;
  const isNumbered = load.weekLabels.length === 0;
  return (
    <Drawing
      className="rail load"
      width={load.width}
      height={load.height}
      title={model.title}
      description={model.description}
    >
      {load.cells.map(({ x, text, isToday, isOff, isClosed }) => (
        <g key={x}>
          <rect
            className={`cell${isOff ? ' off' : ''}${isToday ? ' today' : ''}${isNumbered ? '' : ' thin'}`}
            x={x}
            y={cellTop}
            width={cell}
            height="30"
          />
          {isClosed && !isToday ? (
            <rect className="shut" x={x + 0.5} y={cellTop + 0.5} width={cell - 1} height="29" />
          ) : null}
          {text === null ? null : (
            <text
              className={isToday ? 'invp b' : isOff ? 'f' : undefined}
              x={x + cell / 2}
              y={cellTop + 20}
              textAnchor="middle"
            >
              {text}
            </text>
          )}
        </g>
      ))}
      {isNumbered ? null : (
        <rect className="frame" x=".5" y={cellTop + 0.5} width={load.width - 1} height="29" />
      )}
      {load.weekLabels.map(({ x, text }) => (
        <text key={x} x={x} y={cellTop + 20}>
          {text}
        </text>
      ))}
      {load.monthNames.map(({ x, text }) => (
        <text key={x} className="f" x={x} y={cellTop - 8}>
          {text}
        </text>
      ))}
      {load.boxes.map(({ key, x, y, side, title }) => (
        <rect key={key} className={LOOK[side]} x={x} y={y} width={load.boxSize} height={load.boxSize}>
          <title>{title}</title>
        </rect>
      ))}
      {load.more.map(({ key, x, y, text }) => (
        <text key={key} className="d" x={x} y={y} textAnchor="middle">
          {text}
        </text>
      ))}
      {load.names.map(({ x, anchor, who, what }) => (
        <g key={x}>
          <text className="b" x={x} y={load.nameY} textAnchor={anchor}>
            {who}
          </text>
          <text className="d" x={x} y={load.nameY + 17} textAnchor={anchor}>
            {what}
          </text>
        </g>
      ))}
      <text className="b" x={load.todayX} y={load.todayY} textAnchor="middle">
        Today
      </text>
    </Drawing>
  );
}

/** A person's clocks over 45 days, one box each. */
export function CaseloadRail({ model }: { model: CaseloadModel }) {
  return (
    <div className="rail-fit">
      {RAIL_WIDTHS.map((width) => (
        <div key={width} className={`w${width}`}>
          <CaseloadDrawing model={model} width={width} />
        </div>
      ))}
    </div>
  );
}
