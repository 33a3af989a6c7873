/** Advance widths of Atkinson Hyperlegible Next at weight 620, tabular figures, in hundredths of the type size. */
const GROUPS: readonly [width: number, characters: string][] = [
  [26, "'’.,:;|j`"],
  [30, ' !il()[]'],
  [36, '"-ft{}_\\/r'],
  [43, '/I'],
  [50, 'cskvyz*xJ^~?–'],
  [57, 'aehnuLFoE'],
  [59, 'bdgpqS<>='],
  [63, '0123456789$TPVYZB+'],
  [68, 'RDKACX#U'],
  [75, 'wNGHOQ&'],
  [88, 'mMW%@'],
];

const WIDTHS = new Map(
  GROUPS.flatMap(([width, characters]) => Array.from(characters, (each) => [each, width] as const)),
);

/** Wide enough for any letter of another script or with a mark. */
const UNKNOWN = 90;

/** The width in pixels that a line of text needs at most, at a type size in pixels. */
export function textWidth(text: string, size = 13): number {
  let hundredths = 0;
  for (const character of text.normalize('NFD')) {
    if (/\p{M}/u.test(character)) continue;
    hundredths += WIDTHS.get(character) ?? UNKNOWN;
  }
  return (hundredths * size) / 100;
}
