import { signOutAction } from '@/app/(staff)/sign-out.ts';

/** The way back for whoever came in under the wrong name. */
export function OtherAccount() {
  return (
    <form action={signOutAction}>
      <button className="link" type="submit">
        Sign in as somebody else
      </button>
    </form>
  );
}
