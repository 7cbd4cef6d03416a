import { getDemoDepartment } from './departments.ts';
import type { LicenceFaceField, SeedLicenceType } from './seed-types.ts';

export type LicenceParts = Omit<SeedLicenceType, 'typeCode' | 'holderKind' | 'validity'> & Partial<Pick<SeedLicenceType, 'holderKind' | 'validity'>> & { serial: string };

/** A licence type of one of the departments; `serial` numbers it among those of its issuer. */
export function defineLicenceType({ serial, ...parts }: LicenceParts): SeedLicenceType {
  return {
    ...parts, typeCode: `${getDemoDepartment(parts.issuer).code}${serial}`, holderKind: parts.holderKind ?? 'company',
    validity: parts.validity ?? (parts.validYears === undefined ? 'decided' : 'years'),
  };
}

/** A line of the face. */
export const faceLine = (key: string, label: string, from: string, personal?: true): LicenceFaceField => ({ key, label, from, ...(personal ? { personal } : {}) });
/** Lines that every licence of a company begins with. */
export const companyLines = [faceLine('holder', '单位名称', 'holder.name'), faceLine('creditCode', '统一社会信用代码', 'holder.documentNumber'), faceLine('representative', '法定代表人（负责人）', 'form.legalRepresentative')];
export const validityLines = [faceLine('validFrom', '有效期自', 'licence.validFrom'), faceLine('validTo', '有效期至', 'licence.validTo')];
const number = (mark: string) => `广安区${mark}〔{year}〕{sequence:4}号`;
const works = (issuer: string, what: string) => `依照有关法律、法规，经${issuer}审查，准予${what}。`;

