/** Today: the clocks of whoever looks. */
export const today = {
  noneOfYours: 'No clock of yours runs.',
  noneAtAll: 'No clock runs yet: the date on a denial letter starts the first one.',
};
