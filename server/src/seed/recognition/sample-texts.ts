/** A made-up document, as text. */
export interface SampleText { readonly code: string; readonly text: string }

const surnames = ['陈', '李', '周', '唐', '蒋', '邓', '何', '罗', '杨', '彭'];
const givenNames = ['志明', '晓燕', '秀兰', '建国', '小敏', '德福', '文静', '大伟', '春梅', '光华'];
const places = ['浓洄街道建设路', '北辰街道五福街', '万盛街道金安大道', '协兴镇牌坊路', '大安镇正街', '中桥街道迎宾路', '龙安乡新街', '官盛镇滨江路'];
const trades = ['餐饮管理', '人力资源服务', '建筑工程', '食品贸易', '物业服务', '养老服务', '信息技术', '农业发展'];
const nations = ['汉', '土家', '苗', '回', '彝'];

type Pick = <T>(from: readonly T[], shift?: number) => T;
type Writer = (pick: Pick, serial: number) => readonly string[];

const nameOf = (pick: Pick, shift = 0): string => pick(surnames, shift) + pick(givenNames, shift * 3 + 1);
const addressOf = (pick: Pick, serial: number): string => `四川省广安市广安区${pick(places)}${(serial * 7) % 300 + 1}号`;
const companyOf = (pick: Pick): string => `广安${pick(['启航', '示范', '同创', '新桥', '和顺', '川东'])}${pick(trades)}有限公司`;

