import { useQuery } from '@tanstack/react-query';
import { getGuideMaterials, type GuideMaterial, type OfferedSubstitute } from '@tongban/server/src/modules/materials/contract.ts';
import { plainApi } from '../api.ts';

/**
 * What the materials library adds to the guide of an item, by the key of the material: forms, examples, and licences that
 * stand for it. Empty until it is here: the guide is complete without it.
 */
export function useMaterialLibrary(itemId: string): (key: string) => GuideMaterial | undefined {
  const { data } = useQuery({
    queryKey: ['materials.get-guide-materials', itemId],
    queryFn: () => plainApi.call(getGuideMaterials, { params: { itemId } }),
    meta: { public: true },
  });
  return (key) => data?.materials.find((material) => material.key === key);
}

/** 可用“营业执照”免交（剩余有效期不少于 30 日） */
export function sayFree({ licenceTypeName, conditions }: OfferedSubstitute): string {
  return `可用“${licenceTypeName}”免交${conditions ? `（${conditions}）` : ''}`;
}
