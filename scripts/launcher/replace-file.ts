import fs from 'node:fs';

/** Replaces a file in one step, so that a kill or a full disk leaves the former one whole. */
export function replaceFile(file: string, content: string, mode = 0o644): void {
  const unfinished = `${file}.${process.pid}.unfinished`;
  try {
    const handle = fs.openSync(unfinished, 'w', mode);
    try {
      fs.writeSync(handle, content);
      fs.fsyncSync(handle);
    } finally {
      fs.closeSync(handle);
    }
    fs.renameSync(unfinished, file);
  } catch (error) {
    fs.rmSync(unfinished, { force: true });
    throw error;
  }
}
