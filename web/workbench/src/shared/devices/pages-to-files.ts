import { pdfOfPictures, type JpegPage } from './picture-pdf.ts';

/** A page that was taken, and how far it is turned, degrees clockwise. */
export interface TakenPage { key: string; picture: Blob; turn: number }

const quality = 0.85;

async function uprightPage({ picture, turn }: TakenPage): Promise<JpegPage & { blob: Blob }> {
  const image = await createImageBitmap(picture);
  const lying = turn % 180 !== 0;
  const [width, height] = lying ? [image.height, image.width] : [image.width, image.height];
  const canvas = document.createElement('canvas');
  Object.assign(canvas, { width, height });
  const pen = canvas.getContext('2d');
  if (!pen) throw new Error('no canvas');
  pen.translate(width / 2, height / 2);
  pen.rotate((turn * Math.PI) / 180);
  pen.drawImage(image, -image.width / 2, -image.height / 2);
  const blob = await new Promise<Blob>((resolve, reject) => { canvas.toBlob((made) => (made ? resolve(made) : reject(new Error('no picture'))), 'image/jpeg', quality); });
  return { blob, bytes: new Uint8Array(await blob.arrayBuffer()), width, height };
}

/** Whether several pages can become one file of the material. */
export function takesPdf(accept: readonly string[]): boolean {
  return accept.length === 0 || accept.includes('pdf');
}

/** The taken pages as files to upload: one PDF where the material takes PDF, else a picture each. */
export async function filesOfPages(pages: readonly TakenPage[], name: string, accept: readonly string[]): Promise<File[]> {
  const upright: Awaited<ReturnType<typeof uprightPage>>[] = [];
  for (const page of pages) upright.push(await uprightPage(page));
  if (takesPdf(accept)) return [new File([pdfOfPictures(upright)], `${name}.pdf`, { type: 'application/pdf' })];
  return upright.map(({ blob }, index) => new File([blob], upright.length === 1 ? `${name}.jpg` : `${name}（${index + 1}）.jpg`, { type: 'image/jpeg' }));
}
