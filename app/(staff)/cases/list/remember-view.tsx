'use client';

import { useEffect } from 'react';

/** The list that is shown, without what was searched for, is the one this person comes back to. */
export function RememberView({ cookie, value }: { cookie: string; value: string }) {
  useEffect(() => {
    const secure = location.protocol === 'https:' ? '; secure' : '';
    // biome-ignore lint/suspicious/noDocumentCookie: the Cookie Store is not in every browser yet
    document.cookie = `${cookie}=${encodeURIComponent(value)}; path=/cases; max-age=31536000; samesite=lax${secure}`;
  }, [cookie, value]);
  return null;
}
