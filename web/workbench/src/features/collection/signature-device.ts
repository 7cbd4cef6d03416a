/**
 * A pad of its own on which somebody signs, as its driver offers it to the page: `window.tongbanDevices.signature`. Without
 * one, people sign on the screen.
 */
export interface SignatureDevice {
  /** What people call it, e.g. 汉王签名板. */
  readonly name: string;
  /** Waits until somebody has signed and gives the picture, a PNG. Rejects when the pad does not answer. */
  capture(): Promise<Blob>;
}

declare global {
  interface Window { tongbanDevices?: { signature?: SignatureDevice } }
}

/** The pad that is attached, if any. */
export function findSignatureDevice(): SignatureDevice | undefined {
  return window.tongbanDevices?.signature;
}
