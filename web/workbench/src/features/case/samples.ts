import { downloadGuideFile, downloadPointSample, type ConditionPoint, type ItemElements } from '@tongban/server/src/modules/catalog/contract.ts';
import { downloadMaterialFile, type OfferedFile } from '@tongban/server/src/modules/materials/contract.ts';
import { api } from '../../shared/api.ts';
import type { Sample } from '../../shared/samples/SampleButton.tsx';
import { text } from './text.ts';

const words = text.samples;

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

/** The sample that the item itself has for a material, where it is a file: what the guide shows an applicant. */
export function materialSamples({ materials }: Pick<ItemElements, 'materials'>, materialKey: string, versionId: string): Sample[] {
  const fileId = materials.find(({ key }) => key === materialKey)?.sample?.fileId;
  return fileId === undefined ? [] : [{ id: fileId, label: words.ofMaterial, note: null, load: () => api.download(downloadGuideFile, { params: { versionId, fileId } }) }];
}
