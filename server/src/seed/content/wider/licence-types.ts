import { companyLines, defineLicenceType, faceLine, validityLines, type LicenceParts } from '../licence-types.ts';
import type { SeedLicenceType } from '../seed-types.ts';

type Sketch = Pick<LicenceParts, 'code' | 'name' | 'serial' | 'issuer'> & Partial<LicenceParts> & { mark: string; may: string; lines: LicenceParts['face'] };

/** A licence whose face is the holder, what it allows, and how long. */
function sketch({ mark, may, lines, ...parts }: Sketch): SeedLicenceType {
  const isPerson = parts.holderKind === 'person';
  const holder = isPerson
    ? [faceLine('holder', '姓名', 'holder.name'), faceLine('idNumber', '公民身份号码', 'holder.documentNumber', true)]
    : companyLines;
  const last = parts.validity === 'unlimited' ? [faceLine('issuedOn', '签发日期', 'licence.issuedOn')] : validityLines;
  return defineLicenceType({ numberPattern: `广安区${mark}〔{year}〕{sequence:5}号`, statement: may, ...parts, face: [...holder, ...lines, ...last] });
}

const line = faceLine;

/** Licence types of the further items. */
export const widerLicenceTypes: readonly SeedLicenceType[] = [
  sketch({ code: 'marriage-certificate', name: '结婚证', serial: '011', issuer: '区民政局', holderKind: 'person', validity: 'unlimited', mark: '婚', may: '符合《中华人民共和国民法典》规定，予以登记，发给此证。', lines: [line('partner', '配偶姓名', 'form.partnerName', true)] }),
  sketch({ code: 'adoption-certificate', name: '收养登记证', serial: '012', issuer: '区民政局', holderKind: 'person', validity: 'unlimited', mark: '收', may: '符合《中华人民共和国民法典》规定，收养关系自登记之日起成立。', lines: [line('child', '被收养人', 'form.childName', true)] }),
  sketch({ code: 'association-certificate', name: '社会团体法人登记证书', serial: '013', issuer: '区民政局', validYears: 5, mark: '社', may: '依照《社会团体登记管理条例》，准予登记。', lines: [line('name', '社会团体名称', 'form.associationName'), line('address', '住所', 'form.associationAddress'), line('scope', '业务范围', 'form.scope')] }),
  sketch({ code: 'employment-agency-licence', name: '人力资源服务许可证', serial: '011', issuer: '区人社局', validYears: 5, mark: '人服', may: '依照《人力资源市场暂行条例》，准予从事职业中介活动。', lines: [line('address', '服务场所', 'form.siteAddress'), line('scope', '服务范围', 'form.scope')] }),
  sketch({ code: 'vocational-school-licence', name: '民办学校办学许可证', serial: '012', issuer: '区人社局', validYears: 3, mark: '民办', may: '依照《中华人民共和国民办教育促进法》，准予办学。', lines: [line('school', '学校名称', 'form.schoolName'), line('address', '办学地址', 'form.schoolAddress'), line('trades', '培训职业', 'form.trades')] }),
  sketch({ code: 'self-employed-licence', name: '营业执照', serial: '011', issuer: '区市监局', holderKind: 'person', validity: 'unlimited', mark: '个', may: '依照《市场主体登记管理条例》，准予登记。', lines: [line('shop', '名称', 'form.shopName'), line('premises', '经营场所', 'form.premises'), line('scope', '经营范围', 'form.scope')] }),
  sketch({ code: 'pharmacy-licence', name: '药品经营许可证', serial: '012', issuer: '区市监局', validYears: 5, mark: '药', may: '依照《中华人民共和国药品管理法》，准予经营药品。', lines: [line('address', '经营地址', 'form.shopAddress'), line('scope', '经营范围', 'form.scope'), line('pharmacist', '质量负责人', 'form.pharmacist')] }),
  sketch({ code: 'special-equipment-certificate', name: '特种设备使用登记证', serial: '013', issuer: '区市监局', validity: 'unlimited', mark: '特', may: '依照《中华人民共和国特种设备安全法》，准予使用登记。', lines: [line('equipment', '设备名称', 'form.equipmentName'), line('equipmentCode', '设备代码', 'form.equipmentCode'), line('place', '使用地点', 'form.place')] }),
  sketch({ code: 'clinic-filing', name: '诊所备案凭证', serial: '011', issuer: '区行政审批局', validity: 'unlimited', mark: '诊', may: '依照《医疗机构管理条例》，已经备案。', lines: [line('clinic', '诊所名称', 'form.clinicName'), line('address', '地址', 'form.clinicAddress'), line('subjects', '诊疗科目', 'form.subjects')] }),
  sketch({ code: 'doctor-certificate', name: '医师执业证书', serial: '012', issuer: '区行政审批局', holderKind: 'person', validity: 'unlimited', mark: '医', may: '依照《中华人民共和国医师法》，准予执业注册。', lines: [line('class', '执业类别', 'form.class'), line('workplace', '执业地点', 'form.workplace'), line('scope', '执业范围', 'form.scope')] }),
  sketch({ code: 'entertainment-licence', name: '娱乐经营许可证', serial: '013', issuer: '区行政审批局', validYears: 2, mark: '娱', may: '依照《娱乐场所管理条例》，准予经营。', lines: [line('address', '场所地址', 'form.venueAddress'), line('kind', '类别', 'form.venueKind'), line('capacity', '核定人数', 'form.capacity')] }),
  sketch({ code: 'publication-licence', name: '出版物经营许可证', serial: '014', issuer: '区行政审批局', validYears: 5, mark: '版', may: '依照《出版管理条例》，准予从事出版物零售。', lines: [line('address', '经营场所', 'form.shopAddress'), line('kinds', '经营品种', 'form.kinds')] }),
  sketch({ code: 'felling-permit', name: '林木采伐许可证', serial: '015', issuer: '区行政审批局', holderKind: 'person', mark: '采', may: '依照《中华人民共和国森林法》，准予采伐下列林木。', lines: [line('plot', '采伐地点', 'form.plot'), line('area', '面积（亩）', 'form.fellingArea'), line('volume', '蓄积（立方米）', 'form.volume'), line('method', '采伐方式', 'form.method')] }),
  sketch({ code: 'animal-epidemic-certificate', name: '动物防疫条件合格证', serial: '016', issuer: '区行政审批局', validity: 'unlimited', mark: '动防合', may: '依照《中华人民共和国动物防疫法》，经审查合格。', lines: [line('farm', '场所名称', 'form.farmName'), line('address', '地址', 'form.farmAddress'), line('animal', '动物种类', 'form.animal')] }),
  sketch({ code: 'pesticide-licence', name: '农药经营许可证', serial: '017', issuer: '区行政审批局', validYears: 5, mark: '农药', may: '依照《农药管理条例》，准予经营农药。', lines: [line('shop', '营业场所', 'form.shopAddress'), line('store', '仓储场所', 'form.storeAddress')] }),
  sketch({ code: 'teacher-certificate', name: '教师资格证书', serial: '018', issuer: '区行政审批局', holderKind: 'person', validity: 'unlimited', mark: '教', may: '依照《中华人民共和国教师法》，认定具备下列教师资格。', lines: [line('kind', '资格种类', 'form.kind'), line('subject', '任教学科', 'form.subject')] }),
  sketch({ code: 'dangerous-sports-licence', name: '高危险性体育项目经营许可证', serial: '019', issuer: '区行政审批局', validYears: 5, mark: '体', may: '依照《全民健身条例》，准予经营下列项目。', lines: [line('sport', '项目', 'form.sport'), line('address', '场所地址', 'form.venueAddress')] }),
  sketch({ code: 'construction-permit', name: '建筑工程施工许可证', serial: '011', issuer: '区住建局', validity: 'unlimited', mark: '施', may: '依照《中华人民共和国建筑法》，准予施工。', lines: [line('project', '工程名称', 'form.projectName'), line('place', '建设地点', 'form.projectPlace'), line('area', '建筑面积（平方米）', 'form.floorArea'), line('builder', '施工单位', 'form.builder')] }),
  sketch({ code: 'presale-permit', name: '商品房预售许可证', serial: '012', issuer: '区住建局', validity: 'unlimited', mark: '房预售', may: '依照《中华人民共和国城市房地产管理法》，准予预售下列商品房。', lines: [line('project', '项目名称', 'form.projectName'), line('buildings', '楼栋', 'form.buildings'), line('units', '套数', 'form.units'), line('escrow', '监管账户', 'form.escrow')] }),
  sketch({ code: 'gas-licence', name: '燃气经营许可证', serial: '013', issuer: '区住建局', validYears: 5, mark: '燃', may: '依照《城镇燃气管理条例》，准予经营。', lines: [line('kind', '经营类别', 'form.gasKind'), line('address', '场站地址', 'form.siteAddress')] }),
  sketch({ code: 'hotel-licence', name: '特种行业许可证', serial: '011', issuer: '区公安分局', validity: 'unlimited', mark: '公特旅', may: '依照《旅馆业治安管理办法》，准予经营旅馆业。', lines: [line('hotel', '旅馆名称', 'form.hotelName'), line('address', '地址', 'form.hotelAddress'), line('beds', '床位数', 'form.beds')] }),
  sketch({ code: 'residence-permit', name: '居住证', serial: '012', issuer: '区公安分局', holderKind: 'person', validYears: 1, mark: '居', may: '依照《居住证暂行条例》，签发居住证。', lines: [line('address', '居住地址', 'form.stayAddress', true)] }),
  sketch({ code: 'hazardous-chemicals-licence', name: '危险化学品经营许可证', serial: '011', issuer: '区应急管理局', validYears: 3, mark: '危化经', may: '依照《中华人民共和国危险化学品安全法》，准予经营下列危险化学品。', lines: [line('mode', '经营方式', 'form.mode'), line('address', '地址', 'form.siteAddress'), line('kinds', '许可范围', 'form.kinds')] }),
  sketch({ code: 'highway-works-permit', name: '涉路施工活动许可证', serial: '011', issuer: '区交通运输局', mark: '路施', may: '依照《中华人民共和国公路法》，准予下列涉路施工。', lines: [line('route', '路段', 'form.route'), line('works', '施工种类', 'form.works'), line('builder', '施工单位', 'form.builder')] }),
  sketch({ code: 'oversized-permit', name: '超限运输车辆通行证', serial: '012', issuer: '区交通运输局', mark: '超限', may: '依照《中华人民共和国公路法》，准予按下列时间和路线行驶。', lines: [line('goods', '货物', 'form.goods'), line('plate', '车牌', 'form.plate'), line('from', '起点', 'form.from'), line('to', '终点', 'form.to')] }),
  sketch({ code: 'employment-record', name: '就业登记凭证', serial: '013', issuer: '区人社局', holderKind: 'person', validity: 'unlimited', mark: '就登', may: '依照《中华人民共和国就业促进法》第三十五条，已经办理就业登记。', lines: [line('kind', '就业形式', 'form.work'), line('startedOn', '就业日期', 'form.startedOn')] }),
  sketch({ code: 'unemployment-record', name: '失业登记凭证', serial: '014', issuer: '区人社局', holderKind: 'person', validity: 'unlimited', mark: '失登', may: '依照《中华人民共和国社会保险法》第五十条，已经办理失业登记。', lines: [line('endedOn', '失业日期', 'form.endedOn')] }),
  sketch({ code: 'job-seeker-record', name: '求职登记凭证', serial: '015', issuer: '区人社局', holderKind: 'person', validYears: 1, mark: '求登', may: '依照《中华人民共和国就业促进法》第三十五条，已经办理求职登记。', lines: [line('post', '求职意向', 'form.post')] }),
  sketch({ code: 'rights-notice', name: '个人权益记录电子送达登记凭证', serial: '016', issuer: '区人社局', holderKind: 'person', validity: 'unlimited', mark: '权益', may: '依照《中华人民共和国社会保险法》第七十四条，个人权益记录单按登记的方式免费送达。', lines: [line('way', '送达方式', 'form.way')] }),
  sketch({ code: 'business-suspension', name: '歇业备案凭证', serial: '017', issuer: '区市监局', validity: 'unlimited', mark: '歇业', may: '依照《市场主体登记管理条例》第三十条，已经歇业备案。', lines: [line('from', '歇业开始日期', 'form.startsOn'), line('months', '歇业月数', 'form.months'), line('served', '法律文书送达地址', 'form.serviceAddress')] }),
  sketch({ code: 'liaison-filing', name: '登记联络员备案凭证', serial: '014', issuer: '区市监局', validity: 'unlimited', mark: '联络', may: '依照《市场主体登记管理条例》第九条，登记联络员已经备案。', lines: [line('liaison', '登记联络员', 'form.liaison')] }),
  sketch({ code: 'name-declaration', name: '企业名称自主申报告知书', serial: '015', issuer: '区市监局', holderKind: 'person', validity: 'unlimited', mark: '名称', may: '依照《企业名称登记管理规定》第十六条，申报的企业名称已经收到。', lines: [line('name', '申报的企业名称', 'form.proposedName')] }),
  sketch({ code: 'licence-replacement', name: '营业执照补领凭证', serial: '016', issuer: '区市监局', validity: 'unlimited', mark: '补照', may: '依照《市场主体登记管理条例》第三十七条，准予补领营业执照。', lines: [line('cause', '补领原因', 'form.cause')] }),
  sketch({ code: 'elderly-card', name: '老年人优待证', serial: '014', issuer: '区民政局', holderKind: 'person', validity: 'unlimited', mark: '优待', may: '依照《中华人民共和国老年人权益保障法》第五十三条，持证人享受老年人优待。', lines: [] }),
  sketch({ code: 'residence-endorsement', name: '居住证签注凭证', serial: '013', issuer: '区公安分局', holderKind: 'person', validYears: 1, mark: '签注', may: '依照《居住证暂行条例》第十条，准予签注，居住证继续使用一年。', lines: [] }),
];