const writers: Readonly<Record<string, Writer>> = {
  'business-licence': (pick, n) => [pick(['营业执照', '营 业 执 照（副本）']), '统一社会信用代码', '91510000MA00000000', `名称 ${companyOf(pick)}`, `类型 ${pick(['有限责任公司（自然人投资或控股）', '有限责任公司', '个人独资企业'])}`, `法定代表人 ${nameOf(pick)}`, `注册资本 ${pick(['贰佰万元整', '伍拾万元整', '壹仟万元整'])}`, `成立日期 2019年03月0${n % 9 + 1}日`, `住所 ${addressOf(pick, n)}`, `经营范围 ${pick(['餐饮服务；食品销售', '劳务派遣服务；人力资源服务', '各类工程建设活动', '物业管理；家政服务'])}（依法须经批准的项目，经相关部门批准后方可开展经营活动）`, '登记机关 广安区市场监督管理局', '国家企业信用信息公示系统'],
  'identity-card': (pick, n) => [`姓名 ${nameOf(pick)}`, `性别 ${pick(['男', '女'])} 民族 ${pick(nations)}`, `出生 19${60 + (n % 40)}年${n % 12 + 1}月${n % 28 + 1}日`, `住址 ${addressOf(pick, n)}`, '公民身份号码 519999199001010000', ...(n % 2 === 0 ? ['中华人民共和国 居民身份证', '签发机关 广安市公安局广安区分局', '有效期限 2016.05.20-2036.05.20'] : [])],
  'household-register': (pick, n) => ['居民户口簿', pick(['户别 非农业家庭户口', '户别 家庭户', '户别 居民家庭户']), `户主姓名 ${nameOf(pick)} 户号 000${n}`, `住址 ${addressOf(pick, n)}`, '常住人口登记卡', `姓名 ${nameOf(pick, 2)} 户主或与户主关系 ${pick(['户主', '妻', '子', '女'])}`, `曾用名 性别 ${pick(['男', '女'])} 出生地 籍贯 民族 ${pick(nations)}`, '文化程度 婚姻状况 服务处所 何时由何地迁来本市', '承办人签章 登记日期', '户口登记机关'],
  'lease': (pick, n) => [pick(['房屋租赁合同', '房 屋 租 赁 合 同', '商铺租赁合同']), `出租方（甲方）：${nameOf(pick)}`, `承租方（乙方）：${companyOf(pick)}`, '根据《中华人民共和国民法典》，甲乙双方就房屋租赁事宜达成如下协议：', `一、房屋坐落：${addressOf(pick, n)}，建筑面积${n * 3 + 40}平方米。`, `二、租赁期限：自2025年1月1日起至202${7 + n % 3}年12月31日止。`, `三、租金每月${n + 1}千元，押金${pick(['一个月', '两个月'])}租金，乙方按季支付。`, '四、租赁期间的水电费、物业费由乙方承担。', '五、未经甲方同意不得转租。违约责任', '甲方签字 乙方盖章'],
  'property-certificate': (pick, n) => ['中华人民共和国', '不动产权证书', `川（2024）广安区不动产权第00000${n}号`, `权利人 ${nameOf(pick)}`, `共有情况 ${pick(['单独所有', '共同共有', '按份共有'])}`, `坐落 ${addressOf(pick, n)}`, '不动产单元号 511602001001GB00000F00000000', `权利类型 ${pick(['国有建设用地使用权/房屋所有权', '国有建设用地使用权及房屋所有权'])}`, `权利性质 出让/${pick(['市场化商品房', '存量房'])}`, `用途 ${pick(['城镇住宅用地/住宅', '商服用地/商业服务'])}`, '面积 共有宗地面积 房屋建筑面积', '使用期限 权利其他状况', '登记机构（章）广安市自然资源和规划局'],
  'labour-dispatch-licence': (pick, n) => ['劳务派遣经营许可证', `编号：川人社派〔202${n % 6}〕00${n}号`, `单位名称：${companyOf(pick)}`, `住所：${addressOf(pick, n)}`, `法定代表人：${nameOf(pick)}`, `注册资本：${pick(['贰佰万元', '叁佰万元', '伍佰万元'])}`, '许可经营事项：劳务派遣', '有效期限：2024年06月01日至2027年05月31日', '发证机关：广安区人力资源和社会保障局', '根据《中华人民共和国劳动合同法》颁发', '劳务派遣单位应当每年提交劳务派遣经营情况报告'],
  'health-certificate': (pick, n) => [pick(['从业人员健康证明', '健康证明', '食品从业人员健康体检合格证明']), `姓名 ${nameOf(pick)} 性别 ${pick(['男', '女'])} 年龄 ${20 + n % 40}`, `体检项目 ${pick(['霍乱 痢疾 伤寒 病毒性肝炎', '胸部X线 肝功能 粪便培养', '皮肤科检查 内科检查 胸透'])}`, `体检结论 ${pick(['合格', '体检合格，可以从事食品经营', '未见异常'])}`, `体检机构 广安区${pick(['疾病预防控制中心', '人民医院', '第二人民医院'])}`, `从事工种 ${pick(['餐饮服务', '食品生产', '公共场所服务'])}`, '发证日期 2026年03月10日', '有效期至 2027年03月09日', '医师签名 检验科'],
  'diploma': (pick, n) => [pick(['普通高等学校 毕业证书', '毕业证书', '高等职业学校毕业证书']), `学生 ${nameOf(pick)} 性别${pick(['男', '女'])}，二〇〇〇年${n % 12 + 1}月生，`, `于二〇一八年九月至二〇二二年六月在本校${pick(['护理', '临床医学', '学前教育', '土木工程', '计算机应用'])}专业${pick(['四年制本科', '三年制专科'])}学习，`, '修完教学计划规定的全部课程，成绩合格，准予毕业。', `${pick(['四川', '重庆', '川东', '西南'])}${pick(['医科大学', '师范学院', '职业技术学院', '护理学院'])}`, '校（院）长 证书编号 1063020220000000', '修业期满 学校编号 教育部学历证书电子注册'],
};

/** So many made-up documents of each kind; the same ones at each call. `noise` leaves out every n-th line, as a bad picture does. */
export function writeSamples(each: number, { from = 0, noise = 0 }: { from?: number; noise?: number } = {}): SampleText[] {
  return Object.entries(writers).flatMap(([code, write], place) => Array.from({ length: each }, (_, index): SampleText => {
    const serial = from + index;
    let turn = 0;
    const pick: Pick = (list, shift = 0) => {
      turn += 1;
      return list[(serial * 31 + place * 17 + turn * 7 + shift * 13 + serial * turn) % list.length] as never;
    };
    const lines = write(pick, serial);
    return { code, text: lines.filter((_line, at) => noise === 0 || (at + serial) % noise !== 0).join('\n') };
  }));
}
