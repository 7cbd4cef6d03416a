import { downloadVersionFile } from '@tongban/server/src/modules/catalog/contract.ts';
import { api } from '../../../shared/api.ts';
import type { Sample } from '../../../shared/samples/SampleButton.tsx';
import { text } from '../text.ts';

/** The sample that a version names, to be opened before it is published as well; none where it names none. */
export function versionSamples(versionId: string, fileId: string | undefined): Sample[] {
  return fileId === undefined ? [] : [{ id: fileId, label: text.parts['sampleFileId'] ?? '', note: null, load: () => api.download(downloadVersionFile, { params: { versionId, fileId } }) }];
}
