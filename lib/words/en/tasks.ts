/** Tasks of a case, once they ended. */
export const tasks = {
  done: (title: string) => `“${title}” is done.`,
  canceled: (title: string) => `“${title}” is no longer needed.`,
  undo: 'Undo',
  notUndone: 'It could not be taken back. Look at the case again.',
};
