import type { Box } from '../../../components/rail/geometry.ts';
import type { RailLayout } from '../../../components/rail/layout.ts';

/** The room of every text of a drawing. */
export function textsOf(rail: RailLayout): Box[] {
  const { flag } = rail.today;
  return [
    { x: flag.x, y: flag.y, width: flag.width, height: 23 },
    ...rail.labels.map(({ edge, box }) => ({
      ...box,
      y: edge === 'above' ? box.y + rail.labelShift : rail.lowerLabelY - 14,
    })),
    ...rail.tape.labels.map(({ box }) => box),
    ...rail.bars.flatMap(({ text }) => (text ? [text.box] : [])),
    ...(rail.tornText ? [rail.tornText.box] : []),
    ...(rail.endNote
      ? [{ x: rail.endNote.x, y: rail.endNote.y - 11, width: rail.width - rail.endNote.x, height: 32 }]
      : []),
    ...(rail.strip
      ? [rail.strip.left.box, rail.strip.detail.box, ...rail.strip.notes.map(({ box }) => box)]
      : []),
  ];
}

/** The texts that leave the drawing. */
export const outside = (rail: RailLayout): Box[] =>
  textsOf(rail).filter(
    ({ x, y, width, height }) =>
      x < -1 || x + width > rail.width + 0.001 || y < 0 || y + height > rail.height,
  );
