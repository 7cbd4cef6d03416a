import { Code, DateTime, defineOperation, Id, Nullable, Type, type Static } from '@tongban/contract-kit';

export const scanStatuses = ['clean', 'not-scanned', 'infected'] as const;

/** A file as its uploader sees it; `name` carries the extension of what the file really is. */
export const StoredFile = Type.Object({
  id: Id,
  name: Type.String(),
  /** Bytes. */
  size: Type.Integer(),
  mediaType: Type.String(),
  /** Pages of a PDF, 1 for an image, null when unknown. */
  pages: Nullable(Type.Integer()),
  scanStatus: Code(scanStatuses),
  uploadedAt: DateTime,
});
export type StoredFile = Static<typeof StoredFile>;

export const uploadFile = defineOperation({
  id: 'files.upload-file', method: 'POST', path: '/api/v1/files', permission: 'signed-in', status: 201, bodyKind: 'multipart',
  summary: '上传一个文件（字段名 file，不超过 20 MB）；按内容识别真实类型，7 天内未用于申请即清除', response: StoredFile,
});

export const downloadFile = defineOperation({
  id: 'files.download-file', method: 'GET', path: '/api/v1/files/:fileId', permission: 'signed-in', responseKind: 'binary',
  summary: '下载本人上传的文件；办件中的文件通过办件查看', params: Type.Object({ fileId: Id }),
});
