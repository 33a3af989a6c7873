/** What a page says where it has nothing of its own to show. */
export const states = {
  today: 'Go to Today',
  cases: 'Go to the list of cases',
  error: {
    heading: 'Something went wrong',
    title: 'This page could not be shown.',
    again: 'Try again',
    today: 'Go to Today',
    saved: 'If you were saving something, open the case to see whether it was recorded.',
    found: 'Whoever looks after Recourse finds this failure in the log as',
    offline: 'You are not connected. Once you are again, try once more: what you typed is kept.',
  },
  notFound: {
    heading: 'Not found',
    title: 'There is nothing here.',
    text: 'The address may be mistyped, or it belongs to something your office does not have.',
    look: 'Look in the list of cases',
  },
  forbidden: {
    heading: 'Not part of your role',
    title: 'Your role does not include this page.',
    text: 'Ask a supervisor to do it, or an administrator to change your role.',
  },
  caseNotFound: {
    heading: 'Case not found',
    title: 'This is not among your office’s cases.',
    text: 'The link may be cut short, or it may lead to a case of another office or to a date the case does not have. Search for the client’s name or the case number instead.',
  },
  erased: {
    heading: (number: string) => `Case ${number} was erased`,
    title: (number: string, day: string, who: string) => `Case ${number} was erased on ${day} by ${who}.`,
    text: 'Its time of keeping was over. What is left is its number, who erased it, and figures without a name or a date.',
  },
};
