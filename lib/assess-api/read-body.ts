export type BodyRead =
  | { readonly ok: true; readonly text: string; readonly bytes: number }
  | { readonly ok: false; readonly because: 'too-large' | 'cut-short' };

/**
 * The text of a request's body, read piece by piece and cut off past `limit` bytes whatever its Content-Length says.
 * Bytes that are no UTF-8 become replacement characters, so that they end up as a flaw of the JSON.
 */
export async function readBody(request: Request, limit: number): Promise<BodyRead> {
  if (Number(request.headers.get('content-length') ?? 0) > limit) return { ok: false, because: 'too-large' };
  const reader = request.body?.getReader();
  if (reader === undefined) return { ok: true, text: '', bytes: 0 };
  const decoder = new TextDecoder();
  let text = '';
  let bytes = 0;
  try {
    for (;;) {
      const { done, value } = await reader.read();
      if (done) return { ok: true, text: text + decoder.decode(), bytes };
      bytes += value.byteLength;
      if (bytes > limit) {
        await reader.cancel();
        return { ok: false, because: 'too-large' };
      }
      text += decoder.decode(value, { stream: true });
    }
  } catch {
    return { ok: false, because: 'cut-short' };
  }
}
