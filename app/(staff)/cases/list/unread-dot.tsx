/** Somebody else changed this case since its reader looked. */
export function UnreadDot({ label }: { label: string }) {
  return (
    <>
      <span className="dot" data-unread="" />
      <span className="vh">{label}</span>
    </>
  );
}
