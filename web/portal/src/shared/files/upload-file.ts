import { ApiError } from '@tongban/api-client';
import type { Problem } from '@tongban/contract-kit';
import { uploadFile, type StoredFile } from '@tongban/server/src/kernel/files/contract.ts';
import { plainApi, withSession } from '../api.ts';
import { fileText } from './text.ts';

export interface UploadOptions {
  onProgress: (percent: number) => void;
  signal: AbortSignal;
}

function interrupted(): ApiError {
  return new ApiError({ type: 'about:blank', status: 0, kind: 'unavailable', code: 'client.offline', title: fileText.interrupted, traceId: '' });
}

function isProblem(value: unknown): value is Problem {
  return typeof value === 'object' && value !== null && 'kind' in value && 'code' in value && 'title' in value;
}

function send(file: File, { onProgress, signal }: UploadOptions): Promise<StoredFile> {
  return new Promise((resolve, reject) => {
    // fetch tells nothing about the progress of an upload.
    const request = new XMLHttpRequest();
    request.open(uploadFile.method, plainApi.url(uploadFile, {}));
    request.setRequestHeader('accept', 'application/json');
    request.setRequestHeader('x-tongban-client', '1');
    request.responseType = 'json';
    request.upload.onprogress = (event) => { if (event.lengthComputable) onProgress(Math.round((event.loaded / event.total) * 100)); };
    request.onload = () => {
      const answer: unknown = request.response;
      if (request.status < 300) resolve(answer as StoredFile);
      else reject(isProblem(answer) ? new ApiError(answer) : interrupted());
    };
    request.onerror = () => reject(interrupted());
    request.onabort = () => reject(new DOMException('aborted', 'AbortError'));
    signal.addEventListener('abort', () => request.abort());
    const form = new FormData();
    form.append('file', file, file.name);
    request.send(form);
  });
}

/** Uploads one file with its progress in percent; an ended session is renewed in place. @throws ApiError */
export function uploadWithProgress(file: File, options: UploadOptions): Promise<StoredFile> {
  return withSession(() => send(file, options));
}
