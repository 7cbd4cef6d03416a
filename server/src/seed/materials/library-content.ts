import type { MaterialContent } from '../../modules/materials/contract.ts';
import type { ReviewPoint } from '../../modules/catalog/contract.ts';

/** Names under which departments had listed what the library has already; they wait to be merged (同名归并). */
export const duplicateMaterials: readonly { of: string; name: string; change: Partial<MaterialContent> }[] = [
  { of: '营业执照', name: '营业执照（副本）复印件', change: { aliases: ['企业法人营业执照', '工商营业执照'], form: '1', acceptanceStandard: '复印件清晰，加盖公章。' } },
  { of: '劳务派遣经营许可证', name: '劳务派遣经营许可证（正本、副本）', change: {} },
  { of: '户口簿', name: '户口簿原件及复印件', change: { aliases: ['居民户口簿'], form: '1' } },
];

/** Items that still write a merged-to-be name's code: key of the item → name of the material in the item → name in the library. */
export const mappedToDuplicate: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  'road-occupation': { 营业执照: '营业执照（副本）复印件' },
};

/** Items whose materials are left to be mapped by hand, except licences, which bundles share by their code. */
export const leftUnmapped: ReadonlySet<string> = new Set(['outdoor-advertising', 'public-place-hygiene']);

/** Review points that every item may take over, by the name of the material. */
export const libraryPoints: Readonly<Record<string, readonly Pick<ReviewPoint, 'stage' | 'text' | 'basis'>[]>> = {
  营业执照: [
    { stage: 'acceptance', text: '营业执照上的名称、统一社会信用代码与申请表一致。' },
    { stage: 'review', text: '登记状态为存续（在营、开业、在册），经营范围包含申请的业务。' },
  ],
  经营场所使用证明: [
    { stage: 'acceptance', text: '载明场所地址、面积和使用期限，出具人已签字或者盖章。' },
    { stage: 'review', text: '场所地址与申请表填写的经营场所一致，使用期限覆盖申请日。' },
  ],
};

/** 《国务院关于在线政务服务的若干规定》第十条: an electronic licence has the force of the paper one. */
export const electronicLicenceBasis = '《国务院关于在线政务服务的若干规定》（国务院令第716号）第十条：电子证照与纸质证照具有同等法律效力。';
