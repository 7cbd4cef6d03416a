import jsQR from 'jsqr';

/** The text of a QR code in a picture, if one can be read. */
export function findQrText(picture: ImageData): string | undefined {
  const text = jsQR(picture.data, picture.width, picture.height, { inversionAttempts: 'attemptBoth' })?.data.trim();
  return text || undefined;
}

/**
 * The verification code in a scanned text: the text itself, or the end of a `/verify/…` address; undefined for anything else.
 * Only the code is used, never the address: a forged one leads to this site's own verdict.
 */
export function verificationCodeOf(scanned: string): string | undefined {
  if (!/^[a-z][a-z0-9+.-]*:/i.test(scanned)) return scanned.length >= 4 && scanned.length <= 300 ? scanned : undefined;
  try {
    const { protocol, pathname } = new URL(scanned);
    const match = /^\/verify\/([^/]{4,300})$/.exec(pathname);
    return match?.[1] && /^https?:$/.test(protocol) ? decodeURIComponent(match[1]) : undefined;
  } catch {
    return undefined;
  }
}

/** The pixels of a chosen picture, at most 1600 px wide or high. @throws when it is no picture */
export async function readPicture(file: Blob): Promise<ImageData> {
  const bitmap = await createImageBitmap(file);
  const scale = Math.min(1, 1600 / Math.max(bitmap.width, bitmap.height));
  const canvas = document.createElement('canvas');
  canvas.width = Math.round(bitmap.width * scale);
  canvas.height = Math.round(bitmap.height * scale);
  const context = canvas.getContext('2d', { willReadFrequently: true });
  if (!context) throw new Error('no canvas');
  context.drawImage(bitmap, 0, 0, canvas.width, canvas.height);
  return context.getImageData(0, 0, canvas.width, canvas.height);
}