/** Licence types issued by the demonstration items. */
export const seedLicenceTypes: readonly SeedLicenceType[] = [
  defineLicenceType({ code: 'road-excavation-permit', name: '挖掘城市道路许可证', serial: '001', issuer: '区住建局', numberPattern: number('挖'), statement: works('区住建局会同区公安分局', '挖掘下列城市道路'),
    face: [...companyLines, faceLine('project', '工程名称', 'form.projectName'), faceLine('segments', '挖掘路段', 'form.segments'), faceLine('area', '挖掘总面积（平方米）', 'form.totalArea'), faceLine('constructor', '施工单位', 'form.constructor'), ...validityLines] }),
  defineLicenceType({ code: 'road-occupation-permit', name: '临时占用城市道路许可证', serial: '002', issuer: '区住建局', numberPattern: number('占'), statement: works('区住建局会同区公安分局', '临时占用下列城市道路'),
    face: [...companyLines, faceLine('road', '占用位置', 'form.roadName'), faceLine('area', '占用总面积（平方米）', 'form.totalArea'), faceLine('purpose', '事由', 'form.purpose'), ...validityLines] }),
  defineLicenceType({ code: 'drainage-licence', name: '城镇污水排入排水管网许可证', serial: '003', issuer: '区住建局', validYears: 5, numberPattern: number('排'), statement: works('区住建局', '下列排水户向城镇排水设施排放污水'),
    face: [...companyLines, faceLine('site', '排水地址', 'form.siteAddress'), faceLine('outlets', '排水口', 'form.outletList'), faceLine('volume', '日排水总量（立方米）', 'form.totalVolume'), ...validityLines] }),
  defineLicenceType({ code: 'construction-waste-approval', name: '城市建筑垃圾处置核准证', serial: '001', issuer: '区综合执法局', numberPattern: number('渣'), statement: works('区综合执法局会同区公安分局', '处置下列建筑垃圾'),
    face: [...companyLines, faceLine('project', '工程名称', 'form.projectName'), faceLine('volume', '处置总量（吨）', 'form.wasteVolume'), faceLine('route', '运输路线', 'form.route'), faceLine('site', '消纳场所', 'form.disposalSite'), ...validityLines] }),
  defineLicenceType({ code: 'outdoor-advertising-permit', name: '大型户外广告设置许可证', serial: '002', issuer: '区综合执法局', numberPattern: number('广'), statement: works('区综合执法局', '设置下列大型户外广告'),
    face: [...companyLines, faceLine('site', '设置地点', 'form.siteAddress'), faceLine('area', '总面积（平方米）', 'form.totalArea'), ...validityLines] }),
  defineLicenceType({ code: 'food-business-licence', name: '食品经营许可证', serial: '001', issuer: '区市监局', validYears: 5, numberPattern: 'JY2511602{sequence:7}', statement: works('区市监局', '从事下列食品经营活动'),
    face: [faceLine('holder', '经营者名称', 'holder.name'), faceLine('creditCode', '统一社会信用代码', 'holder.documentNumber'), faceLine('representative', '法定代表人（负责人）', 'form.legalRepresentative'),
      faceLine('form', '主体业态', 'form.businessForm'), faceLine('catering', '餐饮服务项目', 'form.cateringProjects'), faceLine('sale', '食品销售项目', 'form.saleProjects'), faceLine('address', '经营场所', 'form.businessAddress'), ...validityLines] }),
  defineLicenceType({ code: 'prepackaged-food-filing', name: '仅销售预包装食品备案凭证', serial: '002', issuer: '区市监局', validity: 'unlimited', numberPattern: 'YB2511602{sequence:7}', statement: '依照《中华人民共和国食品安全法》第三十五条，下列经营者已经备案。',
    face: [faceLine('holder', '经营者名称', 'holder.name'), faceLine('creditCode', '统一社会信用代码', 'holder.documentNumber'), faceLine('modes', '销售方式', 'form.salesModes'), faceLine('kinds', '食品种类', 'form.foodKinds'), faceLine('address', '经营场所', 'form.businessAddress'), faceLine('issuedOn', '备案日期', 'licence.issuedOn')] }),
  defineLicenceType({ code: 'public-place-hygiene-licence', name: '公共场所卫生许可证', serial: '001', issuer: '区行政审批局', validYears: 4, numberPattern: '川卫公证字〔{year}〕第511602{sequence:5}号', statement: works('区行政审批局', '经营下列公共场所'),
    face: [faceLine('place', '单位名称', 'form.placeName'), ...companyLines.slice(1), faceLine('kind', '许可项目', 'form.placeKind'), faceLine('address', '地址', 'form.placeAddress'), ...validityLines] }),
  defineLicenceType({ code: 'nurse-certificate', name: '护士执业证书', serial: '002', issuer: '区行政审批局', holderKind: 'person', validYears: 5, numberPattern: '{year}511602{sequence:5}', statement: '依照《护士条例》，准予执业注册。',
    face: [faceLine('holder', '姓名', 'holder.name'), faceLine('sex', '性别', 'form.sex'), faceLine('birthDate', '出生日期', 'form.birthDate', true), faceLine('idNumber', '公民身份号码', 'holder.documentNumber', true), faceLine('workplace', '执业地点', 'form.workplace'), ...validityLines] }),
  defineLicenceType({ code: 'labour-dispatch-licence', name: '劳务派遣经营许可证', serial: '001', issuer: '区人社局', validYears: 3, numberPattern: '511602{year}{sequence:4}', statement: works('区人社局', '经营劳务派遣业务'),
    face: [...companyLines, faceLine('capital', '注册资本', 'form.paidInCapital'), faceLine('address', '住所', 'form.registeredAddress'), faceLine('matter', '许可经营事项', 'item.name'), ...validityLines] }),
  defineLicenceType({ code: 'dispatch-branch-filing', name: '劳务派遣分公司备案回执', serial: '002', issuer: '区人社局', validity: 'unlimited', numberPattern: number('派备'), statement: '依照《劳务派遣行政许可实施办法》第二十一条，下列分公司已经备案。',
    face: [faceLine('holder', '劳务派遣单位', 'holder.name'), faceLine('licence', '劳务派遣经营许可证编号', 'form.licenceNumber'), faceLine('branch', '分公司名称', 'form.branchName'), faceLine('address', '经营场所', 'form.branchAddress'), faceLine('issuedOn', '备案日期', 'licence.issuedOn')] }),
  defineLicenceType({ code: 'road-transport-licence', name: '道路运输经营许可证', serial: '001', issuer: '区交通运输局', validYears: 4, numberPattern: '川交运管许可广字511602{sequence:6}号', statement: works('区交通运输局', '从事道路货物运输经营'),
    face: [...companyLines, faceLine('address', '地址', 'form.registeredAddress'), faceLine('scope', '经营范围', 'form.scope'), ...validityLines] }),
  defineLicenceType({ code: 'fireworks-retail-licence', name: '烟花爆竹经营（零售）许可证', serial: '001', issuer: '区应急管理局', numberPattern: '（川）LS〔{year}〕511602{sequence:4}', statement: works('区应急管理局', '零售经营烟花爆竹'),
    face: [...companyLines, faceLine('address', '经营场所地址', 'form.shopAddress'), faceLine('kinds', '许可种类', 'form.kinds'), faceLine('storage', '限制存放量（箱）', 'form.storageLimit'), ...validityLines] }),
  defineLicenceType({ code: 'elderly-allowance-notice', name: '高龄津贴发放通知', serial: '001', issuer: '区民政局', holderKind: 'person', validity: 'unlimited', numberPattern: number('龄'), statement: '经审核，您符合高龄津贴发放条件，自次月起按月发放到社会保障卡。',
    face: [faceLine('holder', '姓名', 'holder.name'), faceLine('idNumber', '公民身份号码', 'holder.documentNumber', true), faceLine('years', '年龄（周岁）', 'form.fullYears'), faceLine('issuedOn', '审批日期', 'licence.issuedOn')] }),
];
