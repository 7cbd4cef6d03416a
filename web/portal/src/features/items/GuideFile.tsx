import { downloadGuideFile } from '@tongban/server/src/modules/catalog/contract.ts';
import { Download } from 'lucide-react';
import type { ReactNode } from 'react';
import { api } from '../../shared/api.ts';

/** A blank form or a sample of the guide, opened beside it. */
export function GuideFile({ versionId, fileId, children }: { versionId: string; fileId: string; children: ReactNode }) {
  return (
    <a className="guide-file" href={api.url(downloadGuideFile, { params: { versionId, fileId } })} target="_blank" rel="noopener noreferrer">
      <Download size={16} aria-hidden="true" />{children}
    </a>
  );
}
