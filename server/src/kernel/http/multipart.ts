import type { MultipartFile } from '@fastify/multipart';
import type { FastifyRequest } from 'fastify';
import { AppError, defineErrors } from '../errors/index.ts';
import type { UploadedFile } from '../module/index.ts';

const fail = defineErrors({
  'kernel.file-too-large': { kind: 'invalid', title: '文件超过 20 MB，无法上传', detail: '请压缩图片、降低扫描分辨率，或拆分为多个文件后重新上传。' },
  'kernel.upload-broken': { kind: 'invalid', title: '文件没有完整上传', detail: '请检查网络后重新选择文件上传。' },
});

/** Largest file a request may carry, bytes (20 MiB). */
export const maxFileBytes = 20 * 1024 * 1024;

/** Room for the names and boundaries around a file, bytes. */
const wrapping = 64 * 1024;

/**
 * Bytes that the request may take in memory: what it announces, or the most where it does not say. Every operation takes one
 * file: what is announced as larger is refused before a byte of it is read. @throws kernel.file-too-large, kernel.upload-broken
 */
export function announcedBytes(request: FastifyRequest): number {
  if (!request.isMultipart()) throw fail('kernel.upload-broken');
  const most = maxFileBytes + wrapping;
  const announced = request.headers['content-length'];
  if (announced === undefined) return most;
  if (Number(announced) > most) throw fail('kernel.file-too-large');
  return Number(announced);
}

/** The error of a sender who went away in the middle. */
export const brokenUpload = (cause?: unknown): AppError => fail('kernel.upload-broken', {}, { cause });

/** Lets what is still on its way be thrown away, or the sender would wait for us for ever instead of reading the answer. */
export function discardBody(request: FastifyRequest): void {
  request.raw.unpipe().resume();
}

/** Reads a multipart request into memory, within the limits set for the server. @throws kernel.file-too-large */
export async function readMultipart(request: FastifyRequest): Promise<{ files: UploadedFile[]; fields: Record<string, string> }> {
  const files: UploadedFile[] = [];
  const fields: Record<string, string> = {};
  try {
    for await (const part of request.parts()) {
      if (part.type === 'file') files.push({ fieldName: part.fieldname, fileName: part.filename.slice(0, 255), content: await contentOf(part) });
      else fields[part.fieldname] = String(part.value);
    }
  } catch (error) {
    discardBody(request);
    if (error instanceof AppError) throw error;
    throw brokenUpload(error);
  }
  return { files, fields };
}

/** The content of a file; one that passes the limit is refused at once, while the rest of it is still on its way and thrown away. */
function contentOf(part: MultipartFile): Promise<Buffer> {
  return new Promise((resolve, reject) => {
    part.file.once('limit', () => reject(fail('kernel.file-too-large')));
    part.toBuffer().then(resolve, reject);
  });
}
