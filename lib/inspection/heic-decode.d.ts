declare module 'heic-decode' {
  type HeicImage = {
    readonly width: number;
    readonly height: number;
    decode(): Promise<{ readonly width: number; readonly height: number; readonly data: Uint8ClampedArray }>;
  };
  const decodeHeic: {
    all(file: { readonly buffer: Buffer }): Promise<readonly HeicImage[] & { dispose(): void }>;
  };
  export default decodeHeic;
}
