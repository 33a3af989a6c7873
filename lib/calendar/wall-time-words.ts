import { parseWallTime, type WallTime } from './zoned-time.ts';

/** Reads a time of day as people type it: "8 am", "8:30 pm", "16:05"; anything else is null. Pure. */
export function readTypedWallTime(typed: string): WallTime | null {
  const match = /^(\d{1,2})(?::(\d{2}))?\s*([ap])?\.?m?\.?$/i.exec(typed.trim());
  if (!match) return null;
  const half = match[3]?.toLowerCase();
  const typedHour = Number(match[1]);
  if (half && (typedHour < 1 || typedHour > 12)) return null;
  const hour = half ? (typedHour % 12) + (half === 'p' ? 12 : 0) : typedHour;
  return parseWallTime(`${hour}:${match[2] ?? '00'}`);
}

/** "8:00 am", "4:05 pm"; `readTypedWallTime` reads it back to the same time. */
export function formatWallTime(at: WallTime): string {
  const hour = Number(at.slice(0, 2));
  return `${hour % 12 === 0 ? 12 : hour % 12}${at.slice(2)} ${hour < 12 ? 'am' : 'pm'}`;
}
