import type { FileReference } from '@tongban/form-model';
import { useEffect, useMemo } from 'react';

/** A grey picture for made-up files. */
const placeholder = `data:image/svg+xml,${encodeURIComponent('<svg xmlns="http://www.w3.org/2000/svg" width="240" height="160"><rect width="240" height="160" fill="#dfe4ea"/><text x="120" y="86" font-size="24" text-anchor="middle" fill="#525d6b">示例</text></svg>')}`;

/** Files tried in a preview stay in this page: nothing is stored. Others are where `stored` says. */
export function useLocalFiles(stored: (fileId: string) => string): { uploadFile: (file: File) => Promise<FileReference>; fileUrl: (fileId: string) => string } {
  const kept = useMemo(() => new Map<string, string>(), []);
  useEffect(() => () => { for (const url of kept.values()) URL.revokeObjectURL(url); }, [kept]);
  return useMemo(() => ({
    uploadFile: (file) => {
      const fileId = `local-${kept.size + 1}`;
      kept.set(fileId, URL.createObjectURL(file));
      return Promise.resolve({ fileId, name: file.name });
    },
    fileUrl: (fileId) => kept.get(fileId) ?? (/^(?:sample|local)-/.test(fileId) ? placeholder : stored(fileId)),
  }), [kept, stored]);
}
