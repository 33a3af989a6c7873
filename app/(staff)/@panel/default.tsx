/** Nothing lies over a page until a date of it is opened. */
export default function NoPanel() {
  return null;
}
