import { downloadPointSample, type ConditionPoint } from '@tongban/server/src/modules/catalog/contract.ts';
import { downloadMaterialFile, type OfferedFile } from '@tongban/server/src/modules/materials/contract.ts';
import { api } from '../../shared/api.ts';
import { text } from './text.ts';

const words = text.samples;

/** A file that shows an officer what is right or wrong. */
export interface Sample {
  readonly id: string;
  readonly label: string;
  readonly note: string | null;
  readonly load: () => Promise<Blob>;
}

/** Samples of the materials library. */
export function librarySamples(files: readonly OfferedFile[]): Sample[] {
  return files.map(({ id, materialId, kind, title, note }) => ({
    id, label: `${words.kinds[kind]}：${title}`, note, load: () => api.download(downloadMaterialFile, { params: { materialId, fileId: id } }),
  }));
}

/** The sample that the item itself has for a point of a condition. */
export function conditionSamples({ sampleFileId: fileId, condition }: ConditionPoint, versionId: string): Sample[] {
  return fileId === undefined ? [] : [{ id: fileId, label: words.ofCondition, note: condition, load: () => api.download(downloadPointSample, { params: { versionId, fileId } }) }];
}
