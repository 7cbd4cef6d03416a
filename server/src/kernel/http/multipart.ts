import type { FastifyRequest } from 'fastify';
import { defineErrors } from '../errors/index.ts';
import type { UploadedFile } from '../module/index.ts';

const fail = defineErrors({
  'kernel.file-too-large': { kind: 'invalid', title: '文件超过 20 MB，无法上传', detail: '请压缩图片、降低扫描分辨率，或拆分为多个文件后重新上传。' },
  'kernel.upload-broken': { kind: 'invalid', title: '文件没有完整上传', detail: '请检查网络后重新选择文件上传。' },
});

/** Reads a multipart request into memory, within the limits set for the server. @throws kernel.file-too-large */
export async function readMultipart(request: FastifyRequest): Promise<{ files: UploadedFile[]; fields: Record<string, string> }> {
  const files: UploadedFile[] = [];
  const fields: Record<string, string> = {};
  if (!request.isMultipart()) throw fail('kernel.upload-broken');
  try {
    for await (const part of request.parts()) {
      if (part.type === 'file') files.push({ fieldName: part.fieldname, fileName: part.filename.slice(0, 255), content: await part.toBuffer() });
      else fields[part.fieldname] = String(part.value);
    }
  } catch (error) {
    if ((error as { code?: string }).code === 'FST_REQ_FILE_TOO_LARGE') throw fail('kernel.file-too-large');
    throw fail('kernel.upload-broken', {}, { cause: error });
  }
  return { files, fields };
}
