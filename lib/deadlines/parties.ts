export const parties = ['client', 'plan', 'regulator', 'reviewer'] as const;
export const deadlineKinds = ['duty', 'limit', 'information'] as const;

/** Who must act, or whose right it is. */
export type Party = (typeof parties)[number];
/** `limit`: the client must act by then; `duty`: somebody else must; `information`: another reading's date. */
export type DeadlineKind = (typeof deadlineKinds)[number];
